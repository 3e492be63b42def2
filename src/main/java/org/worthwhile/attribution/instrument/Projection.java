package org.worthwhile.attribution.instrument;

import java.util.Arrays;
import org.worthwhile.attribution.estimation.QrLeastSquares;

/** Columns that others are projected on. */
final class Projection {

    private static final double COLLINEAR = 1e-11;

    private final double[][] columns;
    private final double[] lengths;

    Projection(double[][] columns) {
        this.columns = columns;
        this.lengths = QrLeastSquares.lengths(columns);
    }

    /** What the columns leave unexplained. */
    double[] residuals(double[] response) {
        return columns.length == 0
                ? response.clone()
                : QrLeastSquares.fit(columns, response, lengths, COLLINEAR).residuals();
    }

    double[] fitted(double[] response) {
        double[] residuals = residuals(response);
        double[] fitted = response.clone();
        Arrays.setAll(fitted, row -> response[row] - residuals[row]);
        return fitted;
    }

    static double squareOf(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
