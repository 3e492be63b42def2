package org.worthwhile.trackrecord;

import java.util.Arrays;

/** Isotonic regression by pooling adjacent violators (Ayer and others 1955): the nondecreasing values closest to those given, by squares. */
final class IsotonicFit {

    private IsotonicFit() {}

    /**
     * The fitted values.
     *
     * @param values in the order in which they must not fall
     * @param weights above 0
     */
    static double[] of(double[] values, double[] weights) {
        int count = values.length;
        double[] mean = new double[count];
        double[] weight = new double[count];
        int[] size = new int[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            mean[blocks] = values[i];
            weight[blocks] = weights[i];
            size[blocks] = 1;
            while (blocks > 0 && mean[blocks - 1] >= mean[blocks]) {
                double both = weight[blocks - 1] + weight[blocks];
                mean[blocks - 1] = (weight[blocks - 1] * mean[blocks - 1] + weight[blocks] * mean[blocks]) / both;
                weight[blocks - 1] = both;
                size[blocks - 1] += size[blocks];
                blocks--;
            }
            blocks++;
        }
        double[] fitted = new double[count];
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(fitted, at, at + size[block], mean[block]);
            at += size[block];
        }
        return fitted;
    }
}
