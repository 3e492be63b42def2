package org.worthwhile.attribution.estimation;

/**
 * How twice the logarithm of the likelihood ratio of noise about a lasting autoregression is distributed in series of an autoregression
 * alone. That there is no noise is at the end of what may be, and without correlation nothing tells noise from the autoregression, so that
 * half a chi-squared of one degree of freedom, which holds in the limit (Self and Liang 1987, JASA 82), is exceeded by none of 600 series
 * of two years where it says one of twenty.
 *
 * <p>By times the share of series in which it is above 0 and what it exceeds in one of twenty, between which and beyond which
 * it is taken as exponential. Of 2,000 series each of a level, a trend and a change of both half-way, whose correlation is anywhere from 0 to
 * 0.8; a test keeps the level on other series, correlation by correlation (SerialThresholdsProofTest). A
 * series of other terms is like one of as many times to the root of its terms: with a level and a trend alone, 24 times are like 34.
 */
final class NoiseRatios {

    private static final double LEVEL = 0.05;
    /** Of the regressions of the table. */
    private static final double TERMS = 4;

    private static final double[] TIMES = {12, 16, 24, 36, 48, 72, 96, 144, 192};
    private static final double[] ABOVE_ZERO = {0.13, 0.21, 0.27, 0.33, 0.34, 0.32, 0.34, 0.32, 0.30};
    private static final double[] ONE_OF_TWENTY = {0.10, 0.27, 0.71, 1.44, 1.63, 2.09, 2.22, 2.40, 2.48};

    private NoiseRatios() {}

    /**
     * The share of series without noise in which the ratio is as large or larger.
     *
     * @param statistic twice the logarithm of the ratio, 0 or above
     * @param times of the series; beyond those of the table its ends hold
     * @param terms of the regression
     */
    static double pValue(double statistic, int times, int terms) {
        if (statistic == 0) {
            return 1;
        }
        double alike = times * Math.sqrt(TERMS / terms);
        double aboveZero = at(alike, ABOVE_ZERO);
        return aboveZero * StrictMath.pow(LEVEL / aboveZero, statistic / at(alike, ONE_OF_TWENTY));
    }

    /** Between the lengths of the table evenly in their logarithm. */
    private static double at(double times, double[] column) {
        int next = 0;
        while (next < TIMES.length && TIMES[next] < times) {
            next++;
        }
        if (next == 0 || next == TIMES.length) {
            return column[Math.min(next, TIMES.length - 1)];
        }
        double share = StrictMath.log(times / TIMES[next - 1]) / StrictMath.log(TIMES[next] / TIMES[next - 1]);
        return column[next - 1] + share * (column[next] - column[next - 1]);
    }
}
