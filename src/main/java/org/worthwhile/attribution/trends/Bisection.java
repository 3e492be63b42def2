package org.worthwhile.attribution.trends;

import java.util.function.DoublePredicate;

/** Where a condition ceases to hold. */
final class Bisection {

    private static final int HALVINGS = 32;

    private Bisection() {}

    /** The last value at which it holds, between one at which it does and one at which it does not. */
    static double last(DoublePredicate condition, double holds, double fails) {
        double low = holds;
        double high = fails;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (condition.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
