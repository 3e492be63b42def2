package org.worthwhile.attribution.observational;

/**
 * An effect with what it rests on.
 *
 * @param weights of rows that make treated and untreated alike
 * @param matched treated rows that found a match; all of them where nothing is matched
 */
record Effect(double estimate, double standardError, double[] weights, int matched) {

    /** From the influence of each row, whose mean is 0. */
    static Effect of(double estimate, double[] influence, double[] weights, int treated) {
        double sum = 0;
        for (double value : influence) {
            sum += value * value;
        }
        return new Effect(estimate, Math.sqrt(sum) / influence.length, weights, treated);
    }
}
