package org.worthwhile.monitoring;

import java.util.function.IntToDoubleFunction;

/** What each of a few causes adds to a figure, on average over the orders in which they can come (Shapley 1953). */
final class Shapley {

    private Shapley() {}

    /**
     * By cause; together what all of them add to none.
     *
     * @param value of the figure with the causes whose bits are set
     */
    static double[] of(int causes, IntToDoubleFunction value) {
        double[] values = new double[1 << causes];
        for (int mask = 0; mask < values.length; mask++) {
            values[mask] = value.applyAsDouble(mask);
        }
        double[] shares = new double[causes];
        for (int mask = 0; mask < values.length; mask++) {
            for (int cause = 0; cause < causes; cause++) {
                if ((mask >> cause & 1) == 0) {
                    int before = Integer.bitCount(mask);
                    shares[cause] += factorial(before)
                            * factorial(causes - 1 - before)
                            / factorial(causes)
                            * (values[mask | 1 << cause] - values[mask]);
                }
            }
        }
        return shares;
    }

    private static double factorial(int number) {
        double product = 1;
        for (int factor = 2; factor <= number; factor++) {
            product *= factor;
        }
        return product;
    }
}
