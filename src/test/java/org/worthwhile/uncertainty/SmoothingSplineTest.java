package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingSplineTest {

    private static final double[] X = {0, 0.1, 0.15, 0.4, 0.45, 0.8, 1};
    private static final double[] WEIGHTS = {0.1, 0.2, 0.1, 0.15, 0.15, 0.2, 0.1};

    /** Against (W + lambda Q R^-1 Q')^-1 W with whole matrices. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-4, 0.01, 1})
    void theBandedEquationsGiveTheSmootherOfWholeMatrices(double lambda) {
        int n = X.length;
        RealMatrix q = new Array2DRowRealMatrix(n, n - 2);
        RealMatrix r = new Array2DRowRealMatrix(n - 2, n - 2);
        for (int i = 0; i < n - 2; i++) {
            double before = X[i + 1] - X[i];
            double after = X[i + 2] - X[i + 1];
            q.setEntry(i, i, 1 / before);
            q.setEntry(i + 1, i, -1 / before - 1 / after);
            q.setEntry(i + 2, i, 1 / after);
            r.setEntry(i, i, (before + after) / 3);
            if (i + 1 < n - 2) {
                r.setEntry(i, i + 1, after / 6);
                r.setEntry(i + 1, i, after / 6);
            }
        }
        RealMatrix w = MatrixUtils.createRealDiagonalMatrix(WEIGHTS);
        RealMatrix penalty = q.multiply(MatrixUtils.inverse(r)).multiply(q.transpose());
        RealMatrix smoother =
                MatrixUtils.inverse(w.add(penalty.scalarMultiply(lambda))).multiply(w);
        double[] values = new Random(2).doubles(n, -3, 3).toArray();

        SmoothingSpline spline = new SmoothingSpline(X, WEIGHTS, lambda);

        double[] expected = smoother.operate(values);
        double[] fitted = spline.fit(values);
        for (int i = 0; i < n; i++) {
            assertThat(fitted[i]).isCloseTo(expected[i], within(1e-9));
        }
    }

    @Test
    void aStraightLineIsFittedAsItIsHoweverSmooth() {
        double[] line = Arrays.stream(X).map(x -> 5 - 3 * x).toArray();
        for (double lambda : new double[] {1e-12, 1, 1e9}) {
            double[] fitted = new SmoothingSpline(X, WEIGHTS, lambda).fit(line);
            for (int i = 0; i < line.length; i++) {
                assertThat(fitted[i]).isCloseTo(line[i], within(1e-8));
            }
        }
    }

    @Test
    void theSmoothestFitIsTheLineOfWeightedLeastSquares() {
        double[] threePoints =
                new SmoothingSpline(new double[] {0, 0.5, 1}, new double[] {1, 1, 1}, 1e12).fit(new double[] {0, 3, 0});
        // The line through the mean, level by symmetry.
        assertThat(threePoints).containsExactly(new double[] {1, 1, 1}, within(1e-9));
    }
}
