package org.worthwhile.attribution.synthetic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Inference;

/**
 * Whether the gap between the treated and their weighted controls goes with what all controls have in common. Weights that fit the times
 * before treatment leave nothing of it where a mixture of the controls moves as the treated do; what is left says that the treated move
 * more or less than any mixture, that is, lie outside the controls' convex hull (Abadie 2021, Journal of Economic Literature 59).
 *
 * @param slope of the gap in the controls' mean before treatment
 * @param pValue of the hypothesis that it is 0, by Student's t
 */
record CommonMovement(double slope, double pValue) {

    private static final int FEWEST_TIMES = 5;

    /** The test; empty with fewer than five times before treatment, or where the controls have no movement or the gap no noise. */
    static Optional<CommonMovement> of(PanelMatrix matrix, SyntheticEstimate estimate) {
        int times = matrix.before();
        if (times < FEWEST_TIMES || matrix.controls() < 2) {
            return Optional.empty();
        }
        double[] gap = aboutMean(Arrays.copyOf(estimate.gaps(matrix), times));
        double[] common = aboutMean(IntStream.range(0, times)
                .mapToDouble(t -> IntStream.range(0, matrix.controls())
                                .mapToDouble(i -> matrix.outcomes()[i][t])
                                .sum()
                        / matrix.controls())
                .toArray());
        double square = 0;
        double product = 0;
        double gaps = 0;
        for (int t = 0; t < times; t++) {
            square += common[t] * common[t];
            product += common[t] * gap[t];
            gaps += gap[t] * gap[t];
        }
        double left = gaps - product * product / square;
        if (!(square > 0) || !(left > 0)) {
            return Optional.empty();
        }
        int degrees = times - 2;
        double error = Math.sqrt(left / degrees / square);
        double slope = product / square;
        return Optional.of(
                new CommonMovement(slope, Inference.student(degrees, 0.95).pValue(slope, error)));
    }

    private static double[] aboutMean(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }
}
