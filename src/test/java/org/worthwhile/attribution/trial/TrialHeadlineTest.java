package org.worthwhile.attribution.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.MadeData;

/** Which test and interval a trial has, in trials of which every assignment can be tried. */
class TrialHeadlineTest {

    private static final String STUDENT = "Intervals and tests use Student's t.";
    private static final String SKEWED = "As the outcome is skewed and the arms are unlike in size";
    private static final String CONTRADICTED = "As Student's t and randomisation come to different verdicts";
    private static final String SCORE = "As the outcome is rare and the arms are unlike in size";

    private static Attribution answer(double[] treated, double[] untreated, String roles, String options) {
        double[] outcome = DoubleStream.concat(DoubleStream.of(treated), DoubleStream.of(untreated))
                .toArray();
        double[] arm = new double[outcome.length];
        Arrays.fill(arm, 0, treated.length, 1);
        return MadeData.of("y", outcome)
                .and("d", arm)
                .and(
                        "x",
                        IntStream.range(0, arm.length)
                                .mapToDouble(row -> row * 7 % 5)
                                .toArray())
                .and("w", IntStream.range(0, arm.length).mapToDouble(_ -> 1).toArray())
                .and("v", IntStream.range(0, arm.length).asDoubleStream().toArray())
                .answer("""
                        "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"%s},
                        "options": {%s}""".formatted(roles, options));
    }

    private static String convention(Attribution found) {
        return found.conventions().get(1);
    }

    /** The share of all ways to treat as many rows whose studentised difference is as great, were the effect on all the given one. */
    private static double pValue(double[] treated, double[] untreated, double effect) {
        double[] without = DoubleStream.concat(
                        DoubleStream.of(treated).map(value -> value - effect), DoubleStream.of(untreated))
                .toArray();
        int own = (1 << treated.length) - 1;
        double least = statistic(without, own) * (1 - 1e-9);
        int[] ways = IntStream.range(0, 1 << without.length)
                .filter(way -> Integer.bitCount(way) == treated.length)
                .toArray();
        return (double) IntStream.of(ways)
                        .filter(way -> statistic(without, way) >= least)
                        .count()
                / ways.length;
    }

    private static double statistic(double[] values, int way) {
        double[] one = IntStream.range(0, values.length)
                .filter(row -> (way >> row & 1) == 1)
                .mapToDouble(row -> values[row])
                .toArray();
        double[] other = IntStream.range(0, values.length)
                .filter(row -> (way >> row & 1) == 0)
                .mapToDouble(row -> values[row])
                .toArray();
        double variance = variance(one) / one.length + variance(other) / other.length;
        return variance <= 1e-12 ? 0 : Math.abs(mean(one) - mean(other)) / Math.sqrt(variance);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }

    private static void assertRandomised(Attribution found, double[] treated, double[] untreated) {
        // Four standard errors of a share of 20,000 draws near 0.05.
        assertThat(found.pValue()).isCloseTo(pValue(treated, untreated, 0), within(0.007));
        double low = found.interval().low();
        double high = found.interval().high();
        assertThat(pValue(treated, untreated, low + 1e-3)).isGreaterThan(0.05);
        assertThat(pValue(treated, untreated, low - 1e-3)).isLessThanOrEqualTo(0.05);
        assertThat(pValue(treated, untreated, high - 1e-3)).isGreaterThan(0.05);
        assertThat(pValue(treated, untreated, high + 1e-3)).isLessThanOrEqualTo(0.05);
        assertThat(found.estimate()).isCloseTo(mean(treated) - mean(untreated), within(1e-12));
        assertThat(found.finding().degreesOfFreedom()).isEmpty();
    }

    /** Welch's t is 2.988, which is beyond its limit, and 6 of the 70 ways to treat four of eight differ by as much. */
    @Test
    void whereRandomisationContradictsStudentItDecides() {
        double[] treated = {12, 6, 9, 10};
        double[] untreated = {6, 4, 5, 6};

        Attribution found = answer(treated, untreated, "", "\"draws\": 20000");

        assertThat(convention(found)).startsWith(CONTRADICTED);
        assertThat(pValue(treated, untreated, 0)).isCloseTo(6 / 70.0, within(1e-12));
        assertRandomised(found, treated, untreated);
        assertThat(found.interval().low()).isLessThan(0);
    }

