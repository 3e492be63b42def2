package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimator;

/** What an observational comparison rests on, checked as far as data can. */
final class ObservationalDiagnostics {

    private static final double NEAR_CERTAIN = 0.02;

    /** So many controls for each that is taken leave a choice. */
    private static final int LEAST_CHOICE = 2;

    private ObservationalDiagnostics() {}

    static List<Diagnostic> of(
            Propensity propensity,
            boolean[] treated,
            Balance balance,
            SecondMoments secondMoments,
            ObservationalDetails details,
            Effect effect,
            ObservationalOptions options,
            RepeatedUnits repeats) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        repeats.diagnostic().ifPresent(diagnostics::add);
        long outside = unlike(propensity.score(), details.propensity());
        long certain = DoubleStream.of(propensity.score())
                .filter(score -> score < NEAR_CERTAIN || score > 1 - NEAR_CERTAIN)
                .count();
        boolean good = outside <= 0.1 * treated.length && certain <= 0.05 * treated.length;
        diagnostics.add(new Diagnostic(
                "overlap",
                "Treated and untreated alike enough",
                good ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of((double) outside / treated.length),
                OptionalDouble.empty(),
                outside + " of " + treated.length
                        + " rows have a propensity that none of the other arm has or should have by the model, and "
                        + certain
                        + " are all but certain to be in their arm"
                        + (good ? "." : "; for them there is little to compare with. Consider trimming.")));
        if (options.estimator() != Estimator.REGRESSION) {
            diagnostics.add(secondMoments.addedTo(balance.diagnostic("balance", "Alike after weighting")));
        }
        if (options.estimator() == Estimator.MATCHING) {
            long all = IntStream.range(0, treated.length)
                    .filter(row -> treated[row])
                    .count();
            diagnostics.add(new Diagnostic(
                    "matched",
                    "Treated rows matched",
                    effect.matched() == all ? Outcome.PASS : Outcome.WARN,
                    OptionalDouble.of(effect.matched()),
                    OptionalDouble.empty(),
                    effect.matched() + " of " + all + " treated rows found a match"
                            + (effect.matched() == all ? "." : "; the effect is over those alone.")));
            if (!options.replace() && options.caliper().isEmpty()) {
                diagnostics.add(choice(treated.length - all, all * options.ratio()));
            }
            if (effect.ties() > 0) {
                diagnostics.add(new Diagnostic(
                        "ties",
                        "One nearest control",
                        Outcome.WARN,
                        OptionalDouble.of(effect.ties()),
                        OptionalDouble.empty(),
                        "For " + effect.ties()
                                + " treated rows several controls are equally near, and the first of them in"
                                + " the data is taken: with the rows in another order the effect would differ. Match with"
                                + " replacement to take the mean of all of them."));
            }
        }
        diagnostics.add(new Diagnostic(
                "unobserved-confounding",
                "How strong an unseen cause would have to be",
                Outcome.INFO,
                OptionalDouble.of(details.robustnessValue()),
                OptionalDouble.empty(),
                String.format(
                        Locale.ROOT,
                        "An unseen cause would bring the effect to nothing if it explained %.0f%% of what the covariates"
                                + " leave of both treatment and outcome (E-value %.2f).",
                        details.robustnessValue() * 100,
                        details.eValue())));
        Diagnostic.collinear(propensity.collinear()).ifPresent(diagnostics::add);
        return diagnostics;
    }

    /**
     * Where most controls are taken, those that are least like the treated are taken too, and the effect has what then remains
     * between them in it (Rubin and Thomas 1996, Biometrics 52, on what a reservoir of controls can remove).
     */
    private static Diagnostic choice(long controls, long taken) {
        boolean enough = controls >= LEAST_CHOICE * taken;
        return new Diagnostic(
                "choice-of-controls",
                "Controls to choose among",
                enough ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of((double) controls / taken),
                OptionalDouble.empty(),
                controls + " controls for " + taken + " matches"
                        + (enough
                                ? "."
                                : ": most are taken, however unlike the treated they are. Match with replacement, or use entropy"
                                        + " balancing or overlap weights."));
    }

    /**
     * Rows beyond the range of the other arm's propensities where fewer than one of that arm would be expected so far out by the
     * propensities themselves; that a small arm happens to have none there is no want of overlap.
     */
    private static long unlike(double[] score, List<ObservationalDetails.Range> arms) {
        ObservationalDetails.Range treated = arms.getFirst();
        ObservationalDetails.Range untreated = arms.getLast();
        boolean treatedEndFirst = treated.greatest() < untreated.greatest();
        boolean treatedBeginLast = treated.least() > untreated.least();
        double least = Math.max(treated.least(), untreated.least());
        double most = Math.min(treated.greatest(), untreated.greatest());
        double[] rising = score.clone();
        Arrays.sort(rising);
        double[] falling = new double[rising.length];
        Arrays.setAll(falling, i -> 1 - rising[rising.length - 1 - i]);
        return furthest(rising, least, !treatedBeginLast) + furthest(falling, 1 - most, treatedEndFirst);
    }

    /**
     * How many of rising scores lie below a limit with fewer than one row of the other arm expected as far out.
     *
     * @param turned whether a score is that of the rows' own arm
     */
    private static long furthest(double[] rising, double limit, boolean turned) {
        double expected = 0;
        int row = 0;
        while (row < rising.length && rising[row] < limit) {
            int level = row;
            double score = rising[row];
            while (level < rising.length && rising[level] == score) {
                expected += turned ? 1 - score : score;
                level++;
            }
            if (expected >= 1) {
                return row;
            }
            row = level;
        }
        return row;
    }
}
