package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.causes.CausesDetails;

/**
 * Each design on 500 data sets from a known truth: its 95% interval holds the truth in 92% to 98% of them, and its mean is within
 * two Monte Carlo standard errors of it, or, for estimators with a bias that shrinks with the sample, as a case says.
 */
@Tag("proof")
class CoverageProofTest {

    private static final int SETS = 500;

    @Test
    void aRandomisedTrialCoversItsTruth() {
        cover(2, 0, """
                "design": "randomised-trial", "options": {"draws": 10},
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["x"]}""", random -> {
            Data data = new Data(120);
            for (int i = 0; i < 120; i++) {
                double x = random.nextGaussian();
                double d = i % 2;
                data.row(i, "x", x, "d", d, "y", x + 2 * d + (1 + d) * random.nextGaussian());
            }
            return data;
        });
    }

    @Test
    void groupTimeDifferencesCoverTheirTruth() {
        cover(1.5, 0, """
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"}""", random -> panel(random, 1.5));
    }

    @Test
    void imputedDifferencesCoverTheirTruth() {
        cover(1.5, 0, """
                "design": "difference-in-differences", "options": {"estimator": "imputation"},
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"}""", random -> panel(random, 1.5));
    }

    @Test
    void twoWayFixedEffectsCoverTheirTruth() {
        cover(1.5, 0, """
                "design": "difference-in-differences", "options": {"estimator": "twoway-fixed-effects"},
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d", "cluster": "u"}""", random -> panel(random, 1.5));
    }

    @Test
    void panelRegressionCoversItsTruth() {
        cover(1.5, 0, """
                "design": "panel-regression",
                "columns": {"outcome": "y", "unit": "u", "treatment": "d", "fixedEffects": ["u", "t"], "cluster": "u"}""", random -> panel(random, 1.5));
    }

    /** 80 units over six times; half treated from the fourth. */
    private static Data panel(Random random, double effect) {
        Data data = new Data(480);
        double[] shocks = random.doubles(6).toArray();
        for (int unit = 0; unit < 80; unit++) {
            double level = 2 * random.nextGaussian();
            for (int t = 0; t < 6; t++) {
                double d = unit < 40 && t >= 3 ? 1 : 0;
                data.row(
                        unit * 6 + t,
                        "u",
                        unit,
                        "t",
                        t,
                        "g",
                        unit < 40 ? 3 : 0,
                        "d",
                        d,
                        "y",
                        level + shocks[t] + effect * d + random.nextGaussian());
            }
        }
        return data;
    }

    @Test
    void syntheticDifferencesCoverTheirTruth() {
        cover(2, 0, """
                "design": "synthetic-control", "options": {"draws": 60},
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d"}""", random -> {
            Data data = new Data(40 * 16);
            double[] current = new double[16];
            for (int t = 1; t < 16; t++) {
                current[t] = current[t - 1] + random.nextGaussian();
            }
            for (int unit = 0; unit < 40; unit++) {
                double level = random.nextGaussian();
                double follows = random.nextDouble();
                for (int t = 0; t < 16; t++) {
                    double d = unit < 3 && t >= 12 ? 1 : 0;
                    data.row(
                            unit * 16 + t,
                            "u",
                            unit,
                            "t",
                            t,
                            "d",
                            d,
                            "y",
                            level + follows * current[t] + 2 * d + 0.5 * random.nextGaussian());
                }
            }
            return data;
        });
    }

    @Test
    void anInterruptedSeriesCoversItsTruth() {
        cover(3, 0, """
                "design": "interrupted-time-series", "options": {"lag": 0},
                "columns": {"outcome": "y", "time": "t", "treatment": "d"}""", random -> {
            Data data = new Data(120);
            for (int t = 0; t < 120; t++) {
                double d = t >= 70 ? 1 : 0;
                data.row(t, "t", t, "d", d, "y", 0.1 * t + 3 * d + random.nextGaussian());
            }
            return data;
        });
    }

    @Test
    void aBayesianStructuralSeriesCoversItsTruth() {
        cover(3, 0, """
                "design": "interrupted-time-series", "options": {"estimator": "bayesian-structural", "draws": 1000},
                "columns": {"outcome": "y", "time": "t", "treatment": "d", "covariates": ["x"]}""", random -> {
            Data data = new Data(90);
            for (int t = 0; t < 90; t++) {
                double d = t >= 60 ? 1 : 0;
                double x = random.nextGaussian();
                data.row(t, "t", t, "d", d, "x", x, "y", 0.1 * t + 2 * x + 3 * d + random.nextGaussian());
            }
            return data;
        });
    }

