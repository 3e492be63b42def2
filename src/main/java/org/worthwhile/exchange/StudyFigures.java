package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.synthesis.StudyData;

/** The figures of a study by the names of their fields, and what they are figures of. */
final class StudyFigures {

    /** All the fields of figures that a study may have. */
    static final List<String> FIELDS = List.of(
            "treatedEvents",
            "treatedTotal",
            "comparedEvents",
            "comparedTotal",
            "treatedMean",
            "treatedDeviation",
            "comparedMean",
            "comparedDeviation",
            "correlation",
            "total",
            "estimate",
            "ratio",
            "standardError",
            "low",
            "high",
            "level");

    private static final String REMEDY =
            "give counts of events in two arms, means with deviations, a correlation with its"
                    + " total, or an estimate with its error or interval";

    private static final double USUAL_LEVEL = 0.95;

    /** A way to publish an effect: by which field it is known, and which it must have. */
    private enum Form {
        COUNTS("treatedEvents", "treatedTotal", "comparedEvents", "comparedTotal"),
        MEANS("treatedMean", "treatedDeviation", "treatedTotal", "comparedMean", "comparedDeviation", "comparedTotal"),
        CORRELATION("correlation", "total"),
        ESTIMATE("standardError", "estimate"),
        RATIO("ratio", "low", "high"),
        INTERVAL("low", "high");

        private final List<String> fields;

        Form(String... fields) {
            this.fields = List.of(fields);
        }
    }

    private StudyFigures() {}

    /**
     * What the figures are figures of.
     *
     * @param place of the study
     * @throws InvalidInput if they are incomplete, or figures of more than one kind
     */
    static StudyData of(String name, Map<String, Double> figures, Place place) {
        List<Form> known = new ArrayList<>();
        for (Form form : Form.values()) {
            if (figures.containsKey(form.fields.getFirst()) && !(form == Form.INTERVAL && known.contains(Form.RATIO))) {
                known.add(form);
            }
        }
        if (known.size() != 1) {
            String what = known.isEmpty()
                    ? "'" + name + "' has no figures that give an effect with its error"
                    : "'" + name + "' gives its effect in more than one way, by "
                            + known.getFirst().fields.getFirst() + " and by "
                            + known.get(1).fields.getFirst();
            throw new InvalidInput(new Problem(place, what, known.isEmpty() ? REMEDY : "keep one of them"));
        }
        Form form = known.getFirst();
        List<String> missing = form.fields.stream()
                .filter(field -> !figures.containsKey(field))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput(new Problem(
                    place,
                    "'" + name + "' gives " + form.fields.getFirst() + " without " + String.join(", ", missing),
                    "give what is missing, or leave the study out"));
        }
        return data(form, figures);
    }

    private static StudyData data(Form form, Map<String, Double> figures) {
        double[] of = form.fields.stream().mapToDouble(figures::get).toArray();
        double level = figures.getOrDefault("level", USUAL_LEVEL);
        return switch (form) {
            case COUNTS -> new StudyData.Counts(of[0], of[1], of[2], of[3]);
            case MEANS -> new StudyData.Means(of[0], of[1], of[2], of[3], of[4], of[5]);
            case CORRELATION -> new StudyData.Correlation(of[0], of[1]);
            case ESTIMATE -> new StudyData.Estimated(of[1], of[0]);
            case RATIO -> new StudyData.WithInterval(OptionalDouble.of(of[0]), of[1], of[2], level, true);
            case INTERVAL ->
                new StudyData.WithInterval(
                        figures.containsKey("estimate")
                                ? OptionalDouble.of(figures.get("estimate"))
                                : OptionalDouble.empty(),
                        of[0],
                        of[1],
                        level,
                        false);
        };
    }
}
