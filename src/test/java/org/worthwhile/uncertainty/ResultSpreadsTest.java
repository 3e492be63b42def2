package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** Distributions of results against those worked out by hand; tolerances are four stated standard errors, which are small themselves. */
class ResultSpreadsTest {

    @Test
    void aRatioHasQuantilesWhereItsDenominatorIsAboveZeroAndTheChanceThatItIsNot() {
        // Costs are spread evenly from -50 to 150: a quarter of the trials has no ratio; where there is one, costs are
        // spread
        // evenly from 0 to 150, so that the median of 100 / cost is 100 / 75, its 10th percentile 100 / 135, its 90th
        // 100 / 15.
        OptionSpreads option =
                spreads(1, cost("2026/27", 50, "'distribution': 'uniform', 'low': -50, 'high': 150"), social(100));
        close(option.bcr().noMeaning(), 0.25);
        assertThat(option.bcr().mean()).isEmpty();
        close(option.bcr().percentiles().orElseThrow().p10(), 100 / 135.0);
        close(option.bcr().percentiles().orElseThrow().p50(), 100 / 75.0);
        // One trial more or less in a hundred moves a ratio that is this steep by 0.7; four standard errors of the
        // sample's share.
        Estimate steep = option.bcr().percentiles().orElseThrow().p90();
        double error = Math.sqrt(0.1 * 0.9 / (0.75 * 32_768)) * 100 * 150 / (15 * 15);
        assertThat(steep.value()).isCloseTo(100 / 15.0, within(4 * error));
        assertThat(steep.standardError()).isBetween(error / 4, 2 * error);
        close(option.publicCost().mean(), 50);
        close(option.publicCost().p10(), -30);
        close(option.publicCost().p90(), 130);
    }

    @Test
    void aRatioThatAlwaysHasAValueHasAMean() {
        // 100 / cost with a cost from 50 to 100: the mean is 2 ln 2.
        OptionSpreads option =
                spreads(1, cost("2026/27", 75, "'distribution': 'uniform', 'low': 50, 'high': 100"), social(100));
        close(option.bcr().noMeaning(), 0);
        close(option.bcr().mean().orElseThrow(), 2 * Math.log(2));
        close(option.bcr().percentiles().orElseThrow().p90(), 100 / 55.0);
    }

    @Test
    void paybackHasTheChanceOfEachYearAndOfNever() {
        // 100 are paid at first, and from the next year on the same saving comes back, spread evenly from 0 to 100: by
        // the t-th
        // year after it has where the saving is at least 100 / t, so 1/2 by the second, 1/6 more by the third, 1/12 by
        // the fourth.
        OptionSpreads option =
                spreads(5, cost("2026/27", 100, "'distribution': 'uniform', 'low': 100, 'high': 100.0001"), """
                {'id': 's', 'title': 'S', 'category': 'fiscal', 'quantity': {'effect': {'value': 50, 'uncertainty':
                 {'distribution': 'uniform', 'low': 0, 'high': 100}}}, 'profile': {'start': '2027/28'}, 'value': {'amount': 1},
                 'savings': [{'organisation': 'county', 'share': 1, 'cashable': 1}]}""");
        assertThat(option.payback().years())
                .extracting(year -> year.year().toString())
                .containsExactly("2028/29", "2029/30", "2030/31");
        close(option.payback().years().get(0).probability(), 1 / 2.0);
        close(option.payback().years().get(1).probability(), 1 / 6.0);
        close(option.payback().years().get(2).probability(), 1 / 12.0);
        close(option.payback().never(), 1 / 4.0);
        close(option.payback().nothingPaid(), 0);
        assertThat(option.payback().p10()).contains(new FinancialYear(2028));
        assertThat(option.payback().p90()).isEmpty();
        // In the prices of 2027/28 the need of that year is a receipt of 0 to 100 times the index.
        var funding = option.funding().getFirst();
        double inflator = funding.years().get(1).mean().value() / -50;
        assertThat(inflator).isBetween(1.01, 1.06);
        close(funding.years().get(1).p10(), -90 * inflator);
        close(funding.years().get(1).p90(), -10 * inflator);
        close(funding.years().get(0).p50(), 100);
    }

