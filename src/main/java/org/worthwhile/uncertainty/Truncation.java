package org.worthwhile.uncertainty;

import java.util.Optional;
import org.worthwhile.problem.NumberText;
import org.worthwhile.proposal.InputBounds;

/**
 * What of a distribution lies outside what its input can be, and is never drawn.
 *
 * @param input by its path
 * @param share of the distribution
 */
public record Truncation(String input, double share, InputBounds bounds) {

    /** A share that is told. */
    static final double TOLD = 0.01;

    /** A share beyond which the distribution is another than was meant. */
    static final double MOST = 0.2;

    /** Of an input whose distribution reaches beyond its bounds. */
    static Optional<Truncation> of(UncertainInput input) {
        return Quantile.of(input) instanceof Quantile.Truncated truncated
                ? Optional.of(new Truncation(input.path(), truncated.cut(), input.bounds()))
                : Optional.empty();
    }

    /** Such as: 4.6% of the distribution of 'a/i/engagement' lies outside 0 to 1 and is never drawn. */
    public String sentence() {
        return percent() + " of the distribution of '" + input + "' lies outside " + range() + " and is never drawn";
    }

    String percent() {
        return NumberText.of(Math.round(share * 1000) / 10.0) + "%";
    }

    String range() {
        return NumberText.of(bounds.low()) + " to " + NumberText.grouped(bounds.high());
    }
}