    @Test
    void aRegressionWithFewClustersCoversItsTruthByTheWildBootstrap() {
        cover(1, 0, """
                "design": "panel-regression", "options": {"inference": "wild-bootstrap", "draws": 999},
                "columns": {"outcome": "y", "treatment": "d", "cluster": "c"}""", random -> {
            Data data = new Data(320);
            for (int c = 0; c < 16; c++) {
                double shared = random.nextGaussian();
                for (int i = 0; i < 20; i++) {
                    double d = c % 2;
                    data.row(c * 20 + i, "c", c, "d", d, "y", d + shared + random.nextGaussian());
                }
            }
            return data;
        });
    }

    @Test
    void randomEffectsAndFirstDifferencesCoverTheirTruth() {
        for (String estimator : List.of("random-effects", "first-differences")) {
            cover(1.5, 0, """
                    "design": "panel-regression", "options": {"estimator": "%s"},
                    "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d", "fixedEffects": ["t"], "cluster": "u"}""".formatted(estimator), random -> panel(random, 1.5));
        }
    }

    @Test
    void aDiscontinuityWithCovariatesAndClustersCoversItsTruth() {
        cover(1, 0.05, """
                "design": "regression-discontinuity",
                "columns": {"outcome": "y", "runningVariable": "x", "covariates": ["z"], "cluster": "c"}""", random -> {
            Data data = new Data(1200);
            for (int c = 0; c < 120; c++) {
                double shared = 0.3 * random.nextGaussian();
                for (int i = 0; i < 10; i++) {
                    double x = 2 * random.nextDouble() - 1;
                    double z = random.nextGaussian();
                    data.row(
                            c * 10 + i,
                            "c",
                            c,
                            "x",
                            x,
                            "z",
                            z,
                            "y",
                            x + z + shared + (x >= 0 ? 1 : 0) + 0.4 * random.nextGaussian());
                }
            }
            return data;
        });
    }

