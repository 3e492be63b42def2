package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.Starts;

class ArmsTest {

    private static final double[] CONTROLS = {0, 2, 0, 2};

    /** Two years; each unit changes by its number. */
    private static Attribution changes(String estimator, double... treated) {
        int units = treated.length + CONTROLS.length;
        double[] u = new double[2 * units];
        double[] t = new double[u.length];
        double[] g = new double[u.length];
        double[] y = new double[u.length];
        for (int row = 0; row < u.length; row++) {
            int unit = row / 2;
            boolean own = unit < treated.length;
            u[row] = unit;
            t[row] = 2010 + row % 2;
            g[row] = own ? 2011 : 0;
            y[row] = 3 * unit + row % 2 * (own ? treated[unit] : CONTROLS[unit - treated.length]);
        }
        return MadeData.of("u", u).and("t", t).and("g", g).and("y", y).answer("""
                "design": "difference-in-differences", "options": {"estimator": "%s"},
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"}""".formatted(estimator));
    }

    /** Variances of the means 4/3 and 1/3, so that Welch's degrees of freedom are (5/3)^2 / ((4/3)^2 / 2 + (1/3)^2 / 3). */
    @ParameterizedTest
    @ValueSource(strings = {"group-time", "imputation"})
    void withFewUnitsTheFindingIsWelchs(String estimator) {
        Attribution found = changes(estimator, 1, 3, 5);
        assertThat(found.estimate()).isCloseTo(2, within(1e-9));
        assertThat(found.standardError()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-9));
        assertThat(found.finding().degreesOfFreedom().orElseThrow())
                .isCloseTo(25.0 / 9 / (8.0 / 9 + 1.0 / 27), within(1e-9));
        assertThat(found.pValue())
                .isCloseTo(
                        2 * TDistribution.of(25.0 / 9 / (25.0 / 27)).survivalProbability(2 / Math.sqrt(5.0 / 3)),
                        within(1e-9));
        assertThat(found.conventions().toString()).contains("Welch's degrees of freedom");
    }

    /** With the older convention variances are without n/(n-1), and the distribution is normal. */
    @ParameterizedTest
    @ValueSource(strings = {"group-time", "imputation"})
    void inLargeSamplesTheFindingIsNormal(String estimator) {
        Attribution found = changes(estimator + "\", \"inference\": \"large-sample", 1, 3, 5);
        assertThat(found.standardError()).isCloseTo(Math.sqrt(8.0 / 9 + 1.0 / 4), within(1e-9));
        assertThat(found.finding().degreesOfFreedom()).isEmpty();
    }

    /** The controls' variance is 4/3, of one unit's change less the mean of four 4/3 x (1 + 1/4). */
    @ParameterizedTest
    @ValueSource(strings = {"group-time", "imputation", "twoway-fixed-effects"})
    void oneTreatedUnitIsTakenToVaryAsTheOthersDo(String estimator) {
        Attribution found = changes(estimator, 5);
        assertThat(found.estimate()).isCloseTo(4, within(1e-9));
        assertThat(found.standardError()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-9));
        assertThat(found.finding().degreesOfFreedom()).hasValue(3);
        assertThat(found.conventions().toString()).contains("others do");
        Diagnostic told = found.diagnostics().stream()
                .filter(check -> check.id().equals("few-treated"))
                .findFirst()
                .orElseThrow();
        assertThat(told.outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        // The changes of the others differ from their mean by 1, the one treated from it by 4.
        assertThat(told.pValue().orElseThrow()).isCloseTo(1.0 / 5, within(1e-12));
        assertThat(told.message())
                .endsWith(
                        "0 of them would show as much; the least that the permutation test could give is a p of 0.2.");
    }

    /** Members are clusters; starts are 4 and 6, where 6 is of one. */
    @Test
    void aCohortOfOneStandsApartIfTwoNeverTreatedTellItsVariance() {
        int never = Starts.NEVER;
        Arms apart = cohorts(never, never, 4, 4, 6);
        assertThat(apart.alone()).containsExactly(6);
        assertThat(apart.compared()).isEqualTo(2);
        assertThat(apart.treated()).isEqualTo(3);
        assertThat(IntStream.range(0, 5).map(apart::startOf)).containsExactly(never, never, 4, 4, 6);

        Arms together = cohorts(never, 4, 4, 6);
        assertThat(together.alone()).isEmpty();
        assertThat(together.compared()).isEqualTo(1);
        assertThat(IntStream.range(0, 4).map(together::startOf)).containsOnly(never);
        assertThat(cohorts(4, 4, 6).alone()).isEmpty();

        Arms ofTwo = cohorts(never, 4, 4, 6, 6);
        assertThat(ofTwo.alone()).isEmpty();
        assertThat(IntStream.range(0, 5).map(ofTwo::startOf)).containsExactly(never, 4, 4, 6, 6);
    }

    private static Arms cohorts(int... starts) {
        double[] weights = new double[starts.length];
        Arrays.fill(weights, 1);
        return Arms.ofCohorts(Grouping.of(starts.length, Integer::toString), weights, new Starts(starts));
    }

    /** A cohort of one cluster that all but weighs nothing adds all but nothing to the variance, though it is taken to vary as others. */
    @ParameterizedTest
    @ValueSource(strings = {"group-time", "imputation"})
    void aCohortOfOneCountsByItsShareOfTheAverage(String estimator) {
        Attribution light = cohorts(estimator, 12, 1e-9);
        Attribution without = cohorts(estimator, 10, 1);
        Attribution heavy = cohorts(estimator, 12, 1);

        assertThat(light.estimate()).isCloseTo(without.estimate(), within(1e-6));
        assertThat(light.standardError()).isCloseTo(without.standardError(), within(1e-6));
        assertThat(heavy.standardError()).isNotCloseTo(without.standardError(), within(1e-3));
    }

    /** Six units never treated, four from 2004 and two from 2006, which are one cluster and have a weight of their own. */
    private static Attribution cohorts(String estimator, int units, double weight) {
        Random random = new Random(14);
        int years = 8;
        double[][] columns = new double[6][units * years];
        for (int row = 0; row < units * years; row++) {
            int unit = row / years;
            int year = 2000 + row % years;
            int start = unit < 6 ? 0 : unit < 10 ? 2004 : 2006;
            columns[0][row] = unit;
            columns[1][row] = year;
            columns[2][row] = start;
            columns[3][row] = unit < 10 ? 1 : weight;
            columns[5][row] = Math.min(unit, 10);
            columns[4][row] = unit + (start > 0 && year >= start ? 2 : 0) + random.nextGaussian();
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("g", columns[2])
                .and("w", columns[3])
                .and("y", columns[4])
                .and("c", columns[5])
                .answer("""
                        "design": "difference-in-differences", "options": {"estimator": "%s", "draws": 10},
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g",
                        "weight": "w", "cluster": "c"}""".formatted(estimator));
    }

    /** Of 100 panels whose trends are parallel, about one in twenty fails: twelve units and seven periods before treatment. */
    @ParameterizedTest
    @ValueSource(strings = {"group-time", "imputation", "twoway-fixed-effects"})
    void parallelTrendsOfFewUnitsSeldomFail(String estimator) {
        long failed = IntStream.range(0, 100)
                .filter(seed -> preTrends(estimator, 6, new Random(seed)) == Diagnostic.Outcome.FAIL)
                .count();
        assertThat(failed).isLessThanOrEqualTo(10);
    }

    @Test
    void parallelTrendsOfOneTreatedUnitSeldomFail() {
        long failed = IntStream.range(0, 100)
                .filter(seed -> preTrends("group-time", 1, new Random(seed)) == Diagnostic.Outcome.FAIL)
                .count();
        assertThat(failed).isLessThanOrEqualTo(10);
    }

    private static Diagnostic.Outcome preTrends(String estimator, int treated, Random random) {
        int units = 12;
        int periods = 10;
        double[] u = new double[units * periods];
        double[] t = new double[u.length];
        double[] g = new double[u.length];
        double[] y = new double[u.length];
        double error = 0;
        for (int row = 0; row < u.length; row++) {
            u[row] = row / periods;
            t[row] = 2000 + row % periods;
            g[row] = u[row] < treated ? 2007 : 0;
            error = row % periods == 0 ? random.nextGaussian() : 0.5 * error + Math.sqrt(0.75) * random.nextGaussian();
            y[row] = u[row] + t[row] + error;
        }
        return MadeData.of("u", u)
                .and("t", t)
                .and("g", g)
                .and("y", y)
                .answer("""
                        "design": "difference-in-differences", "options": {"estimator": "%s", "draws": 10},
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"}""".formatted(estimator))
                .diagnostics()
                .stream()
                .filter(told -> told.id().equals("pre-trends"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
