package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What several designs need of a study's columns, and what is said where they lack it. */
public final class DesignNeeds {

    private DesignNeeds() {}

    /** What is lacking to compare units before and after some of them are treated. */
    public static List<String> beforeAndAfter(StudyCase studyCase, StudyShape shape) {
        Study.Roles roles = studyCase.study().roles();
        List<String> lacking = new ArrayList<>();
        lackPanel(shape, lacking);
        if (roles.treatmentStart().isEmpty()) {
            lackBinary(shape, lacking);
        }
        if (lacking.isEmpty()) {
            if (shape.treatedUnits() == 0
                    || shape.treatedUnits() == shape.units().orElseThrow().size()) {
                lacking.add("both units that become treated and units that do not");
            } else if (shape.timesBefore() < 1) {
                lacking.add("a time before treatment");
            }
        }
        return lacking;
    }

    /** Adds to what is lacking that treatment is not of 0 and 1 with both of them. */
    public static void lackBinary(StudyShape shape, List<String> lacking) {
        double[] values = shape.treatment().orElse(new double[0]);
        if (DoubleStream.of(values).anyMatch(value -> value != 0 && value != 1 && !Double.isNaN(value))
                || DoubleStream.of(values)
                                .distinct()
                                .filter(value -> !Double.isNaN(value))
                                .count()
                        < 2) {
            lacking.add("a column treatment that holds both 0 and 1");
        }
    }

    /** Adds to what is lacking that units are not seen at several times. */
    public static void lackPanel(StudyShape shape, List<String> lacking) {
        if (!shape.hasPanel()) {
            lacking.add("columns unit and time, with units seen at several times");
        }
    }
}