    @Test
    void theMarginalValueOfPublicFundsIsInfiniteWhereSavingsCoverCosts() {
        // 60 of social benefit; 100 of cost less savings from 0 to 200: infinite in half of the trials, and otherwise
        // 60 over what is
        // spread evenly from 0 to 100, of which the median is 60 / 50. Savings for a pound of cost are spread evenly
        // from 0 to 2.
        OptionSpreads option = spreads(
                1, cost("2026/27", 100, "'distribution': 'uniform', 'low': 100, 'high': 100.0001"), social(60) + """
                , {'id': 's', 'title': 'S', 'category': 'fiscal', 'quantity': {'effect': {'value': 100, 'uncertainty':
                 {'distribution': 'uniform', 'low': 0, 'high': 200}}}, 'value': {'amount': 1},
                 'savings': [{'organisation': 'county', 'share': 1, 'cashable': 0}]}""");
        close(option.mvpf().infinite(), 0.5);
        close(option.mvpf().noMeaning(), 0);
        close(option.mvpf().percentiles().orElseThrow().p50(), 60 / 50.0);
        close(option.froi().mean().orElseThrow(), 1);
        close(option.froi().percentiles().orElseThrow().p10(), 0.2);
        // What cannot be cashed leaves the need as it is.
        close(option.funding().getFirst().years().getFirst().p10(), 100);
        close(option.payback().never(), 1);
        // 60 units with each unit worth a pound, and the savings' own.
        assertThat(option.outcomes()).extracting(outcome -> outcome.outcome()).containsExactly("b", "s");
        assertThat(option.outcomes().get(0).units().mean().value()).isEqualTo(60);
        close(option.outcomes().get(1).units().p90(), 180);
    }

    @Test
    void anUncertainShareOfASavingSpreadsFundingAndTheReturn() {
        OptionSpreads option =
                spreads(1, cost("2026/27", 100, "'distribution': 'uniform', 'low': 100, 'high': 100.0001"), """
                {'id': 's', 'title': 'S', 'category': 'fiscal', 'quantity': {'effect': 80}, 'value': {'amount': 1},
                 'savings': [{'organisation': 'county', 'cashable': 1,
                  'share': {'value': 0.5, 'uncertainty': {'distribution': 'uniform', 'low': 0, 'high': 1}}}]}""");
        close(option.froi().mean().orElseThrow(), 0.4);
        close(option.froi().percentiles().orElseThrow().p90(), 0.72);
        close(option.funding().getFirst().years().getFirst().p10(), 100 - 72);
    }

    /** Costs of the first year are spread evenly from 50 to 100: above 90 in a fifth of the trials, above 60 in four fifths. */
    @Test
    void aBudgetAndALimitByYearHaveTheChanceOfBeingBroken() {
        String cost = cost("2026/27", 75, "'distribution': 'uniform', 'low': 50, 'high': 100");
        OptionSpreads option = analysed(
                        proposal(2, cost, social(100), ""),
                        new SimulationQuestion(
                                InformationQuestion.NONE,
                                List.of(
                                        new SpendingLimit("the budget", 90, Optional.empty()),
                                        new SpendingLimit(
                                                "the budget in 2026/27",
                                                60,
                                                Optional.of(
                                                        new Measure.PublicSpending((_, year) -> year.start() == 2026))),
                                        new SpendingLimit(
                                                "the budget in 2027/28",
                                                0,
                                                Optional.of(new Measure.PublicSpending(
                                                        (_, year) -> year.start() == 2027))))))
                .results()
                .options()
                .getFirst();
        close(option.limits().get(0).probability(), 0.2);
        close(option.limits().get(1).probability(), 0.8);
        close(option.limits().get(1).amount().p90(), 95);
        close(option.limits().get(2).probability(), 0);
    }