    /** Two of ten rows are treated, and one of the others is far from the rest: 45 ways. */
    @Test
    void whereMeansAreSkewedTheIntervalIsOfRandomisation() {
        double[] treated = {21, 24};
        double[] untreated = {1, 2, 3.5, 4, 5, 7, 8, 30};

        Attribution found = answer(treated, untreated, "", "\"draws\": 20000");

        assertThat(convention(found)).startsWith(SKEWED);
        assertRandomised(found, treated, untreated);
        Attribution units = answer(inUnits(treated), inUnits(untreated), "", "\"draws\": 20000");
        assertThat(units.interval().low()).isCloseTo(1e6 * found.interval().low(), withinPercentage(1e-6));
        assertThat(units.interval().high()).isCloseTo(1e6 * found.interval().high(), withinPercentage(1e-6));
    }

    private static double[] inUnits(double[] millions) {
        return Arrays.stream(millions).map(value -> 1e6 * value).toArray();
    }

    /**
     * The third cumulant of a difference of means is m3 (1/n1^2 - 1/n0^2) and the second m2 (1/n1 + 1/n0): of its skewness a quarter
     * is the most that is left to Student's t.
     */
    @ParameterizedTest
    @CsvSource({"9", "12", "15", "18", "20", "24", "30", "45"})
    void aQuarterIsTheMostSkewness(double furthest) {
        double[] treated = {10, 11, 12.5, 14};
        double[] untreated = {1, 2, 3.5, 4, 5, 7, 8, 8.5, furthest};
        double[] departures = DoubleStream.concat(
                        DoubleStream.of(treated).map(value -> value - mean(treated)),
                        DoubleStream.of(untreated).map(value -> value - mean(untreated)))
                .toArray();
        double second =
                mean(Arrays.stream(departures).map(value -> value * value).toArray());
        double third = mean(
                Arrays.stream(departures).map(value -> value * value * value).toArray());
        double skewness = third * (1 / 16.0 - 1 / 81.0) / Math.pow(second * (1 / 4.0 + 1 / 9.0), 1.5);

        Attribution found = answer(treated, untreated, "", "\"draws\": 500");

        assertThat(convention(found).startsWith(SKEWED)).isEqualTo(Math.abs(skewness) > 0.25);
    }

    /** Events in 3 of 40 against 2 of 160: the interval and test are of Miettinen and Nurminen, as R has them. */
    @Test
    void rareEventsInArmsUnlikeInSizeHaveTheScore() {
        double[] treated = new double[40];
        double[] untreated = new double[160];
        Arrays.fill(treated, 0, 3, 1);
        Arrays.fill(untreated, 0, 2, 1);

        Attribution found = answer(treated, untreated, "", "\"draws\": 200");

        assertThat(convention(found)).startsWith(SCORE);
        Finding finding = found.finding();
        assertThat(finding.interval().low()).isCloseTo(0.00645264293199, within(1e-6));
        assertThat(finding.interval().high()).isCloseTo(0.187248614629, within(1e-6));
        assertThat(finding.pValue()).isCloseTo(0.023890503645, within(1e-6));
        assertThat(finding.estimate()).isCloseTo(3 / 40.0 - 2 / 160.0, within(1e-12));
        // Neyman's variance, which is HC2.
        assertThat(finding.standardError())
                .isCloseTo(Math.sqrt(0.075 * 0.925 / 39 + 0.0125 * 0.9875 / 159), within(1e-12));
    }

    @Test
    void rareEventsBesideCovariatesAreLeftToRandomisation() {
        double[] treated = new double[40];
        double[] untreated = new double[160];
        Arrays.fill(treated, 0, 3, 1);
        Arrays.fill(untreated, 0, 2, 1);

        assertThat(convention(answer(treated, untreated, ", \"covariates\": [\"x\"]", "\"draws\": 200")))
                .startsWith(SKEWED);
    }

    @Test
    void armsOfOneSizeAreNotSkewedWhateverTheOutcome() {
        assertThat(convention(answer(
                        new double[] {1, 2, 3, 90, 5, 6}, new double[] {2, 1, 4, 5, 3, 6}, "", "\"draws\": 200")))
                .isEqualTo(STUDENT);
    }

    @Test
    void whatAStudyAsksForItself() {
        double[] treated = {21, 24};
        double[] untreated = {1, 2, 3.5, 4, 5, 7, 8, 30};
        String draws = "\"draws\": 200";

        assertThat(convention(answer(treated, untreated, "", draws + ", \"variance\": \"hc1\"")))
                .isEqualTo(STUDENT);
        assertThat(convention(answer(treated, untreated, "", draws + ", \"inference\": \"large-sample\"")))
                .doesNotStartWith("As ");
        assertThat(convention(answer(treated, untreated, ", \"weight\": \"w\"", draws)))
                .isEqualTo(STUDENT);
        assertThat(convention(answer(treated, untreated, ", \"cluster\": \"v\"", draws)))
                .doesNotStartWith(SKEWED);
    }
}
