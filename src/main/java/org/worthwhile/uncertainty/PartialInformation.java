package org.worthwhile.uncertainty;

import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/**
 * The expected value of partial perfect information by regression (Strong, Oakley and Brennan 2014, Medical Decision
 * Making 34): the options' net values are regressed on the input, here on Hermite polynomials of its normal score, and
 * what is fitted is what knowing the input would tell.
 */
final class PartialInformation {

    private static final int DEGREE = 5;

    private PartialInformation() {}

    /**
     * The value of knowing an input, which is nothing where there is no choice; its standard error takes the regression as
     * known.
     *
     * @param ranks its probabilities by trial
     * @param npsv by option and trial, with at least as many trials
     */
    static Estimate value(double[] ranks, double[][] npsv) {
        if (npsv.length == 1) {
            return new Estimate(0, 0);
        }
        int n = ranks.length;
        double[][] basis = new double[DEGREE + 1][n];
        for (int trial = 0; trial < n; trial++) {
            double score = NormalScore.at(ranks[trial]);
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
        double[] bestOnAverage = new double[n];
        for (double[] option : npsv) {
            double[] coefficients = new double[DEGREE + 1];
            for (int degree = 0; degree <= DEGREE; degree++) {
                for (int trial = 0; trial < n; trial++) {
                    coefficients[degree] += basis[degree][trial] * option[trial] / n;
                }
            }
            double[] fitted = new double[n];
            for (int trial = 0; trial < n; trial++) {
                for (int degree = 0; degree <= DEGREE; degree++) {
                    fitted[trial] += coefficients[degree] * basis[degree][trial];
                }
                bestFitted[trial] = Math.max(bestFitted[trial], fitted[trial]);
            }
            double mean = SampleStatistics.mean(fitted);
            if (mean > bestMean) {
                bestMean = mean;
                bestOnAverage = fitted;
            }
        }
        double[] gains = new double[n];
        for (int trial = 0; trial < n; trial++) {
            gains[trial] = bestFitted[trial] - bestOnAverage[trial];
        }
        double gain = SampleStatistics.mean(gains);
        return new Estimate(gain, SampleStatistics.standardDeviation(gains, gain) / Math.sqrt(n));
    }
}
