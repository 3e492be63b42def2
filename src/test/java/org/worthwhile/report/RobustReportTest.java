package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChoice.BestSet;
import org.worthwhile.portfolio.RobustChoice.Criterion;
import org.worthwhile.portfolio.RobustChoice.LimitRisk;
import org.worthwhile.portfolio.RobustChoice.SetOutcome;
import org.worthwhile.uncertainty.Spread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** How the choice over simulated values is told. */
class RobustReportTest {

    @Test
    void whatHappenedInNoTrialOrInAllIsToldAsThatAndNotAsAPerCent() {
        assertThat(RobustReport.howOften(0, "them")).isEqualTo("in none of them");
        assertThat(RobustReport.howOften(1, "these 300 trials")).isEqualTo("in all of these 300 trials");
    }

    @Test
    void otherSharesAreNeverRoundedToNothingOrAll() {
        assertThat(RobustReport.howOften(0.145, "them")).isEqualTo("in 14.5% of them");
        assertThat(RobustReport.howOften(55 / 300.0, "them")).isEqualTo("in 18.3% of them");
        assertThat(RobustReport.howOften(1 / 5000.0, "them")).isEqualTo("in 0.02% of them");
        assertThat(RobustReport.howOften(0.9999, "them")).isEqualTo("in 99.99% of them");
    }

    @Test
    void aSetThatIsBestByAnotherCriterionSaysHowOftenItDoesNotKeepToItsLimits() {
        SetOutcome chosen = set("hubs", 100, 0);
        SetOutcome other = set("buses", 120, 0.84);
        RobustChoice robust = new RobustChoice(
                500,
                0,
                RobustChoice.Criteria.USUAL,
                List.of(),
                chosen,
                List.of(
                        new BestSet(Criterion.EXPECTED_VALUE, chosen, 100, true),
                        new BestSet(Criterion.CONDITIONAL_VALUE_AT_RISK, other, 120, true)),
                2);

        assertThat(RobustReport.lines(robust, "GBP"))
                .containsSubsequence(
                        "    by expected value: the choice itself",
                        "    by conditional value at risk (the worst 10%): buses, which comes to £120 where the choice comes"
                                + " to £100",
                        "      does not keep to the budget: in 84% of these 500 trials (Monte Carlo error 1.600%)")
                .filteredOn(line -> line.startsWith("      "))
                .hasSize(1);
    }

    private static SetOutcome set(String candidate, double value, double broken) {
        Estimate estimate = new Estimate(value, 0);
        Spread spread = new Spread(estimate, new Estimate(0, 0), estimate, estimate, estimate);
        return new SetOutcome(
                List.of(candidate),
                spread,
                spread,
                estimate,
                List.of(new LimitRisk(
                        "the budget", new Estimate(broken, 0.016), OptionalDouble.of(90), Optional.of(spread))),
                new Estimate(0, 0),
                0);
    }
}
