package org.worthwhile.attribution.synthetic;

import java.util.Arrays;
import org.worthwhile.attribution.synthetic.SyntheticOptions.Estimator;

/**
 * How far the treated lie from their weighted controls.
 *
 * @param before the root mean squared gap before treatment, a constant gap taken off but for the plain synthetic control
 * @param after the same after treatment
 */
record PreFit(double before, double after) {

    static PreFit of(PanelMatrix matrix, SyntheticEstimate estimate, Estimator estimator) {
        double[] gaps = estimate.gaps(matrix);
        double constant = estimator == Estimator.SYNTHETIC_CONTROL
                ? 0
                : Arrays.stream(gaps, 0, matrix.before()).average().orElseThrow();
        double[] rest = Arrays.stream(gaps).map(gap -> gap - constant).toArray();
        return new PreFit(rootMeanSquare(rest, 0, matrix.before()), rootMeanSquare(rest, matrix.before(), rest.length));
    }

    /** After for each unit of before; the largest number where there is no gap before. */
    double ratio() {
        return before == 0 ? Double.MAX_VALUE : after / before;
    }

    static double rootMeanSquare(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t] * values[t];
        }
        return Math.sqrt(sum / (to - from));
    }
}
