package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.worthwhile.attribution.AdjustedComparison;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.BinaryTreatment;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimator;
import org.worthwhile.attribution.options.DesignOptions;

/** Treated rows against untreated ones made alike in their covariates. */
final class ObservationalComparison {

    private static final int LEVEL = 2;

    /** In made data with about ten treated rows such intervals covered 79% to 88%. */
    private static final int FEWEST_IN_ARM = 30;

    /** Differences of covariates that Mahalanobis's distances may take; minutes on one core. */
    private static final long MOST_DISTANCES = 20_000_000_000L;

    Attribution attribute(StudyCase given) {
        Sample sample = Sample.of(given, given.study().roles().columns(), Set.of());
        RepeatedUnits repeats = RepeatedUnits.of(given, sample);
        StudyCase studyCase = repeats.studyCase();
        Study.Roles roles = studyCase.study().roles();
        ObservationalOptions options = studyCase.options(ObservationalOptions.class);
        String treatment = studyCase.required(roles.treatment(), "treatment");
        studyCase.required(roles.covariates().stream().findFirst(), "covariates");
        UsedOptions.require(studyCase, options);
        boolean[] treated = BinaryTreatment.of(studyCase, sample);
        Comparison comparison =
                Comparison.of(studyCase, sample, treated, LinearModel.covariates(sample, roles.covariates()));
        List<Dropped> dropped = new ArrayList<>(sample.dropped());
        Propensity propensity = Propensity.of(studyCase, comparison);
        double[] scores = propensity.score();
        double trim = options.trim();
        int[] kept = IntStream.range(0, scores.length)
                .filter(row -> scores[row] >= trim && scores[row] <= 1 - trim)
                .toArray();
        if (kept.length < scores.length) {
            dropped.add(
                    new Dropped("rows with a propensity nearer to 0 or 1 than " + trim, scores.length - kept.length));
            comparison = comparison.at(kept);
            propensity = Propensity.of(studyCase, comparison);
        }
        Estimator estimator = options.estimator();
        Effect effect = effect(studyCase, comparison, treatment, propensity);
        if (!Double.isFinite(effect.estimate()) || !Double.isFinite(effect.standardError())) {
            throw studyCase.unusable(
                    "/columns/covariates",
                    "some rows are all but certain to be treated or not, so that weights are beyond bounds",
                    "set the option trim to 0.01 or more");
        }
        Balance balance = Balance.of(comparison.covariates(), comparison.treated(), effect.weights());
        ObservationalDetails details = details(comparison, treatment, propensity, effect, balance);
        List<Diagnostic> diagnostics = new ArrayList<>(ObservationalDiagnostics.of(
                propensity,
                comparison.treated(),
                balance,
                secondMoments(studyCase, comparison, propensity, effect),
                details,
                effect,
                options,
                repeats));
        FunctionalForm.of(comparison, treatment, roles.outcomeTitle()).ifPresent(diagnostics::add);
        Inference inference = effect.degreesOfFreedom().isPresent()
                ? Inference.student(effect.degreesOfFreedom().getAsInt(), options.level())
                : Inference.normal(options.level());
        Finding finding =
                finding(inference.finding(effect.estimate(), effect.standardError()), options, comparison, balance);
        return new Attribution(
                studyCase,
                DesignOptions.name(estimator),
                "The average effect on " + roles.outcomeTitle() + " of " + treatment
                        + switch (options.over()) {
                            case AVERAGE -> " over all rows";
                            case TREATED -> " over the treated";
                            case OVERLAP -> " over rows as they may be in either arm";
                        },
                finding,
                comparison.rows(),
                roles.unit().map(unit -> sample.grouping(unit).size()).orElse(comparison.rows()),
                dropped,
                List.of(finding.coefficient(treatment)),
                details,
                diagnostics,
                List.of(balance.series()),
                ObservationalConventions.of(options, comparison.clusters().isPresent(), effect),
                List.of(
                        "Everything that moves both " + treatment + " and " + roles.outcomeTitle()
                                + " is among the covariates.",
                        "Rows alike in their covariates could have been treated or not."),
                LEVEL,
                StudySize.UNKNOWN);
    }

