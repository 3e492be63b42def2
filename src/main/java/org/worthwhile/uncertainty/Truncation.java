package org.worthwhile.uncertainty;

import java.util.Optional;
import org.worthwhile.problem.NumberText;
import org.worthwhile.proposal.InputBounds;

/**
 * What of a distribution lies outside what its input can be, and is never drawn.
 *
 * @param input by its path
 * @param below the share of the distribution that lies below the bounds
 * @param above the share above them
 */
public record Truncation(String input, double below, double above, InputBounds bounds) {

    /** A share that is told. */
    static final double TOLD = 0.01;

    /** A share beyond which the distribution is another than was meant. */
    static final double MOST = 0.2;

    /** Of an input whose distribution reaches beyond its bounds. */
    static Optional<Truncation> of(UncertainInput input) {
        return Quantile.of(input) instanceof Quantile.Truncated truncated
                ? Optional.of(new Truncation(input.path(), truncated.below(), truncated.above(), input.bounds()))
                : Optional.empty();
    }

    /** Of the distribution. */
    public double share() {
        return below + above;
    }

    /** Such as: 4.6% of the distribution of 'a/i/engagement' lies above 1 and is never drawn. */
    public String sentence() {
        return percent() + " of the distribution of '" + input + "' lies " + outside() + " and is never drawn";
    }

    String percent() {
        return NumberText.of(Math.round(share() * 1000) / 10.0) + "%";
    }

    /** Where that share lies, such as: above 1. */
    String outside() {
        String low = NumberText.grouped(bounds.low());
        String high = NumberText.grouped(bounds.high());
        if (above < Quantile.Truncated.NOTICED) {
            return "below " + low;
        }
        return below < Quantile.Truncated.NOTICED ? "above " + high : "outside " + low + " to " + high;
    }
}
