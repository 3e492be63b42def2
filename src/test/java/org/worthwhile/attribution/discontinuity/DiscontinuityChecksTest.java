package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/** Checks and pictures of a jump at a cutoff, against the studies and means that they are said to be. */
class DiscontinuityChecksTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final double CUTOFF = 50;

    private final int rows = 400;
    private final double[] score = new double[rows];
    private final double[] outcome = new double[rows];
    private final double[] covariate = new double[rows];
    private final double[] weight = new double[rows];

    DiscontinuityChecksTest() {
        Random random = new Random(21);
        for (int row = 0; row < rows; row++) {
            score[row] = 40 + 20 * random.nextDouble();
            outcome[row] = 0.3 * score[row] + (score[row] >= CUTOFF ? 2 : 0) + random.nextGaussian();
            covariate[row] = 0.1 * score[row] + random.nextGaussian();
            weight[row] = 1 + row % 3;
        }
    }

    private Attribution answer(DoublePredicate kept, String columns, String options) {
        int[] chosen =
                IntStream.range(0, rows).filter(row -> kept.test(score[row])).toArray();
        return MadeData.of("r", take(score, chosen))
                .and("y", take(outcome, chosen))
                .and("z", take(covariate, chosen))
                .and("w", take(weight, chosen))
                .answer("""
                        "design": "regression-discontinuity",
                        "columns": {%s, "runningVariable": "r"}, "options": {%s}""".formatted(columns, options));
    }

    private Attribution whole(String columns, String options) {
        return answer(_ -> true, columns, "\"cutoff\": 50" + options);
    }

    private static double[] take(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static Optional<Diagnostic> told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst();
    }

    private static double ofOneOrderMore(Attribution found) {
        return found.coefficients().getLast().pValue();
    }

    /** What is fixed beforehand is tried as an outcome of its own. */
    @Test
    void aCovariateIsTriedAsTheOutcome() {
        Attribution own = whole("\"outcome\": \"z\"", "");
        Diagnostic smooth = told(whole("\"outcome\": \"y\", \"covariates\": [\"z\"]", ""), "continuity")
                .orElseThrow();

        assertThat(smooth.outcome()).isEqualTo(Outcome.PASS);
        assertThat(smooth.statistic().orElseThrow()).isCloseTo(own.estimate(), ROUNDING);
        assertThat(smooth.pValue().orElseThrow()).isCloseTo(ofOneOrderMore(own), ROUNDING);
        assertThat(smooth.message()).startsWith("z does not jump");
        for (int row = 0; row < rows; row++) {
            covariate[row] += score[row] >= CUTOFF ? 5 : 0;
        }
        Diagnostic jumps = told(whole("\"outcome\": \"y\", \"covariates\": [\"z\"]", ""), "continuity")
                .orElseThrow();
        assertThat(jumps.outcome()).isEqualTo(Outcome.WARN);
        assertThat(jumps.message()).startsWith("z itself jumps");
        assertThat(told(whole("\"outcome\": \"y\"", ""), "continuity")).isEmpty();
    }

    /** The middle row of each side in the order of the running variable is tried as the cutoff, with that side's rows alone. */
    @Test
    void aMadeUpCutoffIsTheMedianOfItsSide() {
        Attribution found = whole("\"outcome\": \"y\"", "");
        for (boolean above : new boolean[] {false, true}) {
            DoublePredicate side = value -> value >= CUTOFF == above;
            double[] sorted = Arrays.stream(score).filter(side).sorted().toArray();
            Attribution own = answer(side, "\"outcome\": \"y\"", "\"cutoff\": " + sorted[sorted.length / 2]);

            Diagnostic told =
                    told(found, above ? "placebo-above" : "placebo-below").orElseThrow();
            assertThat(told.statistic().orElseThrow()).isCloseTo(own.estimate(), within(1e-6));
            assertThat(told.pValue().orElseThrow()).isCloseTo(ofOneOrderMore(own), within(1e-6));
            assertThat(told.outcome()).isEqualTo(ofOneOrderMore(own) >= 0.05 ? Outcome.PASS : Outcome.WARN);
        }
    }

    @Test
    void aJumpAtAMadeUpCutoffIsAWarning() {
        double[] above =
                Arrays.stream(score).filter(value -> value >= CUTOFF).sorted().toArray();
        double middle = above[above.length / 2];
        for (int row = 0; row < rows; row++) {
            outcome[row] += score[row] >= middle ? 10 : 0;
        }
        Attribution found = whole("\"outcome\": \"y\"", "");

        assertThat(told(found, "placebo-above").orElseThrow().outcome()).isEqualTo(Outcome.WARN);
        assertThat(told(found, "placebo-above").orElseThrow().statistic().orElseThrow())
                .isBetween(8.0, 12.0);
        assertThat(told(found, "placebo-below").orElseThrow().outcome()).isEqualTo(Outcome.PASS);
    }

    /** With 3 given, bandwidths of 1.5 to 6: each estimate and interval is that of the study that gives it. */
    @Test
    void otherBandwidthsAreThoseOfStudiesThatGiveThem() {
        Attribution found = whole("\"outcome\": \"y\"", ", \"bandwidth\": 3");
        List<Series.Point> points = found.series().getLast().points();

        assertThat(points).extracting(Series.Point::x).containsExactly(1.5, 2.25, 3.0, 3.75, 4.5, 6.0);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Series.Point point : points) {
            Attribution own = whole("\"outcome\": \"y\"", ", \"bandwidth\": " + point.x());
            assertThat(point.y()).isCloseTo(own.estimate(), ROUNDING);
            assertThat(point.low()).isCloseTo(own.interval().low(), ROUNDING);
            assertThat(point.high()).isCloseTo(own.interval().high(), ROUNDING);
            least = Math.min(least, own.estimate());
            most = Math.max(most, own.estimate());
        }
        Diagnostic told = told(found, "bandwidth-sensitivity").orElseThrow();
        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
        assertThat(told.message())
                .isEqualTo("With half to twice the bandwidth the estimate lies between " + Rounded.plain(least)
                        + " and " + Rounded.plain(most) + ", always in the same direction.");
    }

    /** A rise within 1 of the cutoff and a fall beyond it: a narrow bandwidth sees the one and a wide one the other. */
    @Test
    void aDirectionThatDependsOnTheBandwidthIsAWarning() {
        for (int row = 0; row < rows; row++) {
            double above = score[row] - CUTOFF;
            outcome[row] = (above < 0 ? 0 : above < 1 ? 1 : 2 * above - 8) + outcome[row] / 100;
        }
        Diagnostic told = told(whole("\"outcome\": \"y\"", ", \"bandwidth\": 3"), "bandwidth-sensitivity")
                .orElseThrow();

        assertThat(told.outcome()).isEqualTo(Outcome.WARN);
        assertThat(told.message()).endsWith(", and its direction depends on the choice.");
    }

    /** Twenty bins of equal width on each side, from the outermost row to the cutoff. */
    @Test
    void meansAreDrawnInTwentyBinsOfEachSide() {
        List<Series.Point> points = whole("\"outcome\": \"y\", \"weight\": \"w\"", "")
                .series()
                .getFirst()
                .points();
        double least = Arrays.stream(score).min().orElseThrow();
        double most = Arrays.stream(score).max().orElseThrow();

        assertThat(points.stream().filter(point -> point.label().equals("below")))
                .hasSizeBetween(15, 20);
        assertThat(points.stream().filter(point -> point.label().equals("above")))
                .hasSizeBetween(15, 20);
        for (Series.Point point : points) {
            boolean below = point.label().equals("below");
            double half = (below ? CUTOFF - least : most - CUTOFF) / 40;
            int[] within = IntStream.range(0, rows)
                    .filter(row ->
                            score[row] < CUTOFF == below && Math.abs(score[row] - point.x()) <= half * (1 + 1e-9))
                    .toArray();
            double weights = Arrays.stream(take(weight, within)).sum();
            double sum = IntStream.of(within)
                    .mapToDouble(row -> weight[row] * outcome[row])
                    .sum();
            assertThat(point.y()).isCloseTo(sum / weights, ROUNDING);
            assertThat((point.x() - (below ? least : CUTOFF)) / (2 * half) % 1).isCloseTo(0.5, within(1e-6));
        }
    }

    /** Of 400 rows in whole numbers each shares its value with others, but for one that stands alone. */
    @Test
    void rowsThatShareTheirValueAreCounted() {
        for (int row = 0; row < rows; row++) {
            score[row] = row == 0 ? 45.5 : Math.floor(score[row]);
        }
        Diagnostic told = told(whole("\"outcome\": \"y\"", ""), "mass-points").orElseThrow();

        assertThat(told.statistic()).hasValue(21);
        assertThat(told.message())
                .contains("only 21 distinct values (mass points) in 400 rows; 100% of the rows share");
        assertThat(told.outcome()).isEqualTo(Outcome.WARN);
        Diagnostic honest = told(whole("\"outcome\": \"y\"", ", \"inference\": \"honest\""), "mass-points")
                .orElseThrow();
        assertThat(honest.outcome()).isEqualTo(Outcome.INFO);
        assertThat(honest.message()).endsWith("The interval allows for this.");
    }

    /**
     * The test of McCrary by regressions: bins of two deviations over the root of the rows that begin at the cutoff, a polynomial of
     * the fourth order over each side for the bandwidth, half the mean of the two sides' rules of thumb, and a line within it.
     */
    @Test
    void theDensitiesAreLinesFittedToAFineHistogram() {
        for (int row = 0; row < rows; row++) {
            score[row] = row % 2 == 0 ? 50 + Math.abs(score[row] - 50) : score[row];
        }
        double mean = Arrays.stream(score).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(score)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (rows - 1));
        double bin = 2 * deviation / Math.sqrt(rows);
        double bandwidth = (ruleOfThumb(bin, false) + ruleOfThumb(bin, true)) / 4;
        double below = height(bin, bandwidth, false);
        double above = height(bin, bandwidth, true);
        double error = Math.sqrt(4.8 / (rows * bandwidth) * (1 / below + 1 / above));

        Diagnostic told = told(whole("\"outcome\": \"y\"", ""), "density").orElseThrow();

        assertThat(told.statistic().orElseThrow()).isCloseTo(Math.log(above / below), within(1e-6));
        assertThat(told.pValue().orElseThrow())
                .isCloseTo(
                        2 * NormalDistribution.of(0, 1).survivalProbability(Math.log(above / below) / error),
                        within(1e-6));
        assertThat(told.outcome()).isEqualTo(Outcome.FAIL);
    }

    /** By side, each bin's distance from the cutoff and its share of all rows over its width. */
    private double[][] histogram(double bin, boolean above) {
        double[] distances = Arrays.stream(score)
                .filter(value -> value >= CUTOFF == above)
                .map(value -> Math.abs(value - CUTOFF))
                .toArray();
        int bins = (int) Math.ceil(Arrays.stream(distances).max().orElseThrow() / bin);
        double[][] histogram = new double[2][bins];
        for (int i = 0; i < bins; i++) {
            double from = i * bin;
            histogram[0][i] = from + bin / 2;
            histogram[1][i] = Arrays.stream(distances)
                            .filter(distance -> distance >= from && distance < from + bin)
                            .count()
                    / (rows * bin);
        }
        return histogram;
    }

    private static Regression polynomial(double[][] histogram, int order, double[] weights) {
        List<Term> terms = IntStream.rangeClosed(0, order)
                .mapToObj(power -> new Term(
                        "z" + power,
                        Arrays.stream(histogram[0]).map(z -> Math.pow(z, power)).toArray()))
                .toList();
        return Regression.fit(histogram[1], terms, List.of(), weights);
    }

    private double ruleOfThumb(double bin, boolean above) {
        double[][] histogram = histogram(bin, above);
        int bins = histogram[0].length;
        Regression fit = polynomial(histogram, 4, LinearModel.ones(bins));
        double[] b = fit.coefficients();
        double curvature = Arrays.stream(histogram[0])
                .map(z -> Math.pow(2 * b[2] + 6 * b[3] * z + 12 * b[4] * z * z, 2))
                .sum();
        double variance = fit.residualSumOfSquares() / (bins - 5);
        double reach = histogram[0][bins - 1];
        return Math.min(reach, 3.348 * Math.pow(variance * reach / curvature, 0.2));
    }

    private double height(double bin, double bandwidth, boolean above) {
        double[][] histogram = histogram(bin, above);
        int within =
                (int) Arrays.stream(histogram[0]).filter(z -> z < bandwidth).count();
        double[][] near = {Arrays.copyOf(histogram[0], within), Arrays.copyOf(histogram[1], within)};
        return polynomial(
                        near,
                        1,
                        Arrays.stream(near[0]).map(z -> 1 - z / bandwidth).toArray())
                .coefficients()[0];
    }
}
