package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.AdjustedComparison;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.BinaryTreatment;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.ObservationalOptions;
import org.worthwhile.attribution.options.ObservationalOptions.Estimand;
import org.worthwhile.attribution.options.ObservationalOptions.Estimator;

/** Treated rows against untreated ones made alike in their covariates. */
public final class ObservationalComparison implements AttributionDesign {

    private static final int LEVEL = 2;
    private static final double NEAR_CERTAIN = 0.02;

    @Override
    public Attribution attribute(StudyCase studyCase) {
        Study study = studyCase.study();
        Study.Roles roles = study.roles();
        ObservationalOptions options = studyCase.options(ObservationalOptions.class);
        String treatment = studyCase.required(roles.treatment(), "treatment");
        studyCase.required(roles.covariates().stream().findFirst(), "covariates");
        Sample sample = Sample.of(studyCase, roles.columns(), Set.of());
        boolean[] treated = BinaryTreatment.of(studyCase, sample);
        double[] outcome = sample.numbers("/columns/outcome", roles.outcome());
        List<Term> covariates = LinearModel.covariates(sample, roles.covariates());
        List<Dropped> dropped = new ArrayList<>(sample.dropped());
        Propensity propensity = Propensity.of(studyCase, covariates, treated);
        double trim = options.trim();
        double[] scores = propensity.score();
        int[] kept = IntStream.range(0, treated.length)
                .filter(row -> scores[row] >= trim && scores[row] <= 1 - trim)
                .toArray();
        if (kept.length < treated.length) {
            dropped.add(
                    new Dropped("rows with a propensity nearer to 0 or 1 than " + trim, treated.length - kept.length));
            treated = take(treated, kept);
            outcome = take(outcome, kept);
            covariates = covariates.stream()
                    .map(term -> new Term(term.name(), take(term.values(), kept)))
                    .toList();
            propensity = Propensity.of(studyCase, covariates, treated);
        }
        Estimator estimator = options.estimator();
        boolean overTreated = options.estimand() == Estimand.TREATED
                || estimator == Estimator.MATCHING
                || estimator == Estimator.ENTROPY_BALANCING;
        Effect effect = effect(studyCase, estimator, outcome, treated, treatment, propensity, overTreated);
        if (!Double.isFinite(effect.estimate()) || !Double.isFinite(effect.standardError())) {
            throw studyCase.unusable(
                    "/columns/covariates",
                    "some rows are all but certain to be treated or not, so that weights are beyond bounds",
                    "set the option trim to 0.01 or more");
        }
        Balance balance = Balance.of(covariates, treated, effect.weights());
        ObservationalDetails details = details(outcome, treated, treatment, propensity, effect, balance);
        Inference inference = Inference.normal(options.level());
        return new Attribution(
                studyCase,
                DesignOptions.name(estimator),
                "The average effect on " + roles.outcome() + " of " + treatment
                        + (overTreated ? " over the treated" : " over all rows"),
                inference.finding(effect.estimate(), effect.standardError()),
                treated.length,
                treated.length,
                dropped,
                List.of(inference.coefficient(treatment, effect.estimate(), effect.standardError())),
                details,
                diagnostics(propensity, treated, balance, details, effect, estimator),
                List.of(balance.series()),
                List.of(convention(estimator), "Intervals and tests are normal."),
                List.of(
                        "Everything that moves both " + treatment + " and " + roles.outcome()
                                + " is among the covariates.",
                        "Rows alike in their covariates could have been treated or not."),
                LEVEL);
    }

    private static Effect effect(
            StudyCase studyCase,
            Estimator estimator,
            double[] outcome,
            boolean[] treated,
            String treatment,
            Propensity propensity,
            boolean overTreated) {
        Weighting weighting = new Weighting(studyCase, outcome, treated, propensity, overTreated);
        return switch (estimator) {
            case AIPW -> weighting.augmented();
            case IPW -> weighting.weighted();
            case ENTROPY_BALANCING -> weighting.entropyBalanced();
            case MATCHING ->
                new Matching(studyCase.options(ObservationalOptions.class), outcome, treated, propensity.score())
                        .effect(studyCase);
            case REGRESSION -> regression(studyCase, outcome, treated, treatment, propensity, overTreated);
        };
    }

