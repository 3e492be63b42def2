package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.options.DifferenceOptions;
import org.worthwhile.attribution.options.DiscontinuityOptions;
import org.worthwhile.attribution.options.SeriesOptions;

/** What a study's columns lack for each design, in words that say what to name or collect. */
final class DesignNeeds {

    private static final int LONG_BEFORE = 8;
    private static final int LONG_SERIES = 12;
    private static final int LEAST_A_SIDE = 10;

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final StudyShape shape;

    DesignNeeds(StudyCase studyCase, StudyShape shape) {
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        this.shape = shape;
    }

    /** What is lacking; empty where only running the design can tell. */
    List<String> lacking(Design design) {
        return switch (design) {
            case RANDOMISED_TRIAL -> trial();
            case DIFFERENCE_IN_DIFFERENCES -> differences();
            case SYNTHETIC_CONTROL -> synthetic();
            case INTERRUPTED_TIME_SERIES -> series();
            case REGRESSION_DISCONTINUITY -> discontinuity();
            case INSTRUMENTAL_VARIABLE -> instrument();
            case OBSERVATIONAL -> observational();
            case PANEL_REGRESSION -> panel();
            case MANY_CAUSES -> causes();
        };
    }

    private List<String> trial() {
        List<String> lacking = new ArrayList<>();
        lackBinary(lacking);
        if (studyCase.study().design() != Design.RANDOMISED_TRIAL
                && roles.strata().isEmpty()) {
            lacking.add(
                    "that treatment was dealt out by chance, which no data show: say so with this design or its strata");
        }
        return lacking;
    }

    private List<String> differences() {
        boolean twoWay = studyCase.study().options() instanceof DifferenceOptions options
                && options.estimator() == DifferenceOptions.Estimator.TWOWAY_FIXED_EFFECTS;
        List<String> lacking = beforeAndAfter();
        if (lacking.isEmpty() && roles.treatmentStart().isEmpty() && !twoWay) {
            lacking.add("a column treatmentStart of when each unit's treatment begins, 0 or never for those without:"
                    + " in every row of a unit, the first time at which the column treatment is 1");
        }
        return lacking;
    }

    /** For a comparison of units before and after some of them are treated. */
    private List<String> beforeAndAfter() {
        List<String> lacking = new ArrayList<>();
        lackPanel(lacking);
        if (roles.treatmentStart().isEmpty()) {
            lackBinary(lacking);
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

    private List<String> synthetic() {
        List<String> lacking = beforeAndAfter();
        if (lacking.isEmpty()) {
            if (roles.treatment().isEmpty()) {
                lacking.add("a column treatment of 0 and 1");
            }
            if (shape.timesBefore() < LONG_BEFORE) {
                lacking.add("at least " + LONG_BEFORE + " times before treatment, of which there are "
                        + shape.timesBefore());
            }
            if (shape.differentStarts() > 1) {
                lacking.add("treatment that begins at one time");
            }
        }
        return lacking;
    }

    private List<String> series() {
        List<String> lacking = new ArrayList<>();
        if (shape.time().isEmpty()) {
            lacking.add("a column time of numbers, years or dates");
        } else if (DoubleStream.of(shape.time().get()).distinct().count()
                != shape.time().get().length) {
            lacking.add("one row for each time; leave one place, or add them up");
        } else if (shape.time().get().length < LONG_SERIES) {
            lacking.add("at least " + LONG_SERIES + " times");
        }
        if (!(studyCase.study().options() instanceof SeriesOptions options)
                || options.start().isEmpty()) {
            lackBinary(lacking);
        }
        return lacking;
    }

    private List<String> discontinuity() {
        List<String> lacking = new ArrayList<>();
        Optional<String> running = roles.runningVariable().filter(shape.sample()::hasNumbers);
        if (running.isEmpty()) {
            lacking.add("a column runningVariable of numbers with a cutoff that decides treatment");
            return lacking;
        }
        double cutoff = studyCase.study().options() instanceof DiscontinuityOptions options ? options.cutoff() : 0;
        long below = DoubleStream.of(shape.sample().numbers("", running.get()))
                .filter(value -> value < cutoff)
                .count();
        long above = DoubleStream.of(shape.sample().numbers("", running.get()))
                .filter(value -> value >= cutoff)
                .count();
        if (below < LEAST_A_SIDE || above < LEAST_A_SIDE) {
            lacking.add("at least " + LEAST_A_SIDE + " rows on each side of the cutoff " + Column.Numeric.text(cutoff)
                    + "; there are " + below + " and " + above);
        }
        return lacking;
    }

    private List<String> instrument() {
        List<String> lacking = new ArrayList<>();
        if (shape.treatment().isEmpty()) {
            lacking.add("a column treatment of numbers");
        }
        if (roles.instruments().isEmpty()) {
            lacking.add("a column instruments: something that moves treatment and nothing else that matters");
        }
        return lacking;
    }

    private List<String> observational() {
        List<String> lacking = new ArrayList<>();
        lackBinary(lacking);
        if (roles.covariates().isEmpty()) {
            lacking.add("covariates: whatever decided who was treated and matters to the outcome");
        }
        return lacking;
    }

    private List<String> panel() {
        List<String> lacking = new ArrayList<>();
        if (shape.treatment().isEmpty()) {
            lacking.add("a column treatment of numbers");
        } else if (DoubleStream.of(shape.treatment().get()).distinct().count() < 2) {
            lacking.add("a treatment that varies");
        }
        return lacking;
    }

    private List<String> causes() {
        List<String> lacking = new ArrayList<>();
        if (roles.causes().size() < 2) {
            lacking.add("at least two columns of causes");
        }
        if (shape.time().isEmpty()) {
            lacking.add("a column time of numbers, years or dates");
        }
        return lacking;
    }

    private void lackBinary(List<String> lacking) {
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

    private void lackPanel(List<String> lacking) {
        if (!shape.hasPanel()) {
            lacking.add("columns unit and time, with units seen at several times");
        }
    }
}
