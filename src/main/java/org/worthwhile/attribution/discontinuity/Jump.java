package org.worthwhile.attribution.discontinuity;

import java.util.Arrays;
import java.util.List;

/**
 * The jump at the cutoff.
 *
 * @param conventional as estimated
 * @param conventionalError its standard error
 * @param corrected with the bias taken off
 * @param robustError the standard error of that, the estimation of the bias included
 * @param left rows that count to the left
 * @param right rows that count to the right
 */
record Jump(double conventional, double conventionalError, double corrected, double robustError, int left, int right) {

    /** One side's coefficient at the cutoff, as it is and with its bias taken off, as weights on outcomes. */
    private record Level(
            Side side, LocalPolynomial main, LocalPolynomial curve, double[] plain, double[] corrected, int counted) {

        static Level of(Side all, int order, Kernel kernel, double h, double b) {
            Side side = all.within(kernel, Math.max(h, b));
            LocalPolynomial main = LocalPolynomial.fit(side, order, kernel, h);
            LocalPolynomial curve = LocalPolynomial.fit(side, order + 1, kernel, b);
            double bias = main.pickedUp(0, side.x(), order + 1);
            double[] corrected = new double[side.size()];
            Arrays.setAll(corrected, i -> main.weights()[0][i] - bias * curve.weights()[order + 1][i]);
            int counted = (int)
                    Arrays.stream(side.x()).filter(x -> kernel.weight(x, h) > 0).count();
            return new Level(side, main, curve, main.weights()[0], corrected, counted);
        }

        double of(double[] weights, double[] values) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += weights[i] * values[i];
            }
            return sum;
        }

        double variance(boolean unbiased, double forOutcome, double forTreatment) {
            double[] mixture = new double[side.size()];
            Arrays.setAll(
                    mixture, i -> forOutcome * side.y()[i] + (side.isFuzzy() ? forTreatment * side.treatment()[i] : 0));
            return side.variance(unbiased ? corrected : plain, mixture, unbiased ? curve : main);
        }
    }

    /**
     * Estimates the jump in the outcome or, in a fuzzy design, its ratio to the jump in treatment received (Calonico,
     * Cattaneo and Titiunik 2014).
     */
    static Jump estimate(Side left, Side right, int order, Kernel kernel, double h, double b) {
        List<Side> adjusted = CovariateAdjustment.of(List.of(left, right), order, kernel, h);
        Level below = Level.of(adjusted.getFirst(), order, kernel, h, b);
        Level above = Level.of(adjusted.getLast(), order, kernel, h, b);
        double outcome = above.of(above.plain, above.side.y()) - below.of(below.plain, below.side.y());
        double outcomeCorrected = above.of(above.corrected, above.side.y()) - below.of(below.corrected, below.side.y());
        double forOutcome = 1;
        double forTreatment = 0;
        double estimate = outcome;
        double corrected = outcomeCorrected;
        if (left.isFuzzy()) {
            double received =
                    above.of(above.plain, above.side.treatment()) - below.of(below.plain, below.side.treatment());
            double receivedCorrected = above.of(above.corrected, above.side.treatment())
                    - below.of(below.corrected, below.side.treatment());
            forOutcome = 1 / received;
            forTreatment = -outcome / (received * received);
            estimate = outcome / received;
            corrected = estimate
                    - forOutcome * (outcome - outcomeCorrected)
                    - forTreatment * (received - receivedCorrected);
        }
        return new Jump(
                estimate,
                Math.sqrt(below.variance(false, forOutcome, forTreatment)
                        + above.variance(false, forOutcome, forTreatment)),
                corrected,
                Math.sqrt(below.variance(true, forOutcome, forTreatment)
                        + above.variance(true, forOutcome, forTreatment)),
                below.counted,
                above.counted);
    }
}