    /**
     * Without p-value and interval where these do not keep their word: weights by propensities and regressions within arms of few rows,
     * and means of arms that weights or matches leave far apart.
     */
    private static Finding finding(
            Finding found, ObservationalOptions options, Comparison comparison, Balance balance) {
        int smaller = Math.min(comparison.treatedRows(), comparison.rows() - comparison.treatedRows());
        boolean ofMeans = options.estimator() == Estimator.MATCHING || options.estimator() == Estimator.IPW;
        boolean ofEachArm = options.estimator() == Estimator.AIPW
                || options.estimator() == Estimator.REGRESSION
                || options.estimator() == Estimator.IPW && options.over() != ObservationalOptions.Estimand.OVERLAP;
        if (ofEachArm && smaller < FEWEST_IN_ARM) {
            return found.thatCannotTell(
                    "one arm has " + smaller + " rows, and below " + FEWEST_IN_ARM
                            + " the error of this estimator is far too small; overlap weights and entropy balancing keep to theirs");
        }
        return ofMeans && !balance.tooFarApart().isEmpty()
                ? found.thatCannotTell(
                        "treated and untreated still differ by more than a quarter of a standard deviation in "
                                + String.join(", ", balance.tooFarApart())
                                + "; entropy balancing and overlap weights make their means equal")
                : found;
    }

    /**
     * Whether arms of alike means differ in squares and products. Weights by propensities are tested as overlap weights, in which no row
     * counts for many and the test keeps to its level: whether the propensities are right is the same question.
     */
    private static SecondMoments secondMoments(
            StudyCase studyCase, Comparison comparison, Propensity propensity, Effect effect) {
        return switch (studyCase.options(ObservationalOptions.class).estimator()) {
            case REGRESSION -> SecondMoments.NONE;
            case MATCHING, ENTROPY_BALANCING -> SecondMoments.of(comparison, effect.weights());
            case AIPW, IPW ->
                SecondMoments.of(
                        comparison,
                        new Weighting(studyCase, comparison, propensity, ObservationalOptions.Estimand.OVERLAP)
                                .inverseProbability());
        };
    }

    private static Effect effect(StudyCase studyCase, Comparison comparison, String treatment, Propensity propensity) {
        ObservationalOptions options = studyCase.options(ObservationalOptions.class);
        Weighting weighting = new Weighting(studyCase, comparison, propensity, options.over());
        List<Term> covariates = propensity.terms().subList(1, propensity.terms().size());
        return switch (options.estimator()) {
            case AIPW -> weighting.augmented();
            case IPW -> weighting.weighted();
            case ENTROPY_BALANCING -> new EntropyBalancing(studyCase, comparison).effect(covariates, weighting);
            case MATCHING -> matching(studyCase, comparison, propensity, covariates, weighting);
            case REGRESSION -> regression(studyCase, comparison, treatment, covariates, options.over());
        };
    }

