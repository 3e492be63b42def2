package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class FewClustersTest {

    /** Clusters of ten rows, of which the first are treated. */
    private static Attribution trial(int clusters, int treated, String options) {
        Random random = new Random(3);
        double[] g = new double[10 * clusters];
        double[] d = new double[g.length];
        double[] y = new double[g.length];
        double level = 0;
        for (int row = 0; row < g.length; row++) {
            g[row] = row / 10;
            d[row] = g[row] < treated ? 1 : 0;
            level = row % 10 == 0 ? random.nextGaussian() : level;
            y[row] = level + random.nextGaussian();
        }
        return MadeData.of("g", g).and("d", d).and("y", y).answer("""
                        "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d", "cluster": "g"},
                        "options": {%s}""".formatted(options));
    }

    private static Diagnostic clusters(Attribution found) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals("clusters"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withFewerThanTwelveClustersOfTheOlderConventionTheBootstrapGivesTheFinding() {
        Attribution found = trial(10, 5, "\"variance\": \"cluster\"");
        Attribution asked = trial(10, 5, "\"inference\": \"wild-bootstrap\"");
        assertThat(found.pValue()).isCloseTo(asked.pValue(), within(0.02));
        assertThat(trial(10, 5, "\"variance\": \"cluster\", \"inference\": \"student\"")
                        .pValue())
                .isNotEqualTo(found.pValue());
    }

    @Test
    void errorsAreBiasReducedUnlessAnotherVarianceIsNamed() {
        for (int clusters : new int[] {6, 12, 50}) {
            assertThat(trial(clusters, 3, "").finding())
                    .isEqualTo(trial(clusters, 3, "\"variance\": \"cr2\"").finding());
        }
        Attribution usual = trial(50, 3, "");
        assertThat(usual.finding().degreesOfFreedom().orElseThrow()).isLessThan(3);
        assertThat(usual.pValue())
                .isCloseTo(
                        2
                                * TDistribution.of(usual.finding()
                                                .degreesOfFreedom()
                                                .orElseThrow())
                                        .survivalProbability(Math.abs(usual.estimate()) / usual.standardError()),
                        within(1e-9));
    }

    @Test
    void theTreatedClustersDecideWhetherThereAreEnough() {
        assertThat(clusters(trial(50, 25, "")).outcome()).isEqualTo(Diagnostic.Outcome.PASS);
        assertThat(clusters(trial(50, 25, "")).message()).contains("25 of them treated");
        assertThat(clusters(trial(50, 3, "")).outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(clusters(trial(50, 3, "")).message())
                .contains("3 of them treated")
                .contains("degrees of freedom");
        assertThat(clusters(trial(50, 3, "\"variance\": \"cluster\"")).message())
                .contains("they are worth about");
    }

    @Test
    void oneClusterThatHoldsAllTheTreatedLeavesNoErrorAndIsRefused() {
        assertThatThrownBy(() -> trial(2, 1, "")).hasMessageContaining("its error cannot be told");
        assertThatThrownBy(() -> trial(50, 1, "")).hasMessageContaining("its error cannot be told");
    }
}
