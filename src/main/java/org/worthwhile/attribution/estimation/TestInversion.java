package org.worthwhile.attribution.estimation;

import java.util.function.DoubleUnaryOperator;

/** An interval as the hypotheses that a test does not reject. */
public final class TestInversion {

    private TestInversion() {}

    /**
     * The end of what is not rejected, by halving the way between a hypothesis that is not and one that is.
     *
     * @param pValue of the test of a hypothesis
     * @param inside a hypothesis whose p-value is above the share
     * @param outside one whose p-value is not
     * @param share a fraction, such as 0.05
     * @return the last hypothesis found whose p-value is above the share
     */
    public static double end(DoubleUnaryOperator pValue, double inside, double outside, double share, int halvings) {
        double kept = inside;
        double rejected = outside;
        for (int i = 0; i < halvings; i++) {
            double middle = (kept + rejected) / 2;
            if (pValue.applyAsDouble(middle) > share) {
                kept = middle;
            } else {
                rejected = middle;
            }
        }
        return kept;
    }
}
