package org.worthwhile.attribution.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.BinaryTreatment;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;

/** Units treated by chance against those not. */
final class RandomisedTrial {

    private static final int LEVEL = 5;
    private static final double SIGNIFICANT = 0.05;

    /** Draws of the test of balance, of which no interval is made. */
    private static final int BALANCE_DRAWS = 999;

    Attribution attribute(StudyCase given) {
        Sample sample = Sample.of(given, given.study().roles().columns(), Set.of());
        RepeatedUnits repeats = RepeatedUnits.of(given, sample);
        StudyCase studyCase = repeats.studyCase();
        Study.Roles roles = studyCase.study().roles();
        String treatment = studyCase.required(roles.treatment(), "treatment");
        boolean[] treated = BinaryTreatment.of(studyCase, sample);
        List<Term> covariates = LinearModel.covariates(sample, roles.covariates());
        requireApartFromTreatment(studyCase, covariates, treated);
        AssignmentStrata strata = AssignmentStrata.of(sample, roles, treated);
        List<Term> adjusting = new ArrayList<>(covariates);
        adjusting.addAll(strata.indicators());
        RegressionStudy fit = RegressionStudy.fit(
                studyCase, sample, strata.terms(treatment, treated, covariates), List.of(), Covariance.Kind.HC2);
        Coefficient effect = fit.coefficient(studyCase, treatment);
        double[] outcome = sample.numbers("/columns/outcome", roles.outcome());
        TrialOptions options = studyCase.options(TrialOptions.class);
        int draws = options.randomisationDraws();
        double[] weights = RegressionStudy.weights(studyCase, sample);
        Balance balance = Balance.of(covariates, treated, weights);
        RandomisationTest test = new RandomisationTest(studyCase, sample, treated, adjusting, outcome);
        RandomisationTest.Dealt dealt = test.deal(draws, options.seed());
        Optional<Diagnostic> alike = covariates.isEmpty()
                ? Optional.empty()
                : Optional.of(balance.ofAssignment(
                        test.balancePValue(covariates, weights, Math.min(draws, BALANCE_DRAWS), options.seed())));
        double randomisation = dealt.pValue(0);
        TrialHeadline.Chosen headline = new TrialHeadline(
                        studyCase, fit.finding(studyCase, effect), dealt, outcome, treated, !adjusting.isEmpty())
                .choose();
        TrialDetails details = new TrialDetails(
                mean(outcome, weights, treated, true),
                mean(outcome, weights, treated, false),
                count(treated, true),
                count(treated, false),
                randomisation,
                draws,
                balance);
        return new Attribution(
                studyCase,
                adjusting.isEmpty() ? "difference-in-means" : "adjusted-difference-in-means",
                "The average effect on " + roles.outcomeTitle() + " of being assigned " + treatment,
                headline.finding(),
                sample.size(),
                roles.unit().map(unit -> sample.grouping(unit).size()).orElse(sample.size()),
                sample.dropped(),
                fit.coefficients(),
                details,
                diagnostics(studyCase, fit, alike, randomisation, repeats),
                covariates.isEmpty() ? List.of() : List.of(balance.series()),
                List.of(
                        fit.covariance().convention(),
                        headline.convention(),
                        adjusting.isEmpty()
                                ? "The estimate is the difference of the arms' means."
                                : strata.convention()),
                List.of(
                        "Treatment was assigned by chance.",
                        "One unit's treatment does not touch another's outcome.",
                        "Those whose outcome is unknown are like the others."),
                LEVEL,
                StudySize.UNKNOWN);
    }

    /** A covariate of one value among the treated and another among the others cannot have been there before them. */
    private static void requireApartFromTreatment(StudyCase studyCase, List<Term> covariates, boolean[] treated) {
        for (Term covariate : covariates) {
            double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int row = 0; row < treated.length; row++) {
                int arm = treated[row] ? 1 : 0;
                least[arm] = Math.min(least[arm], covariate.values()[row]);
                most[arm] = Math.max(most[arm], covariate.values()[row]);
            }
            if (least[0] == most[0] && least[1] == most[1] && least[0] != least[1]) {
                throw studyCase.unusable(
                        "/columns/covariates",
                        "'" + covariate.name()
                                + "' has one value in all treated rows and another in all others, so that it"
                                + " says no more than treatment does",
                        "leave it out");
            }
        }
    }

    private List<Diagnostic> diagnostics(
            StudyCase studyCase,
            RegressionStudy fit,
            Optional<Diagnostic> alike,
            double randomisation,
            RepeatedUnits repeats) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        repeats.diagnostic().ifPresent(diagnostics::add);
        alike.ifPresent(diagnostics::add);
        diagnostics.add(attrition(studyCase));
        diagnostics.add(
                new Diagnostic(
                        "randomisation-test",
                        "Chance alone",
                        Outcome.INFO,
                        OptionalDouble.empty(),
                        OptionalDouble.of(randomisation),
                        randomisation < SIGNIFICANT
                                ? "Dealing out treatment again at random seldom gives a difference as great."
                                : "Dealing out treatment again at random often gives a difference as great; it may be chance."));
        diagnostics.add(Diagnostic.of(
                "compliance",
                "As assigned, not as taken up",
                Outcome.INFO,
                "The effect is that of being assigned treatment. If some did not take it up, the effect on those who did is"
                        + " larger: use assignment as an instrument for it."));
        diagnostics.addAll(fit.diagnostics(
                studyCase, studyCase.required(studyCase.study().roles().treatment(), "treatment")));
        return diagnostics;
    }

    /** Whether outcomes are missing more often in one arm. */
    private static Diagnostic attrition(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        Sample all = Sample.of(studyCase, roles.columns(), Set.of(roles.outcome()));
        boolean[] treated = BinaryTreatment.of(studyCase, all);
        double[] outcome = all.numbers("/columns/outcome", roles.outcome());
        int[] missing = new int[2];
        int[] count = new int[2];
        for (int row = 0; row < outcome.length; row++) {
            int arm = treated[row] ? 1 : 0;
            count[arm]++;
            missing[arm] += Double.isNaN(outcome[row]) ? 1 : 0;
        }
        double pooled = (double) (missing[0] + missing[1]) / outcome.length;
        double difference = (double) missing[1] / count[1] - (double) missing[0] / count[0];
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / count[0] + 1.0 / count[1]));
        double pValue = Inference.normal(0.95).pValue(difference, error);
        boolean alike = pValue >= SIGNIFICANT;
        return new Diagnostic(
                "attrition",
                "Outcomes known for both arms alike",
                alike ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(difference),
                OptionalDouble.of(pValue),
                missing[0] + missing[1] == 0
                        ? "No outcome is missing."
                        : alike
                                ? "Outcomes are missing about as often in one arm as in the other."
                                : "Outcomes are missing more often in one arm, so that those who remain may not be alike.");
    }

    private static double mean(double[] values, double[] weights, boolean[] treated, boolean arm) {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < values.length; row++) {
            double weight = treated[row] == arm ? weights[row] : 0;
            sum += weight * values[row];
            total += weight;
        }
        return sum / total;
    }

    private static int count(boolean[] treated, boolean arm) {
        int count = 0;
        for (boolean value : treated) {
            count += value == arm ? 1 : 0;
        }
        return count;
    }
}
