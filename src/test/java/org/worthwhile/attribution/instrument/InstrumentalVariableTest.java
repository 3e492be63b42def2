package org.worthwhile.attribution.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

class InstrumentalVariableTest {

    private static final int ROWS = 200;

    private final Random random = new Random(11);
    private final double[] first = random.doubles(ROWS, -1, 1).toArray();
    private final double[] second = new double[ROWS];
    private final double[] treatment = new double[ROWS];
    private final double[] outcome = new double[ROWS];

    InstrumentalVariableTest() {
        for (int row = 0; row < ROWS; row++) {
            double common = random.nextGaussian();
            second[row] = 0.6 * first[row] + random.nextGaussian();
            treatment[row] = first[row] + 0.5 * second[row] + common;
            outcome[row] = 2 * treatment[row] - common + (1 + Math.abs(first[row])) * random.nextGaussian();
        }
    }

    /** One binary instrument without covariates: the difference of mean outcomes over that of mean treatments (Wald 1940). */
    @Test
    void aBinaryInstrumentGivesTheRatioOfDifferences() {
        double[] z = {0, 0, 0, 1, 1, 1};
        double[] d = {0, 0, 1, 1, 1, 0};
        double[] y = {1, 2, 6, 7, 6, 4};
        MadeData data = data(y, d, z, z);

        // Means of y are 3 and 17/3, those of d 1/3 and 2/3.
        assertThat(answer(data, "z1").estimate()).isCloseTo(8, within(1e-9));
    }

    @Test
    void theUnitOfAnInstrumentMovesNoFigure() {
        Attribution own = answer(data(outcome, treatment, first, second), "z1\", \"z2");
        double[] scaled = Arrays.stream(second).map(value -> 1e7 * value).toArray();

        Attribution other = answer(data(outcome, treatment, first, scaled), "z1\", \"z2");

        assertThat(other.estimate()).isCloseTo(own.estimate(), withinPercentage(1e-8));
        assertThat(other.standardError()).isCloseTo(own.standardError(), withinPercentage(1e-8));
        InstrumentDetails before = (InstrumentDetails) own.details();
        InstrumentDetails after = (InstrumentDetails) other.details();
        assertThat(after.andersonRubin().low().orElseThrow())
                .isCloseTo(before.andersonRubin().low().orElseThrow(), withinPercentage(1e-5));
        assertThat(after.andersonRubin().high().orElseThrow())
                .isCloseTo(before.andersonRubin().high().orElseThrow(), withinPercentage(1e-5));
        assertThat(after.effectiveF()).isCloseTo(before.effectiveF(), withinPercentage(1e-8));
        assertThat(after.hansenJ().orElseThrow().statistic())
                .isCloseTo(before.hansenJ().orElseThrow().statistic(), withinPercentage(1e-5));
    }

    /** Of instruments without correlation the effective F is a plain ratio of sums, and it is the same for any mixture of them. */
    @Test
    void theEffectiveFIsThatOfInstrumentsMadeOrthogonal() {
        double[] ones = LinearModel.ones(ROWS);
        Term intercept = LinearModel.intercept(ROWS);
        double[] apart = Regression.fit(second, List.of(intercept, new Term("z1", first)), List.of(), ones)
                .residuals();
        double[] centred =
                Regression.fit(first, List.of(intercept), List.of(), ones).residuals();
        Regression stage = Regression.fit(
                treatment, List.of(intercept, new Term("a", centred), new Term("b", apart)), List.of(), ones);
        double[][] covariance =
                Covariance.of(stage, Covariance.Kind.HC1, List.of()).matrix();
        double[] squares = {Matrices.dot(centred, centred), Matrices.dot(apart, apart)};
        double explained = 0;
        double noise = 0;
        for (int j = 0; j < 2; j++) {
            explained += stage.coefficients()[j + 1] * stage.coefficients()[j + 1] * squares[j];
            noise += covariance[j + 1][j + 1] * squares[j];
        }

        InstrumentDetails details = (InstrumentDetails)
                answer(data(outcome, treatment, first, second), "z1\", \"z2").details();

        assertThat(details.effectiveF()).isCloseTo(explained / noise, withinPercentage(1e-8));
    }

