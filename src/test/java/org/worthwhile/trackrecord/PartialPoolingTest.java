package org.worthwhile.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.synthesis.Prior;

class PartialPoolingTest {

    /** Of a grid of 400 by 500 points in R. */
    private static final double GRID = 2e-5;

    private static final Prior CAUCHY = prior(Prior.Shape.HALF_CAUCHY, 1);

    /** Those of src/test/resources/r/track-record.R. */
    private static final List<double[]> VALUES =
            List.of(logs(1.10, 1.32, 0.95, 1.21), logs(1.62, 1.38), logs(1.05, 0.88, 1.14, 1.02, 1.19));

    static Prior prior(Prior.Shape shape, double scale) {
        return new Prior(shape, scale, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static double[] logs(double... ratios) {
        return Arrays.stream(ratios).map(Math::log).toArray();
    }

    /** The figures of src/test/resources/r/track-record.txt: a grid of tau and sigma with the full covariance matrix. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.025, -0.19510999, 0.0031818044, 0.017534319",
        "0, 0.5, 0.13709909, 0.13753345, 0.14791674",
        "0, 0.8, 0.2672771, 0.19071329, 0.20231285",
        "0, 0.9, 0.34164242, 0.2206369, 0.23364165",
        "0, 0.975, 0.47331222, 0.27268474, 0.28942328",
        "1, 0.025, -0.084009769, 0.090555733, 0.10833164",
        "1, 0.5, 0.31996226, 0.31792236, 0.32815092",
        "1, 0.8, 0.46460968, 0.40793069, 0.41750884",
        "1, 0.975, 0.67367268, 0.52680308, 0.53913933",
        "2, 0.025, -0.24868754, -0.05120911, -0.038185284",
        "2, 0.5, 0.074541763, 0.075671319, 0.085894495",
        "2, 0.975, 0.41817783, 0.21249998, 0.23113212",
        "-1, 0.025, -0.43097872, -0.36044544, -0.34892638",
        "-1, 0.5, 0.17306279, 0.16797626, 0.17993529",
        "-1, 0.9, 0.5134603, 0.44516265, 0.45634226"
    })
    void posteriorsAreThoseOfAGridOverBothStandardDeviations(
            int kind, double probability, double next, double mean, double logOfMean) {
        PartialPooling fit = PartialPooling.of(VALUES, CAUCHY);
        assertThat(fit.next(kind).quantile(probability)).isCloseTo(next, within(GRID));
        assertThat(fit.mean(kind).quantile(probability)).isCloseTo(mean, within(GRID));
        assertThat(fit.logOfMeanRatio(kind).quantile(probability)).isCloseTo(logOfMean, within(GRID));
    }

    /** The grid of R has steps of 1% in sigma, between which its quantiles jump. */
    @Test
    void standardDeviationsAreThoseOfTheGrid() {
        PartialPooling fit = PartialPooling.of(VALUES, CAUCHY);
        assertThat(fit.sigma(0.025)).isCloseTo(0.0884, withinPercentage(1));
        assertThat(fit.sigma(0.5)).isCloseTo(0.1389, withinPercentage(1));
        assertThat(fit.sigma(0.975)).isCloseTo(0.2487, withinPercentage(1));
        assertThat(fit.tau(0.025)).isCloseTo(0.01485, withinPercentage(1));
        assertThat(fit.tau(0.5)).isCloseTo(0.1468, withinPercentage(1));
        assertThat(fit.tau(0.975)).isCloseTo(0.5787, withinPercentage(1));
    }

    /** Mean 3 and variance 2.5 of 1 to 5: t with 4 degrees, and scales of sqrt(2.5/5) and sqrt(2.5 (1 + 1/5)). */
    @Test
    void oneKindIsASampleFromANormalDistribution() {
        PartialPooling fit = PartialPooling.of(List.of(new double[] {1, 2, 3, 4, 5}), CAUCHY);
        double t = TDistribution.of(4).inverseCumulativeProbability(0.975);
        assertThat(t).isCloseTo(2.776445, within(1e-6));
        assertThat(fit.mean(0).quantile(0.975)).isCloseTo(3 + t * Math.sqrt(0.5), within(1e-10));
        assertThat(fit.next(0).quantile(0.975)).isCloseTo(3 + t * Math.sqrt(3), within(1e-10));
        assertThat(fit.next(0).quantile(0.5)).isCloseTo(3, within(1e-10));
        // 10 over the quantiles of chi-squared with 4 degrees: 0.484419 and 11.143287.
        assertThat(fit.sigma(0.975)).isCloseTo(Math.sqrt(10 / 0.484419), within(1e-5));
        assertThat(fit.sigma(0.025)).isCloseTo(Math.sqrt(10 / 11.143287), within(1e-6));
    }

    /**
     * Balanced: means 2, 4 and 9 of four each, within squares 24, so that MSW = 24/9, MSB = 4 * 26/2 = 52, and tau2/sigma2 by restricted
     * maximum likelihood = (MSB/MSW - 1)/4 = 4.625, as by the analysis of variance.
     */
    @Test
    void theLikelihoodOfABalancedRecordIsHighestAtTheAnalysisOfVariance() {
        double off = Math.sqrt(2);
        PartialPooling fit = PartialPooling.of(
                List.of(
                        new double[] {2 - off, 2 - off, 2 + off, 2 + off},
                        new double[] {4 - off, 4 - off, 4 + off, 4 + off},
                        new double[] {9 - off, 9 - off, 9 + off, 9 + off}),
                CAUCHY);
        double best = Math.sqrt(4.625);
        assertThat(fit.logLikelihood(best)).isGreaterThan(fit.logLikelihood(best * 1.001));
        assertThat(fit.logLikelihood(best)).isGreaterThan(fit.logLikelihood(best / 1.001));
        // By symmetry of the three means about 5 the mean of all is 5 at every tau.
        assertThat(fit.overall().quantile(0.5)).isCloseTo(5, within(1e-9));
    }

    /** All of the prior is nearer to 0 than the first point of the rule, at 0.001, where kinds differ by as little. */
    @Test
    void kindsThatCannotDifferArePooledAsOne() {
        double[] all = VALUES.stream().flatMapToDouble(Arrays::stream).toArray();
        PartialPooling pooled = PartialPooling.of(List.of(all), CAUCHY);
        PartialPooling apart = PartialPooling.of(VALUES, prior(Prior.Shape.HALF_NORMAL, 1e-5));
        for (int kind = -1; kind < VALUES.size(); kind++) {
            assertThat(apart.next(kind).quantile(0.8)).isCloseTo(pooled.next(0).quantile(0.8), within(2e-6));
        }
    }

    @Test
    void aKindLiesBetweenItsOwnMeanAndThatOfAllAndNearerToItsOwnWithMoreProjects() {
        double[] few = {0.5, 0.7};
        double[] many = {0.5, 0.7, 0.5, 0.7, 0.5, 0.7, 0.5, 0.7};
        double[] others = {-0.1, 0.1, 0.05, -0.05};
        double withFew = PartialPooling.of(List.of(few, others), CAUCHY).mean(0).quantile(0.5);
        double withMany =
                PartialPooling.of(List.of(many, others), CAUCHY).mean(0).quantile(0.5);
        assertThat(withFew).isBetween(0.1, 0.6);
        assertThat(withMany).isBetween(withFew, 0.6);
    }

    @Test
    void aChangeOfUnitsAndOfScaleGoesThroughAndTheOrderOfKindsIsNothing() {
        PartialPooling fit = PartialPooling.of(VALUES, CAUCHY);
        PartialPooling changed = PartialPooling.of(
                VALUES.stream()
                        .map(values ->
                                Arrays.stream(values).map(each -> 7 + 3 * each).toArray())
                        .toList()
                        .reversed(),
                CAUCHY);
        for (int kind = 0; kind < VALUES.size(); kind++) {
            assertThat(changed.next(2 - kind).quantile(0.9))
                    .isCloseTo(7 + 3 * fit.next(kind).quantile(0.9), within(1e-9));
        }
        assertThat(changed.tau(0.9)).isCloseTo(3 * fit.tau(0.9), within(1e-8));
    }
}
