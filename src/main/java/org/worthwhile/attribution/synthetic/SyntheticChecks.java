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

/**
 * How a synthetic estimate holds: alike before treatment, beside placebos, at an earlier start and without any one control.
 *
 * @param outcome its name
 */
record SyntheticChecks(PanelMatrix matrix, Settings settings, SyntheticEstimate estimate, String outcome) {

    private static final double GOOD_FIT = 0.1;
    private static final double SIGNIFICANT = 0.05;
    private static final double NAMED_WEIGHT = 1e-4;
    private static final int LEAST_BEFORE = 6;
    private static final int LEAST_CONTROLS = 3;

    /** @param placebos the share of all units, each taken for the treated in turn, that move as much */
    List<Diagnostic> diagnostics(double placebos) {
        List<Diagnostic> diagnostics = new ArrayList<>(matrix.calendar().diagnostics());
        diagnostics.add(alikeBefore());
        diagnostics.add(placeboInSpace(placebos));
        if (matrix.before() >= LEAST_BEFORE) {
            diagnostics.add(placeboInTime());
        }
        if (matrix.controls() >= LEAST_CONTROLS) {
            diagnostics.add(leaveOneOut());
        }
        return diagnostics;
    }

    private Diagnostic alikeBefore() {
        double fit = PreFit.of(matrix, estimate, settings.estimator()).before();
        double size = PreFit.rootMeanSquare(matrix.outcomes()[matrix.outcomes().length - 1], 0, matrix.before());
        boolean good = fit <= GOOD_FIT * size;
        return new Diagnostic(
                "pre-period-fit",
                "Alike before treatment",
                good ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(fit),
                OptionalDouble.empty(),
                good
                        ? "Before treatment the treated and their weighted controls moved closely together."
                        : "Even before treatment the treated and their weighted controls moved apart, so what they do"
                                + " afterwards says less.");
    }

    private static Diagnostic placeboInSpace(double placebos) {
        return new Diagnostic(
                "placebo-in-space",
                "Controls taken for the treated",
                placebos <= SIGNIFICANT ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.empty(),
                OptionalDouble.of(placebos),
                "Of all units, each taken for the treated one in turn, a share of "
                        + String.format(Locale.ROOT, "%.0f%%", placebos * 100)
                        + " moves away as much as the treated did"
                        + (placebos <= SIGNIFICANT ? ", which is rare." : ", so that this may be chance."));
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
                        same ? ", always in the same direction" : ", and its direction depends on one of them"));
    }
}
