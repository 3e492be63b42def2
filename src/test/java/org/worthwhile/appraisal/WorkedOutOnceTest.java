package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.FinancialYear;

/** What an appraisal works out once is what it would be each time. */
class WorkedOutOnceTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, -0.35, 0.0137, -1, 0.5})
    void powersAreGrowthToTheLastBit(double rate) {
        double[] powers = Flows.powers(rate, 301);
        for (int years = 0; years <= 300; years++) {
            assertThat(powers[years]).isEqualTo(Flows.growth(rate, years));
        }
        assertThat(Flows.powers(rate, 0)).containsExactly(1);
    }

    @Test
    void checksAreSearchedWhenTheyAreFirstReadAndOnce() {
        AtomicInteger searches = new AtomicInteger();
        OptionChecks checks = new OptionChecks(() -> {
            searches.incrementAndGet();
            return List.of(new Check("a", "Something is odd", "look at it"));
        });
        assertThat(searches).hasValue(0);
        assertThat(checks.all()).hasSize(1);
        assertThat(checks.all()).isSameAs(checks.all());
        assertThat(searches).hasValue(1);
    }

    @Test
    void aSeriesOfUnitValuesLiesOnStraightLinesBetweenTheYearsGiven() {
        UnitValue carbon = GeneratedProposals.LIBRARY.unitValues().values().stream()
                .filter(value -> value.byYear().size() > 2)
                .findFirst()
                .orElseThrow();
        FinancialYear first = carbon.byYear().firstKey();
        FinancialYear second = carbon.byYear().tailMap(first.plus(1)).firstKey();
        double[] series = carbon.series(first.plus(-1), 400);
        assertThat(series[0]).isEqualTo(carbon.byYear().get(first));
        assertThat(series[1]).isEqualTo(carbon.byYear().get(first));
        assertThat(series[1 + second.since(first)]).isEqualTo(carbon.byYear().get(second));
        assertThat(series[399]).isEqualTo(carbon.byYear().get(carbon.byYear().lastKey()));
        for (int t = 0; t < series.length; t++) {
            assertThat(series[t]).isEqualTo(carbon.in(first.plus(t - 1)));
        }
    }

    /** Gamma(2, 3) has its 0.001 and 0.999 quantiles at 0.1362 and 27.70 (scipy: gamma.ppf([0.001, 0.999], 2, scale=3)). */
    @Test
    void aDistributionHoldsWhatItsRangeHolds() {
        for (Distribution distribution :
                List.of(new Distribution.Gamma(2, 3, false), new Distribution.StudentT(1, 2, 3, false))) {
            for (double value = -30; value < 60; value += 0.01) {
                assertThat(distribution.holds(value))
                        .isEqualTo(distribution.range().holds(value));
            }
        }
        Distribution gamma = new Distribution.Gamma(2, 3, false);
        assertThat(gamma.holds(0.13)).isFalse();
        assertThat(gamma.holds(0.14)).isTrue();
        assertThat(gamma.holds(27.6)).isTrue();
        assertThat(gamma.holds(27.8)).isFalse();
    }
}
