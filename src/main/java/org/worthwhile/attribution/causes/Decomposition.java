package org.worthwhile.attribution.causes;

/**
 * A difference in an outcome decomposed by cause.
 *
 * @param before the mean that the difference starts from
 * @param after the mean that it ends at
 * @param parts by cause, the unexplained rest last; they add up to after less before
 * @param exact whether no order of causes was left to sampling
 */
record Decomposition(double before, double after, double[] parts, boolean exact) {

    double explained() {
        double sum = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            sum += parts[i];
        }
        return sum;
    }
}
