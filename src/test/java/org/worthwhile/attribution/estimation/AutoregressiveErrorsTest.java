package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.RecordedValues;

/** Against gls of the R package nlme, recorded by {@code src/test/resources/r/reml.R}, and against dense matrices. */
class AutoregressiveErrorsTest {

    /** What R's optimizer leaves of the correlation. */
    private static final Percentage SAME = withinPercentage(1e-3);

    private static final double[] OUTCOME = RecordedValues.data("series").columns().stream()
            .filter(column -> column.name().equals("y"))
            .map(column -> ((Column.Numeric) column).values())
            .findFirst()
            .orElseThrow();
    private static final double[] CONTROL = RecordedValues.data("series").columns().stream()
            .filter(column -> column.name().equals("control"))
            .map(column -> ((Column.Numeric) column).values())
            .findFirst()
            .orElseThrow();

    private record Recorded(String name, int[] months, int start, int harmonics, boolean seasonal, boolean controlled) {

        List<Term> terms() {
            List<Term> terms = new ArrayList<>(List.of(
                    LinearModel.intercept(months.length),
                    term("trend", month -> month),
                    term("level", month -> month >= start ? 1 : 0),
                    term("slope", month -> Math.max(0, month - start))));
            if (name.equals("two")) {
                terms.add(term("level30", month -> month >= 30 ? 1 : 0));
                terms.add(term("slope30", month -> Math.max(0, month - 30)));
            }
            for (int k = 1; k <= harmonics; k++) {
                double frequency = 2 * Math.PI * k / 12;
                terms.add(term("cosine " + k, month -> Math.cos(frequency * month)));
                terms.add(term("sine " + k, month -> Math.sin(frequency * month)));
            }
            for (int season = 1; seasonal && season < 12; season++) {
                int own = season;
                terms.add(term("season " + season, month -> month % 12 == own ? 1 : 0));
            }
            if (controlled) {
                terms.add(term("control", month -> CONTROL[month]));
            }
            return terms;
        }

        double[] outcome() {
            return term("y", month -> OUTCOME[month]).values();
        }

        private Term term(String title, IntToDoubleFunction value) {
            return new Term(
                    title,
                    IntStream.of(months).mapToDouble(value::applyAsDouble).toArray());
        }

        AutoregressiveErrors fit() {
            return AutoregressiveErrors.fit(outcome(), terms(), months);
        }
    }

    private static int[] months(int count, IntPredicate missing) {
        return IntStream.range(0, count).filter(missing.negate()).toArray();
    }

    static Stream<Recorded> recorded() {
        List<Integer> gap = List.of(7, 8, 30, 51, 52, 53);
        return Stream.of(
                new Recorded("harmonic", months(84, _ -> false), 48, 2, false, true),
                new Recorded("seasonal", months(84, _ -> false), 48, 0, true, false),
                new Recorded("gap", months(84, gap::contains), 48, 2, false, false),
                new Recorded("short", months(36, _ -> false), 20, 0, false, false),
                new Recorded("two", months(36, _ -> false), 20, 0, false, false));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void correlationAndCoefficientsAreThoseOfGls(Recorded of) {
        RecordedValues gls = RecordedValues.of("reml");
        AutoregressiveErrors fit = of.fit();
        Covariance atTheEstimate = Covariance.of(fit.regression(), Covariance.Kind.IID, List.of());

        assertThat(fit.correlation()).isCloseTo(gls.of(of.name(), "correlation"), SAME);
        for (String term : List.of("level", "slope")) {
            int position = fit.regression().terms().indexOf(term);
            assertThat(fit.regression().coefficients()[position]).isCloseTo(gls.of(of.name(), term), SAME);
            assertThat(atTheEstimate.standardError(position)).isCloseTo(gls.of(of.name(), term + "Error"), SAME);
        }
    }

    /** The mean over the restricted likelihood on a grid three times as fine, by inverses and determinants of whole matrices. */
    @ParameterizedTest
    @MethodSource("recorded")
    void errorsAreMeansOverWhatTheSeriesLeavesOpen(Recorded of) {
        AutoregressiveErrors fit = of.fit();
        double best = dense(of, fit.correlation())[0];
        double whole = 0;
        double sum = 0;
        double lowest = 0.5 * Math.log(0.01 / 1.99);
        double highest = 0.5 * Math.log(1.998 / 0.002);
        for (int i = 0; i <= 240; i++) {
            double end = i == 0 || i == 240 ? 0.5 : 1;
            double[] found = dense(of, Math.tanh(lowest + (highest - lowest) * i / 240));
            double weight = end * Math.exp(found[0] - best);
            double apart = found[1] - fit.regression().coefficients()[2];
            whole += weight;
            sum += weight * (found[2] + apart * apart);
        }
        assertThat(fit.covariance().standardError(2)).isCloseTo(Math.sqrt(sum / whole), withinPercentage(1));
        assertThat(fit.covariance().degreesOfFreedom(2))
                .isEqualTo(of.months().length - of.terms().size());
    }

    /** The restricted likelihood, the third coefficient and its variance at a correlation. */
    private static double[] dense(Recorded of, double correlation) {
        int n = of.months().length;
        RealMatrix errors = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                errors.setEntry(i, j, Math.pow(correlation, Math.abs(of.months()[i] - of.months()[j])));
            }
        }
        RealMatrix x =
                new Array2DRowRealMatrix(of.terms().stream().map(Term::values).toArray(double[][]::new)).transpose();
        RealMatrix y = new Array2DRowRealMatrix(of.outcome());
        LUDecomposition inner = new LUDecomposition(errors);
        RealMatrix inverse = inner.getSolver().getInverse();
        LUDecomposition information =
                new LUDecomposition(x.transpose().multiply(inverse).multiply(x));
        RealMatrix covariance = information.getSolver().getInverse();
        RealMatrix beta = covariance.multiply(x.transpose()).multiply(inverse).multiply(y);
        RealMatrix rest = y.subtract(x.multiply(beta));
        double squares = rest.transpose().multiply(inverse).multiply(rest).getEntry(0, 0);
        int degrees = n - of.terms().size();
        return new double[] {
            -0.5
                    * (degrees * Math.log(squares)
                            + Math.log(inner.getDeterminant())
                            + Math.log(information.getDeterminant())),
            beta.getEntry(2, 0),
            squares / degrees * covariance.getEntry(2, 2)
        };
    }

    @Test
    void whatFitsExactlyHasNoErrorsToBeAlike() {
        int[] months = months(20, _ -> false);
        double[] line = IntStream.of(months).mapToDouble(month -> 3 + 2 * month).toArray();
        Term trend = new Term("trend", Arrays.stream(months).asDoubleStream().toArray());

        AutoregressiveErrors fit = AutoregressiveErrors.fit(line, List.of(LinearModel.intercept(20), trend), months);

        assertThat(fit.correlation()).isZero();
        assertThat(fit.regression().coefficients()[1]).isCloseTo(2, within(1e-12));
    }

    @Test
    void aTermThatOthersExplainIsLeftOutByName() {
        int[] months = months(36, _ -> false);
        Recorded of = new Recorded("short", months, 20, 0, false, false);
        List<Term> terms = new ArrayList<>(of.terms());
        terms.add(new Term("again", terms.get(2).values()));

        AutoregressiveErrors fit = AutoregressiveErrors.fit(of.outcome(), terms, months);

        assertThat(fit.regression().collinear()).containsExactly("again");
        assertThat(fit.regression().coefficients())
                .isEqualTo(of.fit().regression().coefficients());
    }
}