    /**
     * From 0 to 200 units a year in two years. What is to fall from 500 to 350 by the second year takes 150 of that year, which there
     * are not in three of four trials; 100 in all by the first year are not in half of them, 100 in all by the second in a quarter.
     */
    @Test
    void anObjectiveThatImpactsCountHasTheChanceOfBeingMissed() {
        OptionSpreads option = analysed(
                        proposal(2, cost("2026/27", 75, "'distribution': 'uniform', 'low': 50, 'high': 100"), """
                {'id': 'v', 'title': 'V', 'outcome': 'visits', 'category': 'social', 'value': {'amount': 1},
                 'quantity': {'effect': {'value': 100, 'uncertainty': {'distribution': 'uniform', 'low': 0, 'high': 200}}}}""", """
                'objectives': [
                  {'title': 'Fewer', 'baseline': 500, 'target': 350, 'by': '2027/28', 'outcome': 'visits'},
                  {'title': 'At first', 'target': 100, 'by': '2026/27', 'outcome': 'visits'},
                  {'title': 'In all', 'target': 100, 'outcome': 'visits'},
                  {'title': 'Not counted', 'target': 1}],"""),
                        SimulationQuestion.NONE)
                .results()
                .options()
                .getFirst();
        assertThat(option.objectives())
                .extracting(ResultUncertainty.Chance::words)
                .containsExactly("Fewer", "At first", "In all");
        close(option.objectives().get(0).probability(), 0.75);
        close(option.objectives().get(1).probability(), 0.5);
        close(option.objectives().get(2).probability(), 0.25);
        close(option.objectives().get(2).amount().mean(), 200);
    }

    @Test
    void anObjectiveNamesAnOutcomeThatIsCountedInTheAppraisalPeriodAndHasATarget() {
        String cost = cost("2026/27", 75, "'distribution': 'uniform', 'low': 50, 'high': 100");
        assertThatThrownBy(() -> SmallCases.read(proposal(1, cost, social(1), """
                'objectives': [{'title': 'A', 'target': 1, 'outcome': 'c'}, {'title': 'B', 'outcome': 'b'},
                               {'title': 'C', 'target': 1, 'outcome': 'b', 'by': '2027/28'}],"""), Map.of()))
                .hasMessageContaining("no impact with a quantity has the outcome 'c'; did you mean 'b'?")
                .hasMessageContaining("the objective has an outcome and no target; give the target")
                .hasMessageContaining("2027/28 is outside the appraisal period");
    }

    private static void close(Estimate found, double expected) {
        assertThat(found.value()).isCloseTo(expected, within(4 * found.standardError() + 1e-3));
        assertThat(found.standardError()).isLessThan(0.005 + 0.04 * Math.abs(expected));
    }

    private static String cost(String year, double amount, String distribution) {
        return """
                {'id': 'c', 'title': 'C', 'bearer': 'county', 'kind': 'revenue', 'amount': {'schedule': {'%s': %s}},
                 'uncertainty': {%s}}""".formatted(year, amount, distribution);
    }

    private static String social(double benefit) {
        return "{'id': 'b', 'title': 'B', 'category': 'social', 'quantity': {'effect': %s}, 'value': {'amount': 1}}"
                .formatted(benefit);
    }

    private static OptionSpreads spreads(int years, String cost, String impacts) {
        return analysed(proposal(years, cost, impacts, ""), SimulationQuestion.NONE)
                .results()
                .options()
                .getFirst();
    }

    private static String proposal(int years, String cost, String impacts, String objectives) {
        return """
                {'format': 'worthwhile-proposal/1', 'id': 'case', 'title': 'Case', %s
                 'appraisal': {'framework': 'uk-green-book-2026', 'baseYear': '2026/27', 'years': %d},
                 'organisations': [{'id': 'county', 'title': 'County', 'sector': 'public'}],
                 'options': [{'id': 'do', 'title': 'Do', 'role': 'preferred', 'costs': [%s], 'impacts': [%s]}]}""".formatted(objectives, years, cost, impacts).replace('\'', '"');
    }

    private static UncertaintyAnalysis analysed(String proposal, SimulationQuestion question) {
        return UncertaintyAnalysis.of(
                SmallCases.read(proposal, Map.of()), 100_000, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true, question);
    }
}