    private static Effect matching(
            StudyCase studyCase,
            Comparison comparison,
            Propensity propensity,
            List<Term> covariates,
            Weighting weighting) {
        ObservationalOptions options = studyCase.options(ObservationalOptions.class);
        long treated = comparison.treatedRows();
        if (!options.replace() && treated > comparison.rows() - treated) {
            throw studyCase.unusable(
                    "/options/replace",
                    treated + " treated rows cannot each have a match of their own among "
                            + (comparison.rows() - treated) + " others",
                    "set replace to true, or use another estimator");
        }
        if (options.averagesTies() && !options.replace()) {
            throw studyCase.unusable(
                    "/options/ties",
                    "controls equally near can be averaged only where a control may be matched again",
                    "set the option replace to true, or leave ties out");
        }
        boolean mahalanobis = options.distance() == ObservationalOptions.Distance.MAHALANOBIS;
        if (mahalanobis && treated * (comparison.rows() - treated) * covariates.size() > MOST_DISTANCES) {
            throw studyCase.unusable(
                    "/options/distance",
                    treated + " treated rows and " + (comparison.rows() - treated)
                            + " others are too many to be held against one another in " + covariates.size()
                            + " covariates",
                    "match by the propensity, or name exact covariates and run the study for parts of the data");
        }
        try {
            return new Matching(options, comparison, propensity.score(), covariates)
                    .effect(studyCase, () -> weighting.fitted(false, comparison.weights()));
        } catch (NonPositiveDefiniteMatrixException constant) {
            throw studyCase.unusable(
                    "/columns/covariates",
                    "the covariates do not vary apart from one another within the arms, so that no distance can be had of"
                            + " all of them",
                    "leave out the one that adds nothing, or match by the propensity");
        }
    }

    /** Outcomes regressed on covariates in each arm for itself. */
    private static Effect regression(
            StudyCase studyCase,
            Comparison comparison,
            String treatment,
            List<Term> covariates,
            ObservationalOptions.Estimand estimand) {
        boolean overTreated = estimand == ObservationalOptions.Estimand.TREATED;
        double[] over = comparison.weights().clone();
        for (int row = 0; row < over.length; row++) {
            over[row] = comparison.treated()[row] || !overTreated ? over[row] : 0;
        }
        List<Term> terms = AdjustedComparison.terms(treatment, comparison.treated(), covariates, over);
        Regression fit = Regression.fit(comparison.outcome(), terms, List.of(), comparison.weights());
        int position = fit.terms().indexOf(treatment);
        if (position < 0 || fit.degreesOfFreedom() < 1) {
            throw studyCase.unusable(
                    "/columns/covariates",
                    comparison.rows() + " rows do not identify the effect beside so many covariates",
                    "name fewer covariates");
        }
        Covariance covariance = comparison
                .clusters()
                .map(clusters -> Covariance.of(fit, Covariance.Kind.CLUSTER, List.of(clusters)))
                .orElseGet(() -> Covariance.of(fit, Covariance.Kind.HC1, List.of()));
        return new Effect(
                fit.coefficients()[position],
                covariance.standardError(position),
                comparison.weights(),
                comparison.treatedRows(),
                comparison.clusters().isPresent()
                        ? OptionalInt.of((int) covariance.degreesOfFreedom())
                        : OptionalInt.empty(),
                0);
    }

    private static ObservationalDetails details(
            Comparison comparison, String treatment, Propensity propensity, Effect effect, Balance balance) {
        boolean[] treated = comparison.treated();
        double[] outcome = comparison.outcome();
        double[] arms = new double[treated.length];
        Arrays.setAll(arms, row -> treated[row] ? 1 : 0);
        List<Term> terms = new ArrayList<>(propensity.terms());
        terms.add(new Term(treatment, arms));
        Regression plain = Regression.fit(outcome, terms, List.of(), comparison.weights());
        int position = plain.terms().indexOf(treatment);
        double t = position < 0 || plain.residualSumOfSquares() == 0
                ? 0
                : plain.coefficients()[position]
                        / Math.sqrt(plain.bread()[position][position]
                                * plain.residualSumOfSquares()
                                / plain.degreesOfFreedom());
        double f = t * t / plain.degreesOfFreedom();
        double spread = Resampling.deviation(outcome);
        double ratio = spread == 0 ? 1 : StrictMath.exp(0.91 * Math.abs(effect.estimate()) / spread);
        return new ObservationalDetails(
                List.of(range("treated", propensity, treated, true), range("untreated", propensity, treated, false)),
                Matching.means(propensity.score(), treated, effect.weights()),
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
}
