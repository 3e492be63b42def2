package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.estimation.Grouping;

class InfluenceEstimateTest {

    private static final InfluenceEstimate FIRST = new InfluenceEstimate(5, new double[] {3, -1, -1, -1});
    private static final InfluenceEstimate SECOND = new InfluenceEstimate(7, new double[] {1, 1, 0, -2});

    /** Squares 9 + 1 + 1 + 1 over 16; in two clusters of two, sums 2 and -2. */
    @Test
    void theErrorIsThatOfUnitsOrOfTheirClusters() {
        assertThat(FIRST.standardError(Grouping.of(4, Integer::toString))).isCloseTo(Math.sqrt(12) / 4, within(1e-12));
        assertThat(FIRST.standardError(Grouping.of(4, unit -> Integer.toString(unit / 2))))
                .isCloseTo(Math.sqrt(8) / 4, within(1e-12));
    }

    /** 3 - 1 + 0 + 2 = 4 over 16. */
    @Test
    void covariancesAreSumsOfProducts() {
        double[][] found = InfluenceEstimate.covariance(List.of(FIRST, SECOND), Grouping.of(4, Integer::toString));

        assertThat(found).isDeepEqualTo(new double[][] {{12 / 16.0, 4 / 16.0}, {4 / 16.0, 6 / 16.0}});
    }

    @Test
    void aCombinationAddsEstimatesAndInfluenceAlike() {
        InfluenceEstimate found = InfluenceEstimate.combination(List.of(FIRST, SECOND), new double[] {2, -1});

        assertThat(found.estimate()).isEqualTo(3);
        assertThat(found.influence()).containsExactly(5, -3, -2, 0);
    }
}
