package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.options.ObservationalOptions.Estimator;

/** What an observational comparison rests on, checked as far as data can. */
final class ObservationalDiagnostics {

    private static final double NEAR_CERTAIN = 0.02;

    private ObservationalDiagnostics() {}

    static List<Diagnostic> of(
            Propensity propensity,
            boolean[] treated,
            Balance balance,
            ObservationalDetails details,
            Effect effect,
            Estimator estimator,
            RepeatedUnits repeats) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        repeats.diagnostic().ifPresent(diagnostics::add);
        double least = details.propensity().stream()
                .mapToDouble(ObservationalDetails.Range::least)
                .max()
                .orElse(0);
        double most = details.propensity().stream()
                .mapToDouble(ObservationalDetails.Range::greatest)
                .min()
                .orElse(1);
        long outside = DoubleStream.of(propensity.score())
                .filter(score -> score < least || score > most)
                .count();
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
                outside + " of " + treated.length + " rows have a propensity that none of the other arm has, and "
                        + certain
                        + " are all but certain to be in their arm"
                        + (good ? "." : "; for them there is little to compare with. Consider trimming.")));
        if (estimator != Estimator.REGRESSION) {
            diagnostics.add(balance.diagnostic("balance", "Alike after weighting"));
        }
        if (estimator == Estimator.MATCHING) {
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
}