    /** Outcomes regressed on covariates in each arm for itself. */
    private static Effect regression(
            StudyCase studyCase,
            double[] outcome,
            boolean[] treated,
            String treatment,
            Propensity propensity,
            boolean overTreated) {
        boolean[] over = new boolean[treated.length];
        for (int row = 0; row < over.length; row++) {
            over[row] = treated[row] || !overTreated;
        }
        List<Term> covariates = propensity.terms().subList(1, propensity.terms().size());
        List<Term> terms = AdjustedComparison.terms(treatment, treated, covariates, over);
        Regression fit = Regression.fit(outcome, terms, List.of(), LinearModel.ones(outcome.length));
        int position = fit.terms().indexOf(treatment);
        if (position < 0 || fit.degreesOfFreedom() < 1) {
            throw studyCase.unusable(
                    "/columns/covariates",
                    outcome.length + " rows cannot tell the effect apart from so many covariates",
                    "name fewer covariates");
        }
        Covariance covariance = Covariance.of(fit, Covariance.Kind.HC1, List.of());
        return new Effect(
                fit.coefficients()[position],
                covariance.standardError(position),
                LinearModel.ones(outcome.length),
                (int) IntStream.range(0, treated.length)
                        .filter(row -> treated[row])
                        .count());
    }

    private static ObservationalDetails details(
            double[] outcome,
            boolean[] treated,
            String treatment,
            Propensity propensity,
            Effect effect,
            Balance balance) {
        double[] arms = new double[treated.length];
        Arrays.setAll(arms, row -> treated[row] ? 1 : 0);
        List<Term> terms = new ArrayList<>(propensity.terms());
        terms.add(new Term(treatment, arms));
        Regression plain = Regression.fit(outcome, terms, List.of(), LinearModel.ones(outcome.length));
        int position = plain.terms().indexOf(treatment);
        double t = position < 0 || plain.residualSumOfSquares() == 0
                ? 0
                : plain.coefficients()[position]
                        / Math.sqrt(plain.bread()[position][position]
                                * plain.residualSumOfSquares()
                                / plain.degreesOfFreedom());
        double f = t * t / plain.degreesOfFreedom();
        double[] means = Matching.means(propensity.score(), treated, effect.weights());
        double spread = Resampling.deviation(outcome);
        double ratio = spread == 0 ? 1 : StrictMath.exp(0.91 * Math.abs(effect.estimate()) / spread);
        return new ObservationalDetails(
                List.of(range("treated", propensity, treated, true), range("untreated", propensity, treated, false)),
                List.of(means[0], means[1]),
                effect.matched(),
                balance,
                (Math.sqrt(f * f + 4 * f) - f) / 2,
                ratio + Math.sqrt(ratio * (ratio - 1)));
    }

    private static ObservationalDetails.Range range(
            String title, Propensity propensity, boolean[] treated, boolean arm) {
        double[] own = IntStream.range(0, treated.length)
                .filter(row -> treated[row] == arm)
                .mapToDouble(row -> propensity.score()[row])
                .toArray();
        return new ObservationalDetails.Range(
                title,
                DoubleStream.of(own).min().orElse(0),
                DoubleStream.of(own).max().orElse(0));
    }

    private static List<Diagnostic> diagnostics(
            Propensity propensity,
            boolean[] treated,
            Balance balance,
            ObservationalDetails details,
            Effect effect,
            Estimator estimator) {
        List<Diagnostic> diagnostics = new ArrayList<>();
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

    private static String convention(Estimator estimator) {
        return switch (estimator) {
            case AIPW -> "Standard errors are by the influence function of the doubly robust estimate.";
            case IPW -> "Standard errors are by the influence function, the estimation of propensities included.";
            case MATCHING ->
                "Treated rows are matched in descending order of their propensity, each without replacement to the nearest"
                        + " control left at or below its own. Standard errors are those of Abadie and Imbens (2006),"
                        + " propensities taken as known.";
            case REGRESSION -> "Standard errors are those of the regression, robust to unequal variance (HC1).";
            case ENTROPY_BALANCING -> "Standard errors are by the influence function of the balanced estimate.";
        };
    }

    private static double[] take(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static boolean[] take(boolean[] values, int[] rows) {
        boolean[] taken = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return taken;
    }
}
