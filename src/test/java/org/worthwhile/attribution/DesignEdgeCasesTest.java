package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.causes.CausesDetails;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.SerialCovariance;
import org.worthwhile.attribution.estimation.Term;

/** Data that a design cannot answer give one clear problem and never a NaN. */
class DesignEdgeCasesTest {

    private static final String DISCONTINUITY = """
            "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "x"}""";

    @Test
    void anEmptySideOfTheCutoffIsAProblem() {
        Dataset data = data(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4});
        assertThatThrownBy(() -> attribute(data, DISCONTINUITY)).hasMessageContaining("no row is below the cutoff");
    }

    @Test
    void tooFewValuesNearTheCutoffAreAProblem() {
        double[] x = new double[40];
        Arrays.setAll(x, i -> i < 20 ? -1 : 1);
        assertThatThrownBy(() -> attribute(data(x, x.clone()), DISCONTINUITY))
                .hasMessageContaining("too few different values of 'x' near the cutoff");
    }

    @Test
    void aTreatmentOfOtherThanZeroAndOneIsAProblem() {
        assertThatThrownBy(() -> attribute(data(new double[] {0, 1, 2, 1}, new double[] {1, 2, 3, 4}), """
                        "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "x"}"""))
                .hasMessageContaining("'x' holds 2 in row 3 of the data where 0 or 1 is needed");
    }

    @Test
    void noControlsAreAProblem() {
        assertThatThrownBy(() -> attribute(data(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}), """
                        "design": "observational",
                        "columns": {"outcome": "y", "treatment": "x", "covariates": ["y"]}"""))
                .hasMessageContaining("4 of 4 rows are treated");
    }

    @Test
    void covariatesThatDecideTreatmentAreAProblem() {
        double[] d = {0, 0, 0, 1, 1, 1};
        assertThatThrownBy(() -> attribute(data(d, new double[] {1, 2, 3, 4, 5, 6}), """
                        "design": "observational",
                        "columns": {"outcome": "x", "treatment": "x", "covariates": ["y"]}"""))
                .hasMessageContaining("tell treated and untreated rows apart wholly");
    }

    @Test
    void anInstrumentThatCovariatesExplainIsAProblem() {
        Random random = new Random(1);
        double[] x = random.doubles(50).toArray();
        double[] y = random.doubles(50).toArray();
        assertThatThrownBy(() -> attribute(data(x, y), """
                        "design": "instrumental-variable",
                        "columns": {"outcome": "y", "treatment": "y", "instruments": ["x"], "covariates": ["x"]}"""))
                .hasMessageContaining("'x' is an instrument and something else too");
        double[] twice = Arrays.stream(x).map(value -> 2 * value).toArray();
        Dataset explained = new Dataset(
                "made",
                List.of(
                        new Column.Numeric("x", x),
                        new Column.Numeric("y", y),
                        new Column.Numeric("twice", twice),
                        new Column.Numeric("t", random.doubles(50).toArray())),
                50,
                "");
        assertThatThrownBy(() -> attribute(explained, """
                        "design": "instrumental-variable",
                        "columns": {"outcome": "y", "treatment": "t", "instruments": ["twice"], "covariates": ["x"]}""")).hasMessageContaining("explain the instruments wholly");
    }

    @Test
    void aConstantOutcomeIsAnsweredWithNoEffectAndWithoutNaN() {
        double[] x = new double[60];
        double[] y = new double[60];
        Arrays.setAll(x, i -> i % 2);
        Arrays.fill(y, 7);
        Attribution trial = attribute(data(x, y), """
                "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "x"}""");
        assertThat(trial.estimate()).isCloseTo(0, within(1e-12));
        assertThat(trial.standardError()).isNotNaN();
        assertThat(trial.pValue()).isNotNaN();
    }

    @Test
    void aSeriesWithTwoRowsAtOneTimeIsAProblem() {
        assertThatThrownBy(() -> attribute(data(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}), """
                        "design": "interrupted-time-series", "options": {"start": 3},
                        "columns": {"outcome": "y", "time": "x"}"""))
                .hasMessageContaining("there is more than one row at 2");
    }

    /** With no lag and one unit, Newey and West are HC1; with each row its own time, so are Driscoll and Kraay but for a factor. */
    @Test
    void serialCovariancesWithoutLagAreTheRobustOne() {
        Random random = new Random(2);
        double[] x = random.doubles(40).toArray();
        double[] y = random.doubles(40).toArray();
        int[] time = IntStream.range(0, 40).toArray();
        Regression fit = Regression.fit(
                y, List.of(LinearModel.intercept(40), new Term("x", x)), List.of(), LinearModel.ones(40));
        double robust = Covariance.of(fit, Covariance.Kind.HC1, List.of()).standardError(1);
        Grouping one = Grouping.of(40, _ -> "");
        assertThat(SerialCovariance.neweyWest(fit, one, time, 0).standardError(1))
                .isCloseTo(robust, within(1e-12));
        // T / (T - 1) x (n - 1) / (n - K) = n / (n - K) where every row has a time of its own.
        assertThat(SerialCovariance.driscollKraay(fit, time, 0).standardError(1))
                .isCloseTo(robust, within(1e-12));
        assertThat(SerialCovariance.neweyWest(fit, one, time, 3).standardError(1))
                .isNotEqualTo(robust);
    }

    /** With one time of treatment: the treated's change of means from before to after, less the others'. */
    @Test
    void imputationWithOneTimeOfTreatmentIsTheDifferenceOfMeanChanges() {
        double[] unit = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4};
        double[] time = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3};
        double[] begin = {3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0};
        double[] y = {1, 2, 9, 2, 4, 12, 5, 5, 6, 0, 1, 3};
        Dataset data = new Dataset(
                "made",
                List.of(
                        new Column.Numeric("u", unit),
                        new Column.Numeric("t", time),
                        new Column.Numeric("g", begin),
                        new Column.Numeric("y", y)),
                12,
                "");
        Attribution imputed = attribute(data, """
                "design": "difference-in-differences", "options": {"estimator": "imputation"},
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"}""");
        // (10.5 - 2.25) - (4.5 - 2.75) = 6.5.
        assertThat(imputed.estimate()).isCloseTo(6.5, within(1e-9));
        assertThat(imputed.standardError()).isGreaterThan(0);
    }

    @Test
    void aFuzzyDesignInWhichAllComplyIsTheSharpOne() {
        Random random = new Random(3);
        double[] x = random.doubles(600, -1, 1).toArray();
        double[] y = Arrays.stream(x)
                .map(v -> v + (v >= 0 ? 2 : 0) + 0.3 * random.nextGaussian())
                .toArray();
        double[] taken = Arrays.stream(x).map(v -> v >= 0 ? 1 : 0).toArray();
        Dataset data = new Dataset(
                "made",
                List.of(new Column.Numeric("x", x), new Column.Numeric("y", y), new Column.Numeric("taken", taken)),
                600,
                "");
        Attribution sharp = attribute(data, DISCONTINUITY);
        Attribution fuzzy = attribute(data, DISCONTINUITY + ", \"options\": {\"fuzzy\": \"taken\"}");
        assertThat(fuzzy.estimate()).isCloseTo(sharp.estimate(), within(1e-9));
        assertThat(fuzzy.standardError()).isCloseTo(sharp.standardError(), within(1e-9));
        assertThat(fuzzy.interval().low()).isCloseTo(sharp.interval().low(), within(1e-9));
    }

    @Test
    void relativeImportanceOfUnrelatedCausesIsTheSquareOfTheirCorrelations() {
        // x and w are orthogonal by making, so that their shares do not depend on order.
        double[] x = {1, 1, -1, -1, 1, 1, -1, -1};
        double[] w = {1, -1, 1, -1, 1, -1, 1, -1};
        double[] y = {3, 1, -1, -3, 3.5, 1, -1, -3.5};
        Attribution found = attribute(causes(x, w, y), """
                "design": "many-causes", "options": {"estimator": "lmg", "draws": 10},
                "columns": {"outcome": "y", "causes": ["x", "w"]}""");
        var parts = ((CausesDetails) found.details()).contributions();
        assertThat(parts.get(0).contribution()).isCloseTo(square(x, y), within(1e-12));
        assertThat(parts.get(1).contribution()).isCloseTo(square(w, y), within(1e-12));
    }

    /** The squared correlation of two variables of mean 0. */
    private static double square(double[] x, double[] y) {
        double product = 0;
        double xs = 0;
        double ys = 0;
        for (int i = 0; i < x.length; i++) {
            product += x[i] * y[i];
            xs += x[i] * x[i];
            ys += y[i] * y[i];
        }
        return product * product / (xs * ys);
    }

    @Test
    void oaxacaAndBlinderTellDifferencesOfCausesFromDifferencesOfTheirEffects() {
        // In group 0, y = 2x with mean x of 2; in group 1, y = 3x with mean x of 4. Of 12 - 4 = 8, 2 x (4 - 2) are
        // explained.
        double[] group = {0, 0, 0, 1, 1, 1};
        double[] x = {1, 2, 3, 3, 4, 5};
        double[] y = {2, 4, 6, 9, 12, 15};
        Attribution found = attribute(causes(x, group, y), """
                "design": "many-causes", "options": {"estimator": "oaxaca-blinder", "draws": 20},
                "columns": {"outcome": "y", "treatment": "w", "causes": ["x"]}""");
        var parts = ((CausesDetails) found.details()).contributions();
        assertThat(parts.get(0).contribution()).isCloseTo(4, within(1e-9));
        assertThat(parts.get(1).contribution()).isCloseTo(4, within(1e-9));
        assertThat(found.estimate()).isCloseTo(4, within(1e-9));
    }

    private static Dataset causes(double[] x, double[] w, double[] y) {
        return new Dataset(
                "made",
                List.of(new Column.Numeric("x", x), new Column.Numeric("w", w), new Column.Numeric("y", y)),
                x.length,
                "");
    }

    private static Attribution attribute(Dataset data, String study) {
        return Attributor.attribute(ReferenceCase.studyCase(data, study));
    }

    private static Dataset data(double[] x, double[] y) {
        return new Dataset("made", List.of(new Column.Numeric("x", x), new Column.Numeric("y", y)), x.length, "");
    }

    @Test
    void treatmentReceivedThatDoesNotJumpAtTheCutoffIsAProblem() {
        double[] x = IntStream.range(0, 60).mapToDouble(i -> i - 29.5).toArray();
        double[] y = new Random(3).doubles(60).toArray();
        double[] received = new double[60];
        Arrays.fill(received, 0.7);
        Dataset data = new Dataset(
                "made",
                List.of(new Column.Numeric("x", x), new Column.Numeric("y", y), new Column.Numeric("d", received)),
                60,
                "");

        assertThatThrownBy(() -> attribute(data, DISCONTINUITY + ", \"options\": {\"fuzzy\": \"d\"}"))
                .hasMessageContaining("treatment received does not change at the cutoff");
    }

    @Test
    void anOutcomeOfOneValueOnEachSideOfTheCutoffIsAProblem() {
        double[] x = IntStream.range(0, 60).mapToDouble(i -> i - 29.5).toArray();
        double[] y = Arrays.stream(x).map(value -> value >= 0 ? 1 : 0).toArray();

        assertThatThrownBy(() -> attribute(data(x, y), DISCONTINUITY))
                .hasMessageContaining("'y' has a single value on each side of the cutoff");
    }

    @Test
    void anInstrumentThatDoesNotMoveTreatmentAtAllIsAProblem() {
        int[] rows = IntStream.range(0, 48).toArray();
        Dataset data = new Dataset(
                "made",
                List.of(
                        new Column.Numeric("y", new Random(4).doubles(48).toArray()),
                        new Column.Numeric(
                                "d",
                                Arrays.stream(rows)
                                        .mapToDouble(i -> 1 + i / 2 % 4 * 0.1)
                                        .toArray()),
                        new Column.Numeric(
                                "z", Arrays.stream(rows).mapToDouble(i -> i % 2).toArray())),
                48,
                "");

        assertThatThrownBy(() -> attribute(data, """
                        "design": "instrumental-variable",
                        "columns": {"outcome": "y", "treatment": "d", "instruments": ["z"]}""")).hasMessageContaining("'d' does not move with z at all");
    }
}
