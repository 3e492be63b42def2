package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
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
    void withFewerThanTwelveClustersTheBootstrapGivesTheFinding() {
        Attribution found = trial(10, 5, "");
        Attribution asked = trial(10, 5, "\"inference\": \"wild-bootstrap\"");
        assertThat(found.pValue()).isEqualTo(asked.pValue());
        assertThat(found.interval()).isEqualTo(asked.interval());
        assertThat(trial(10, 5, "\"inference\": \"student\"").pValue()).isNotEqualTo(found.pValue());
    }

    @Test
    void withTwelveClustersOrAnotherVarianceItIsStudents() {
        assertThat(trial(12, 6, "").pValue())
                .isEqualTo(trial(12, 6, "\"inference\": \"student\"").pValue());
        assertThat(trial(10, 5, "\"variance\": \"cr2\"").pValue())
                .isEqualTo(trial(10, 5, "\"variance\": \"cr2\", \"inference\": \"student\"")
                        .pValue());
    }

    @Test
    void fewTreatedClustersAmongManyAreTold() {
        assertThat(clusters(trial(50, 25, "")).outcome()).isEqualTo(Diagnostic.Outcome.PASS);
        assertThat(clusters(trial(50, 3, "")).outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(clusters(trial(50, 3, "")).message()).contains("they are worth about");
    }

    @Test
    void oneClusterThatHoldsAllTheTreatedLeavesNoErrorAndIsRefused() {
        assertThatThrownBy(() -> trial(2, 1, "")).hasMessageContaining("its error cannot be told");
    }
}
