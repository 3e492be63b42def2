package org.worthwhile.uncertainty;

import java.util.Arrays;

/**
 * The natural cubic spline with knots at every abscissa that minimises sum w (y - f)^2 + lambda x the integral of f''^2, by
 * Reinsch's banded equations (Reinsch 1967; Green and Silverman 1994, section 2.3), in time that grows with the number of
 * abscissae. Straight lines are fitted as they are, whatever lambda is.
 */
final class SmoothingSpline {

    private final double lambda;
    private final double[] weights;

    /** 1 over the distances between neighbours, of which there is one fewer than abscissae. */
    private final double[] inverse;

    /** The factors L D L' of R + lambda Q'W^-1 Q: the diagonal of D, then the first and second lower diagonals of L. */
    private final double[] diagonal;

    private final double[] below;
    private final double[] belowThat;

    /**
     * The equations for one lambda.
     *
     * @param abscissae rising, at least 3
     * @param weights above 0, one each
     */
    SmoothingSpline(double[] abscissae, double[] weights, double lambda) {
        int n = abscissae.length;
        int inner = n - 2;
        this.lambda = lambda;
        this.weights = weights;
        this.inverse = new double[n - 1];
        Arrays.setAll(inverse, i -> 1 / (abscissae[i + 1] - abscissae[i]));
        double[][] penalty = penalty(inner);
        this.diagonal = new double[inner];
        this.below = new double[inner];
        this.belowThat = new double[inner];
        for (int i = 0; i < inner; i++) {
            double near = i > 0 ? below[i - 1] : 0;
            double far = i > 1 ? belowThat[i - 2] : 0;
            double width = abscissae[i + 2] - abscissae[i];
            diagonal[i] = width / 3
                    + lambda * penalty[0][i]
                    - (i > 0 ? near * near * diagonal[i - 1] : 0)
                    - (i > 1 ? far * far * diagonal[i - 2] : 0);
            below[i] = ((abscissae[i + 2] - abscissae[i + 1]) / 6
                            + lambda * penalty[1][i]
                            - (i > 0 ? near * belowThat[i - 1] * diagonal[i - 1] : 0))
                    / diagonal[i];
            belowThat[i] = lambda * penalty[2][i] / diagonal[i];
        }
    }

    /** The diagonals of Q'W^-1 Q from the main one upwards. */
    private double[][] penalty(int inner) {
        double[][] penalty = new double[3][inner];
        for (int i = 0; i < inner; i++) {
            double first = inverse[i];
            double last = inverse[i + 1];
            double middle = -first - last;
            penalty[0][i] =
                    first * first / weights[i] + middle * middle / weights[i + 1] + last * last / weights[i + 2];
            if (i + 1 < inner) {
                penalty[1][i] = middle * inverse[i + 1] / weights[i + 1]
                        + last * (-inverse[i + 1] - inverse[i + 2]) / weights[i + 2];
            }
            if (i + 2 < inner) {
                penalty[2][i] = last * inverse[i + 2] / weights[i + 2];
            }
        }
        return penalty;
    }

    /** The fitted values at the abscissae. */
    double[] fit(double[] values) {
        int inner = diagonal.length;
        double[] second = new double[inner + 2];
        for (int i = 0; i < inner; i++) {
            second[i] = (values[i + 2] - values[i + 1]) * inverse[i + 1]
                    - (values[i + 1] - values[i]) * inverse[i]
                    - (i > 0 ? below[i - 1] * second[i - 1] : 0)
                    - (i > 1 ? belowThat[i - 2] * second[i - 2] : 0);
        }
        for (int i = 0; i < inner; i++) {
            second[i] /= diagonal[i];
        }
        for (int i = inner - 1; i >= 0; i--) {
            second[i] -=
                    (i + 1 < inner ? below[i] * second[i + 1] : 0) + (i + 2 < inner ? belowThat[i] * second[i + 2] : 0);
        }
        double[] fitted = values.clone();
        for (int i = 0; i < inner; i++) {
            double curve = lambda * second[i];
            fitted[i] -= curve * inverse[i] / weights[i];
            fitted[i + 1] += curve * (inverse[i] + inverse[i + 1]) / weights[i + 1];
            fitted[i + 2] -= curve * inverse[i + 1] / weights[i + 2];
        }
        return fitted;
    }
}
