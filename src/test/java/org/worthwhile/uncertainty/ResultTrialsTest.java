package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.Funding;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.appraisal.OutcomeResult;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.InputChange;

/** The results of a trial are those of the proposal with the drawn inputs in it, appraised by the ordinary engine. */
class ResultTrialsTest {

    private static final double TOLERANCE = 1e-11;
    private static final int TRIALS = 4;

    @Property(tries = 60, seed = "17")
    void resultsAreThoseOfTheAppraisalAtTheDrawnInputs(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        compare(GeneratedProposals.resolved(GeneratedProposals.of(seed)), seed);
    }

    @Test
    void sharesOfSavingsAndWhatOfThemCanBeCashedAreDrawn() {
        compare(savings("""
                {"organisation": "nhs", "share": {"value": 0.6, "uncertainty": {"distribution": "uniform", "low": 0.4, "high": 0.8}},
                 "cashable": {"value": 0.5, "uncertainty": {"distribution": "uniform", "low": 0, "high": 1}}, "cashableFrom": "2027/28"},
                {"organisation": "county", "share": 0.2, "cashable": {"parameter": "cash", "times": 0.5}}"""), 3);
    }

    private static AppraisalCase savings(String savings) {
        return SmallCases.read("""
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 4},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}, {"id": "nhs", "title": "NHS", "sector": "public"}],
                 "parameters": [{"id": "cash", "title": "Cashable", "value": 0.5, "uncertainty": {"distribution": "uniform", "low": 0, "high": 1}}],
                 "options": [{"id": "do", "title": "Do", "role": "preferred",
                   "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "capital", "amount": {"schedule": {"2026/27": 100}}}],
                   "impacts": [{"id": "i", "title": "I", "category": "fiscal", "outcome": "stays", "unit": "stay",
                     "quantity": {"population": 10, "effect": {"value": 1, "uncertainty": {"distribution": "normal", "mean": 1, "sd": 0.2}}},
                     "value": {"amount": 10}, "savings": [%s]}]}]}""".formatted(savings), Map.of());
    }

    private static void compare(AppraisalCase basis, long seed) {
        List<UncertainInput> inputs = UncertainInputs.ofResults(basis);
        double[][] draws = new double[inputs.size()][TRIALS];
        for (int i = 0; i < draws.length; i++) {
            Quantile quantile = Quantile.of(inputs.get(i));
            for (int trial = 0; trial < TRIALS; trial++) {
                draws[i][trial] = quantile.at(CounterRandom.uniform(CounterRandom.stream(seed, i), trial));
            }
        }
        ResultModel model = new ResultModel(basis, inputs);
        for (int option = 0; option < basis.proposal().options().size(); option++) {
            ResultTrials found =
                    ResultTrials.of(basis, model, option, draws, Replicates.of(TRIALS), Replicates.of(TRIALS));
            for (int trial = 0; trial < TRIALS; trial++) {
                Map<String, Double> changes = new HashMap<>();
                for (int i = 0; i < draws.length; i++) {
                    changes.put(inputs.get(i).path(), draws[i][trial]);
                }
                Appraisal appraisal =
                        Appraiser.appraise(basis.withProposal(InputChange.apply(basis.proposal(), changes)));
                compare(appraisal, option, model.sums(), found, trial);
            }
        }
    }

    private static void compare(Appraisal appraisal, int option, ResultSums sums, ResultTrials found, int trial) {
        OptionResult result = appraisal.options().get(option);
        double money = Turnover.of(appraisal);
        double near = TOLERANCE * money;
        assertThat(found.publicCost()[trial]).isCloseTo(result.pvPublicCost(), within(near));
        same(found.bcr()[trial], result.bcr(), result.pvc(), money);
        double netCost = result.pvPublicCost()
                - result.budget().stream()
                        .filter(each -> each.organisation().isPublic())
                        .mapToDouble(each -> each.savings().presentValue(appraisal.standardFactors()))
                        .sum();
        double spent = result.budget().stream()
                .filter(each -> each.organisation().isPublic())
                .mapToDouble(each -> each.costs().presentValue(appraisal.standardFactors()))
                .sum();
        same(found.froi()[trial], result.froi(), spent, money);
        if (Math.abs(netCost) > 1e-6 * money) {
            if (result.mvpf().reason().startsWith("infinite")) {
                assertThat(found.mvpf()[trial]).isEqualTo(Double.POSITIVE_INFINITY);
            } else {
                same(found.mvpf()[trial], result.mvpf(), netCost, money);
            }
        }
        Optional<FinancialYear> payback = found.payback()[trial] < 0
                ? Optional.empty()
                : Optional.of(appraisal.years().get(found.payback()[trial]));
        assertThat(payback).isEqualTo(result.payback());
        assertThat(found.payback()[trial] == Funding.NOTHING_PAID).isEqualTo(isNothingPaid(result));
        for (OutcomeResult outcome : result.outcomes()) {
            int place = sums.outcomes().indexOf(new ResultSums.Outcome(outcome.outcome(), outcome.unit()));
            assertThat(found.units()[place][trial])
                    .isCloseTo(outcome.units(), within(TOLERANCE * Math.max(1, units(appraisal))));
        }
        for (int body = 0; body < result.budget().size(); body++) {
            BudgetImpact impact = result.budget().get(body);
            for (int t = 0; t < impact.fundingNeed().years(); t++) {
                assertThat(found.need()[body][t][trial])
                        .isCloseTo(impact.fundingNeed().at(t), within(near));
            }
        }
    }

    private static boolean isNothingPaid(OptionResult result) {
        double sum = 0;
        double largest = 0;
        double least = 0;
        for (int t = 0; t < result.budget().getFirst().costs().years(); t++) {
            for (BudgetImpact impact : result.budget()) {
                sum += impact.organisation().isPublic()
                        ? impact.costs().at(t) - impact.residual().at(t)
                        : 0;
            }
            largest = Math.max(largest, sum);
            least = Math.min(least, sum);
        }
        return largest <= 1e-12 * Math.max(largest, -least);
    }

    private static double units(Appraisal appraisal) {
        return appraisal.options().stream()
                .flatMap(each -> each.impacts().stream())
                .flatMapToDouble(each -> java.util.Arrays.stream(each.quantity().toArray()))
                .map(Math::abs)
                .sum();
    }

    /** Ratios by their rounding, which grows as the denominator comes near 0. */
    private static void same(double found, Indicator expected, double denominator, double money) {
        if (Math.abs(denominator) < 1e-9 * money) {
            return;
        }
        if (expected.value().isEmpty()) {
            assertThat(found).isNaN();
        } else {
            double value = expected.value().getAsDouble();
            assertThat(found)
                    .isCloseTo(value, within(TOLERANCE * money / Math.abs(denominator) * (1 + Math.abs(value))));
        }
    }
}