    /** Hansen's J by the two steps of its definition, each matrix written out. */
    @Test
    void hansensJIsTheObjectiveOfTwoStepMoments() {
        InstrumentDetails details = (InstrumentDetails)
                answer(data(outcome, treatment, first, second), "z1\", \"z2").details();

        double effect =
                answer(data(outcome, treatment, first, second), "z1\", \"z2").estimate();
        double[] y = centred(outcome);
        double[] t = centred(treatment);
        double[][] z = {centred(first), centred(second)};
        double[][] s = new double[2][2];
        for (int row = 0; row < ROWS; row++) {
            double residual = y[row] - effect * t[row];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    s[i][j] += z[i][row] * z[j][row] * residual * residual;
                }
            }
        }
        double determinant = s[0][0] * s[1][1] - s[0][1] * s[1][0];
        double[][] w = {{s[1][1] / determinant, -s[0][1] / determinant}, {-s[1][0] / determinant, s[0][0] / determinant}
        };
        double[] zy = {Matrices.dot(z[0], y), Matrices.dot(z[1], y)};
        double[] zt = {Matrices.dot(z[0], t), Matrices.dot(z[1], t)};
        double twoStep = form(zt, w, zy) / form(zt, w, zt);
        double[] moments = {zy[0] - twoStep * zt[0], zy[1] - twoStep * zt[1]};

        assertThat(details.hansenJ().orElseThrow().statistic())
                .isCloseTo(form(moments, w, moments), withinPercentage(1e-6));
    }

    /** With errors of equal variance, the robust tests are Wu and Hausman's and Sargan's. */
    @Test
    void withEqualVariancesTheTestsAreTheClassicalOnes() {
        Attribution equal = data(outcome, treatment, first, second).answer("""
                "design": "instrumental-variable", "options": {"variance": "iid"},
                "columns": {"outcome": "y", "treatment": "d", "instruments": ["z1", "z2"]}""");
        InstrumentDetails details = (InstrumentDetails) equal.details();

        assertThat(details.endogeneity().statistic()).isCloseTo(details.wuHausman(), within(1e-12));
        assertThat(details.hansenJ().orElseThrow().statistic())
                .isCloseTo(details.overidentification().orElseThrow(), within(1e-12));
    }

    /** The residuals' coefficient in the outcome's regression, by a plain regression with robust errors. */
    @Test
    void theRobustTestOfEndogeneityIsThatOfTheFirstStagesResiduals() {
        double[] ones = LinearModel.ones(ROWS);
        Term intercept = LinearModel.intercept(ROWS);
        double[] left = Regression.fit(
                        treatment, List.of(intercept, new Term("z1", first), new Term("z2", second)), List.of(), ones)
                .residuals();
        Regression augmented = Regression.fit(
                outcome, List.of(intercept, new Term("d", treatment), new Term("left", left)), List.of(), ones);
        double t = augmented.coefficients()[2]
                / Covariance.of(augmented, Covariance.Kind.HC1, List.of()).standardError(2);

        InstrumentDetails details = (InstrumentDetails)
                answer(data(outcome, treatment, first, second), "z1\", \"z2").details();

        assertThat(details.endogeneity().statistic()).isCloseTo(t * t, withinPercentage(1e-7));
    }

    private static double form(double[] left, double[][] matrix, double[] right) {
        return Matrices.dot(left, Matrices.times(matrix, right));
    }

    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    private static Attribution answer(MadeData data, String instruments) {
        return data.answer("""
                "design": "instrumental-variable",
                "columns": {"outcome": "y", "treatment": "d", "instruments": ["%s"]}""".formatted(instruments));
    }

    private static MadeData data(double[] y, double[] d, double[] first, double[] second) {
        return MadeData.of("y", y).and("d", d).and("z1", first).and("z2", second);
    }
}
