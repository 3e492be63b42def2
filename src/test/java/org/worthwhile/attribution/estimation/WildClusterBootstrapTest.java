package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Interval;

class WildClusterBootstrapTest {

    private static final int CLUSTERS = 8;
    private static final int ROWS = 96;

    private final double[] outcome = new double[ROWS];
    private final double[] treatment = new double[ROWS];
    private final double[] covariate = new double[ROWS];
    private final double[] weights = new double[ROWS];
    private final Grouping clusters = Grouping.of(ROWS, row -> "c" + row % CLUSTERS);
    private final Grouping times = Grouping.of(ROWS, row -> "t" + row / CLUSTERS % 4);

    WildClusterBootstrapTest() {
        Random random = new Random(5);
        for (int row = 0; row < ROWS; row++) {
            treatment[row] = row % CLUSTERS < 3 ? 1 + 0.3 * random.nextGaussian() : 0;
            covariate[row] = random.nextGaussian() + 0.2 * treatment[row];
            weights[row] = 0.5 + random.nextDouble();
            outcome[row] = 0.4 * treatment[row] + covariate[row] + 0.2 * (row % CLUSTERS) + random.nextGaussian();
        }
    }

    /** With 8 clusters there are 256 patterns of signs; each is fitted afresh, fixed effects and all. */
    @Test
    void equalsFittingEveryPatternAfresh() {
        Regression fit = fit(outcome);
        WildClusterBootstrap bootstrap = WildClusterBootstrap.of(fit, 0, clusters, 999, 1);
        assertThat(bootstrap.draws()).isEqualTo(256);
        for (double hypothesis : new double[] {0, 0.25, -0.6}) {
            assertThat(bootstrap.pValue(hypothesis)).isCloseTo(byRefitting(hypothesis), within(1e-12));
        }
    }

    @Test
    void anIntervalEndsWhereTheTestTurns() {
        WildClusterBootstrap bootstrap = WildClusterBootstrap.of(fit(outcome), 0, clusters, 999, 1);
        Interval interval = bootstrap.interval(0.9).orElseThrow();
        double within = 1e-3 * (interval.high() - interval.low());
        assertThat(bootstrap.pValue(interval.low() + within)).isGreaterThan(0.1);
        assertThat(bootstrap.pValue(interval.low() - within)).isLessThanOrEqualTo(0.1);
        assertThat(bootstrap.pValue(interval.high() - within)).isGreaterThan(0.1);
        assertThat(bootstrap.pValue(interval.high() + within)).isLessThanOrEqualTo(0.1);
    }

    /** Of three clusters' eight patterns two are level with the data at least, so that nothing is rejected at 5%. */
    @Test
    void threeClustersRejectNoHypothesis() {
        Grouping three = Grouping.of(ROWS, row -> "c" + row % 3);
        WildClusterBootstrap bootstrap = WildClusterBootstrap.of(fit(outcome), 0, three, 999, 1);

        assertThat(bootstrap.draws()).isEqualTo(8);
        assertThat(bootstrap.pValue(1e3)).isGreaterThanOrEqualTo(0.25);
        assertThat(bootstrap.interval(0.95)).isEmpty();
    }

    /** Eight clusters have 256 patterns: with fewer draws they are drawn, and about as many are as far as of all. */
    @Test
    void drawnSignsRejectAsOftenAsAllPatterns() {
        Regression fit = fit(outcome);
        WildClusterBootstrap all = WildClusterBootstrap.of(fit, 0, clusters, 256, 1);
        WildClusterBootstrap drawn = WildClusterBootstrap.of(fit, 0, clusters, 255, 1);

        assertThat(all.draws()).isEqualTo(256);
        assertThat(drawn.draws()).isEqualTo(255);
        for (double hypothesis : new double[] {0, 0.25, -0.6}) {
            assertThat(drawn.pValue(hypothesis)).isCloseTo(all.pValue(hypothesis), within(0.1));
        }
    }

    /** With a cluster for each row the bootstrap's p-value is that of the t test, but for the draws. */
    @Test
    void withManyClustersItIsTheTTest() {
        Grouping rows = Grouping.of(ROWS, Integer::toString);
        Regression fit = fit(outcome);
        double error =
                Covariance.of(fit, Covariance.Kind.CLUSTER, List.of(rows)).standardError(0);
        WildClusterBootstrap bootstrap = WildClusterBootstrap.of(fit, 0, rows, 1_999, 1);
        for (double errors : new double[] {0.5, 1, 1.5, 2}) {
            double p = 2 * TDistribution.of(ROWS - 1).survivalProbability(errors);
            assertThat(bootstrap.pValue(fit.coefficients()[0] + errors * error)).isCloseTo(p, within(0.05));
        }
    }

    private double byRefitting(double hypothesis) {
        double[] less = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            less[row] = outcome[row] - hypothesis * treatment[row];
        }
        Regression restricted = Regression.fit(less, List.of(new Term("z", covariate)), List.of(times), weights);
        double observed = statistic(fit(outcome), hypothesis);
        int further = 0;
        for (int pattern = 0; pattern < 1 << CLUSTERS; pattern++) {
            double[] drawn = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                double residual = restricted.residuals()[row] / Math.sqrt(weights[row]);
                double sign = (pattern >> clusters.codes()[row] & 1) == 0 ? 1 : -1;
                drawn[row] = outcome[row] - residual + sign * residual;
            }
            further += Math.abs(statistic(fit(drawn), hypothesis)) >= Math.abs(observed) * (1 - 1e-9) ? 1 : 0;
        }
        return further / 256.0;
    }

    private double statistic(Regression fit, double hypothesis) {
        return (fit.coefficients()[0] - hypothesis)
                / Covariance.of(fit, Covariance.Kind.CLUSTER, List.of(clusters)).standardError(0);
    }

    private Regression fit(double[] response) {
        return Regression.fit(
                response, List.of(new Term("x", treatment), new Term("z", covariate)), List.of(times), weights);
    }
}
