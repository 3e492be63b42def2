package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Advice.Possibility;
import org.worthwhile.attribution.options.DiscontinuityOptions;
import org.worthwhile.attribution.options.SeriesOptions;

/** Says which designs a study's columns and data allow, what each assumes, and which of them is the most credible. */
public final class DesignAdvisor {

    /** With fewer treated units than this, one of them decides a comparison of averages. */
    private static final int FEW_TREATED = 5;

    private static final int LONG_BEFORE = 8;
    private static final int LONG_SERIES = 12;
    private static final int LEAST_A_SIDE = 10;

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final StudyShape shape;

    private DesignAdvisor(StudyCase studyCase) {
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        this.shape = StudyShape.of(studyCase);
    }

    /**
     * Advises.
     *
     * @param studyCase whose design counts only in that a randomised trial says that treatment was dealt out by chance
     * @throws org.worthwhile.problem.InvalidInput if a column that it names is not there
     */
    public static Advice advise(StudyCase studyCase) {
        DesignAdvisor advisor = new DesignAdvisor(studyCase);
        List<Possibility> options = Arrays.stream(Design.values())
                .map(advisor::possibility)
                .sorted(Comparator.comparing((Possibility option) -> !option.isPossible())
                        .thenComparing(option -> -option.marylandLevel())
                        .thenComparing(option -> advisor.isSecondChoice(option.design())))
                .toList();
        return new Advice(
                options,
                options.stream()
                        .filter(Possibility::isPossible)
                        .map(Possibility::design)
                        .findFirst());
    }

    /** Of designs at one level, the one that suits the number of treated units goes first, and one of causes last. */
    private boolean isSecondChoice(Design design) {
        boolean few = shape.treatedUnits() < FEW_TREATED;
        return switch (design) {
            case DIFFERENCE_IN_DIFFERENCES -> few;
            case SYNTHETIC_CONTROL -> !few;
            case PANEL_REGRESSION, MANY_CAUSES, INSTRUMENTAL_VARIABLE, INTERRUPTED_TIME_SERIES -> true;
            case RANDOMISED_TRIAL, REGRESSION_DISCONTINUITY, OBSERVATIONAL -> false;
        };
    }

    private Possibility possibility(Design design) {
        return switch (design) {
            case RANDOMISED_TRIAL ->
                option(
                        design,
                        5,
                        trial(),
                        "Treatment was dealt out by chance, and those whose outcome is unknown are like the others.",
                        "Nothing ranks higher; larger arms and fewer lost outcomes make it surer.");
            case DIFFERENCE_IN_DIFFERENCES ->
                option(
                        design,
                        3,
                        differences(),
                        "Without treatment, the treated would have changed as the others did.",
                        "More times before treatment, controls more like the treated, or treatment by lot.");
            case SYNTHETIC_CONTROL ->
                option(
                        design,
                        3,
                        synthetic(),
                        "A blend of untreated units that moved as the treated did would have gone on doing so.",
                        "A longer series before treatment, or more untreated units that resemble the treated.");
            case INTERRUPTED_TIME_SERIES ->
                option(
                        design,
                        2,
                        series(),
                        "The trend before would have gone on, and nothing else happened at that time.",
                        "A series of a place without the change, as a control.");
            case REGRESSION_DISCONTINUITY ->
                option(
                        design,
                        4,
                        discontinuity(),
                        "Nobody could place themselves on one side of the cutoff, and nothing else changes there.",
                        "More units near the cutoff; the answer holds only there.");
            case INSTRUMENTAL_VARIABLE ->
                option(
                        design,
                        4,
                        instrument(),
                        "The instrument moves the outcome only by way of treatment, and is as good as dealt out by chance.",
                        "An instrument that was dealt out by lot.");
            case OBSERVATIONAL ->
                option(
                        design,
                        2,
                        observational(),
                        "Among units with the same covariates, who was treated had nothing to do with the outcome.",
                        "Outcomes of the same units before treatment, for difference-in-differences.");
            case PANEL_REGRESSION ->
                option(
                        design,
                        shape.hasPanel() ? 3 : 2,
                        panel(),
                        "Nothing left out of the model moves both treatment and outcome over time.",
                        "A date at which treatment begins in some units and not in others.");
            case MANY_CAUSES ->
                option(
                        design,
                        shape.hasPanel() ? 3 : 2,
                        causes(),
                        "The causes named are all that moved the outcome together with them.",
                        "Variation in each cause that the others do not share.");
        };
    }

    private static Possibility option(Design design, int level, List<String> lacking, String assumes, String raise) {
        return new Possibility(design, lacking, assumes, level, raise);
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
        List<String> lacking = differences();
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