    /** A cause's true contribution is its effect times the change of its mean, which each data set draws anew. */
    @Test
    void manyCausesCoverTheirTrueContributions() {
        double[] effects = {1.5, -0.8};
        int[] covered = new int[2];
        double[] misses = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            Random random = random(9000 + set);
            Data data = new Data(240);
            double[] changes = new double[2];
            for (int unit = 0; unit < 40; unit++) {
                double level = random.nextGaussian();
                for (int t = 0; t < 6; t++) {
                    double a = 0.3 * t + random.nextGaussian();
                    double b = 0.5 * a + 0.2 * t + random.nextGaussian();
                    changes[0] += t == 5 ? a / 40 : t == 0 ? -a / 40 : 0;
                    changes[1] += t == 5 ? b / 40 : t == 0 ? -b / 40 : 0;
                    data.row(
                            unit * 6 + t,
                            "u",
                            unit,
                            "t",
                            t,
                            "a",
                            a,
                            "b",
                            b,
                            "y",
                            level + effects[0] * a + effects[1] * b + 0.5 * random.nextGaussian());
                }
            }
            var details = (CausesDetails) attribute(data, """
                    "design": "many-causes", "options": {"draws": 200},
                    "columns": {"outcome": "y", "unit": "u", "time": "t", "causes": ["a", "b"]}""").details();
            for (int cause = 0; cause < 2; cause++) {
                var found = details.contributions().get(cause);
                double truth = effects[cause] * changes[cause];
                covered[cause] += found.low() <= truth && truth <= found.high() ? 1 : 0;
                misses[set] += cause == 0 ? found.contribution() - truth : 0;
            }
        }
        assertThat(covered[0] / (double) SETS).as("coverage of the first").isBetween(0.92, 1.0);
        assertThat(covered[1] / (double) SETS).as("coverage of the second").isBetween(0.92, 1.0);
        double mean = Arrays.stream(misses).average().orElseThrow();
        double square = Arrays.stream(misses).map(miss -> miss * miss).sum();
        assertThat(mean).isCloseTo(0, within(2 * Math.sqrt(square) / SETS));
    }

    @Test
    void matchingCoversItsTruth() {
        // The nearest match is not the same, and the difference that is left is in the estimate.
        cover(2, 0.03, """
                "design": "observational", "options": {"estimator": "matching", "replace": true, "ratio": 3},
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["x"]}""", random -> {
            Data data = new Data(600);
            for (int i = 0; i < 600; i++) {
                double x = random.nextGaussian();
                double d = random.nextDouble() < 1 / (1 + Math.exp(1 - 0.4 * x)) ? 1 : 0;
                data.row(i, "x", x, "d", d, "y", x + 2 * d + random.nextGaussian());
            }
            return data;
        });
    }

    @Test
    void aDiscontinuityCoversItsTruth() {
        // The local line is biased where the curve bends; the interval is corrected for it and the estimate is not.
        cover(1, 0.05, """
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "x"}""", random -> {
            Data data = new Data(800);
            for (int i = 0; i < 800; i++) {
                double x = 2 * random.nextDouble() - 1;
                data.row(i, "x", x, "y", x + 0.5 * x * x + (x >= 0 ? 1 : 0) + 0.4 * random.nextGaussian());
            }
            return data;
        });
    }

    @Test
    void anInstrumentCoversItsTruth() {
        // Two-stage least squares is biased towards the plain regression by about one over the first stage's F.
        cover(1, 0.01, """
                "design": "instrumental-variable",
                "columns": {"outcome": "y", "treatment": "d", "instruments": ["z"], "covariates": ["x"]}""", random -> {
            Data data = new Data(400);
            for (int i = 0; i < 400; i++) {
                double z = random.nextGaussian();
                double x = random.nextGaussian();
                double unseen = random.nextGaussian();
                double d = z + x + unseen;
                data.row(i, "z", z, "x", x, "d", d, "y", d + x + unseen + random.nextGaussian());
            }
            return data;
        });
    }

    @Test
    void observationalComparisonsCoverTheirTruth() {
        for (String estimator : List.of("aipw", "ipw", "regression", "entropy-balancing")) {
            cover(2, 0.01, """
                    "design": "observational", "options": {"estimator": "%s"},
                    "columns": {"outcome": "y", "treatment": "d", "covariates": ["x", "w"]}""".formatted(estimator), CoverageProofTest::confounded);
        }
    }

    private static Data confounded(Random random) {
        Data data = new Data(600);
        for (int i = 0; i < 600; i++) {
            double x = random.nextGaussian();
            double w = random.nextGaussian();
            double d = random.nextDouble() < 1 / (1 + Math.exp(-0.5 * x + 0.3 * w)) ? 1 : 0;
            data.row(i, "x", x, "w", w, "d", d, "y", x - w + 2 * d + random.nextGaussian());
        }
        return data;
    }

    @Test
    void theDensityTestSeldomRejectsASmoothDensity() {
        long rejections = IntStream.range(0, SETS)
                .filter(set -> {
                    Random random = new Random(1000 + set);
                    Data data = new Data(2000);
                    for (int i = 0; i < 2000; i++) {
                        data.row(i, "x", 9 * random.nextGaussian() + 2, "y", random.nextGaussian());
                    }
                    return attribute(data, """
                            "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "x"}""").diagnostics().stream()
                            .filter(diagnostic -> diagnostic.id().equals("density"))
                            .anyMatch(diagnostic -> diagnostic.pValue().orElse(1) < 0.05);
                })
                .count();
        // 5% by design; three standard errors of 500 draws are 3 points.
        assertThat((double) rejections / SETS).isBetween(0.02, 0.09);
    }

    private static void cover(double truth, double bias, String study, Function<Random, Data> make) {
        double[] estimates = new double[SETS];
        int covered = 0;
        for (int set = 0; set < SETS; set++) {
            Attribution attribution = attribute(make.apply(random(7000 + set)), study);
            estimates[set] = attribution.estimate();
            covered += attribution.interval().low() <= truth
                            && truth <= attribution.interval().high()
                    ? 1
                    : 0;
        }
        double mean = Arrays.stream(estimates).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(estimates)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (SETS - 1));
        assertThat((double) covered / SETS).as("coverage").isBetween(0.92, 0.98);
        assertThat(mean).as("mean").isCloseTo(truth, within(2 * deviation / Math.sqrt(SETS) + bias));
    }

    /** Consecutive seeds of Random begin alike, so the seed is itself drawn. */
    private static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    private static Attribution attribute(Data data, String study) {
        return Attributor.attribute(ReferenceCase.studyCase(data.dataset(), study));
    }

    /** Columns filled row by row. */
    private static final class Data {

        private final int rows;
        private final Map<String, double[]> columns = new LinkedHashMap<>();

        Data(int rows) {
            this.rows = rows;
        }

        void row(int row, Object... cells) {
            for (int i = 0; i < cells.length; i += 2) {
                columns.computeIfAbsent((String) cells[i], _ -> new double[rows])[row] =
                        ((Number) cells[i + 1]).doubleValue();
            }
        }

        Dataset dataset() {
            List<Column> all = columns.entrySet().stream()
                    .<Column>map(entry -> new Column.Numeric(entry.getKey(), entry.getValue()))
                    .toList();
            return new Dataset("made", all, rows, "");
        }
    }
}
