package org.worthwhile.attribution.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.synthetic.SyntheticEstimate.Settings;
import org.worthwhile.attribution.synthetic.SyntheticOptions.Estimator;

/**
 * How a synthetic estimate holds: alike before treatment, beside placebos, at an earlier start and without any one control.
 *
 * @param outcome its name
 */
record SyntheticChecks(PanelMatrix matrix, Settings settings, SyntheticEstimate estimate, String outcome) {

    private static final double GOOD_FIT = 0.5;
    private static final double ROUNDING = 1e-9;
    private static final double SIGNIFICANT = 0.05;
    private static final double NAMED_WEIGHT = 1e-4;
    private static final int LEAST_BEFORE = 6;
    private static final int LEAST_CONTROLS = 3;

    /**
     * All of them.
     *
     * @param placebos the share of all units, each taken for the treated in turn, that move as much
     * @param canTell whether there are so many that a share of one in twenty can be
     * @param others how controls fit when each is taken for the treated
     */
    List<Diagnostic> diagnostics(double placebos, boolean canTell, List<PreFit> others) {
        List<Diagnostic> diagnostics = new ArrayList<>(matrix.calendar().diagnostics());
        diagnostics.add(alikeBefore(others));
        diagnostics.add(isFollowed(others) ? placeboInSpace(placebos, canTell) : placebosOfNoUse(others));
        if (matrix.before() >= LEAST_BEFORE) {
            diagnostics.add(placeboInTime());
        }
        if (matrix.controls() >= LEAST_CONTROLS) {
            diagnostics.add(leaveOneOut());
        }
        return diagnostics;
    }

    /**
     * Whether some mixture of the controls moves as the treated do before treatment, as far as can be seen. Controls of equal
     * weight are no search for one: that the treated move otherwise than they do is told and leaves placebos what they are.
     */
    boolean isFollowed(List<PreFit> others) {
        return isUnweighted() || isAlike(others);
    }

    private boolean isUnweighted() {
        return settings.estimator() == Estimator.DID;
    }

    private boolean isAlike(List<PreFit> others) {
        boolean near = isGood()
                || others.isEmpty()
                || others.stream().anyMatch(other -> gap() <= other.before() * (1 + ROUNDING));
        return near && !goesWithControls();
    }

    private boolean goesWithControls() {
        return CommonMovement.of(matrix, estimate)
                .filter(test -> test.pValue() < SIGNIFICANT)
                .isPresent();
    }

    private boolean isGood() {
        return gap() <= GOOD_FIT * movement();
    }

    private double gap() {
        return PreFit.of(matrix, estimate, settings.estimator()).before();
    }

    /** The gaps of controls, which are told beside a finding that has no interval. */
    private static Diagnostic placebosOfNoUse(List<PreFit> others) {
        return Diagnostic.of(
                "placebo-in-space",
                "Controls taken for the treated",
                Outcome.WARN,
                "Each control taken for the treated in turn lies between "
                        + Rounded.plain(
                                others.stream().mapToDouble(PreFit::after).min().orElseThrow())
                        + " and "
                        + Rounded.plain(
                                others.stream().mapToDouble(PreFit::after).max().orElseThrow())
                        + " from the others afterwards. The treated are not like them, so that no p-value is given.");
    }

    /** The gap is held against how the treated themselves moved, so that the level of the outcome is of no consequence. */
    private Diagnostic alikeBefore(List<PreFit> others) {
        double gap = gap();
        boolean good = isGood();
        boolean outside = !isAlike(others);
        return new Diagnostic(
                "pre-period-fit",
                "Alike before treatment",
                outside ? Outcome.FAIL : good ? Outcome.PASS : Outcome.INFO,
                OptionalDouble.of(gap),
                OptionalDouble.empty(),
                outside
                        ? apart()
                        : good
                                ? "Before treatment the treated and their weighted controls moved closely together."
                                : "Even before treatment the treated and their weighted controls moved apart, as controls do"
                                        + " from one another too, so what they do afterwards says less.");
    }

    private String apart() {
        String how = goesWithControls()
                ? "Before treatment the treated moved more, or less, with what moves all controls than "
                        + (isUnweighted() ? "the controls together do" : "any mixture of them does")
                : "Before treatment the treated and their weighted controls moved apart, further than any control does from the"
                        + " others";
        return how
                + (isUnweighted()
                        ? ": their trends were not parallel, which the effect supposes."
                        : ": no mixture of them follows the treated, and these data cannot tell what would have been without"
                                + " treatment.");
    }

    /** The standard deviation over time of the treated's mean before treatment. */
    private double movement() {
        double[] path = new double[matrix.before()];
        double mean = 0;
        for (int t = 0; t < path.length; t++) {
            for (int unit = matrix.controls(); unit < matrix.outcomes().length; unit++) {
                path[t] += matrix.outcomes()[unit][t] / matrix.treated();
            }
            mean += path[t] / path.length;
        }
        for (int t = 0; t < path.length; t++) {
            path[t] -= mean;
        }
        return PreFit.rootMeanSquare(path, 0, path.length);
    }

    private static Diagnostic placeboInSpace(double placebos, boolean canTell) {
        return new Diagnostic(
                "placebo-in-space",
                "Controls taken for the treated",
                placebos <= SIGNIFICANT ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.empty(),
                OptionalDouble.of(placebos),
                "Of all units, each taken for the treated one in turn, a share of "
                        + String.format(Locale.ROOT, "%.0f%%", placebos * 100)
                        + " moves away as much as the treated did"
                        + (placebos <= SIGNIFICANT
                                ? ", which is rare."
                                : canTell
                                        ? ", so that this may be chance."
                                        : ". There are too few of them to tell whether that is chance: a share of one in twenty"
                                                + " takes nineteen controls."));
    }

    private Diagnostic placeboInTime() {
        PanelMatrix earlier = matrix.until(matrix.before() * 2 / 3, matrix.before());
        double effect = SyntheticEstimate.of(earlier, Settings.of(earlier, settings.estimator()))
                .effect();
        boolean small = Math.abs(effect) <= Math.abs(estimate.effect()) / 3;
        return new Diagnostic(
                "placebo-in-time",
                "A made-up earlier start",
                small ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(effect),
                OptionalDouble.empty(),
                "Had treatment begun in " + matrix.label(earlier.before()) + ", when it had not, an effect on "
                        + outcome
                        + " of " + Rounded.plain(effect) + " would be found, against "
                        + Rounded.plain(estimate.effect()) + " from the real start.");
    }

    private Diagnostic leaveOneOut() {
        double least = estimate.effect();
        double most = estimate.effect();
        for (int left = 0; left < matrix.controls(); left++) {
            if (estimate.unitWeights()[left] > NAMED_WEIGHT) {
                int out = left;
                PanelMatrix without = matrix.among(
                        IntStream.range(0, matrix.controls())
                                .filter(i -> i != out)
                                .toArray(),
                        IntStream.range(matrix.controls(), matrix.outcomes().length)
                                .toArray());
                double effect = SyntheticEstimate.of(without, settings).effect();
                least = Math.min(least, effect);
                most = Math.max(most, effect);
            }
        }
        boolean same = Math.signum(least) == Math.signum(most);
        return Diagnostic.of(
                "leave-one-donor-out",
                "Any one control left out",
                same ? Outcome.PASS : Outcome.WARN,
                String.format(
                        Locale.ROOT,
                        "Without any one of the weighted controls the effect lies between %s and %s%s.",
                        Rounded.plain(least),
                        Rounded.plain(most),
                        same
                                ? least == 0 ? "" : ", always in the same direction"
                                : ", and its direction depends on one of them"));
    }
}
