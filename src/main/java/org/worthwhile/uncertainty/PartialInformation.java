package org.worthwhile.uncertainty;

/**
 * The expected value of partial perfect information by regression (Strong, Oakley and Brennan 2014, Medical Decision
 * Making 34): the options' net values are regressed on the input, here on Hermite polynomials of its normal score, and
 * what is fitted is what knowing the input would tell.
 */
final class PartialInformation {

    private static final int DEGREE = 5;

    private PartialInformation() {}

    /**
     * The value of knowing an input.
     *
     * @param ranks its probabilities by trial
     * @param npsv by option and trial, with at least as many trials
     */
    static double value(double[] ranks, double[][] npsv) {
        int n = ranks.length;
        double[][] basis = new double[DEGREE + 1][n];
        for (int trial = 0; trial < n; trial++) {
            double score = Quantile.STANDARD_NORMAL.inverseCumulativeProbability(ranks[trial]);
            basis[0][trial] = 1;
            basis[1][trial] = score;
            for (int degree = 2; degree <= DEGREE; degree++) {
                // Orthonormal under the normal distribution: sqrt(k) h_k = z h_(k-1) - sqrt(k-1) h_(k-2).
                basis[degree][trial] =
                        (score * basis[degree - 1][trial] - Math.sqrt(degree - 1.0) * basis[degree - 2][trial])
                                / Math.sqrt(degree);
            }
        }
        double[] bestFitted = new double[n];
        java.util.Arrays.fill(bestFitted, Double.NEGATIVE_INFINITY);
        double bestMean = Double.NEGATIVE_INFINITY;
        for (double[] option : npsv) {
            double[] coefficients = new double[DEGREE + 1];
            for (int degree = 0; degree <= DEGREE; degree++) {
                for (int trial = 0; trial < n; trial++) {
                    coefficients[degree] += basis[degree][trial] * option[trial] / n;
                }
            }
            double mean = 0;
            for (int trial = 0; trial < n; trial++) {
                double fitted = 0;
                for (int degree = 0; degree <= DEGREE; degree++) {
                    fitted += coefficients[degree] * basis[degree][trial];
                }
                mean += fitted / n;
                bestFitted[trial] = Math.max(bestFitted[trial], fitted);
            }
            bestMean = Math.max(bestMean, mean);
        }
        double total = 0;
        for (double fitted : bestFitted) {
            total += fitted / n;
        }
        return Math.max(0, total - bestMean);
    }
}
