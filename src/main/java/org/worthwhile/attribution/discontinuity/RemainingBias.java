package org.worthwhile.attribution.discontinuity;

import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.estimation.Inference;

/**
 * Whether what the robust interval says stands when the bias is estimated within the main bandwidth too, where less of it remains.
 * The published interval keeps the wider band, in which its length is least and its coverage short of the level by some points where
 * the outcome bends.
 */
final class RemainingBias {

    private static final String ID = "remaining-bias";
    private static final String TITLE = "Bias that the interval leaves";

    private RemainingBias() {}

    static Diagnostic of(Jump jump, Optional<HigherOrderJump> found, Inference robust, double level) {
        if (found.isEmpty()) {
            return Diagnostic.of(
                    ID,
                    TITLE,
                    Outcome.WARN,
                    "There are too few different values within the bandwidth to see whether the interval allows for all of the"
                            + " bias.");
        }
        HigherOrderJump higher = found.orElseThrow();
        Interval headline = robust.interval(jump.corrected(), jump.robustError());
        Interval own = higher.inference(level).interval(higher.estimate(), higher.error());
        boolean same = holdsZero(headline) == holdsZero(own);
        boolean within = headline.low() <= higher.estimate() && higher.estimate() <= headline.high();
        return new Diagnostic(
                ID,
                TITLE,
                same && within ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(higher.estimate()),
                OptionalDouble.empty(),
                "A polynomial of one order more at the same bandwidth, of which less bias remains, gives "
                        + Rounded.plain(higher.estimate()) + ", between " + Rounded.plain(own.low()) + " and "
                        + Rounded.plain(own.high())
                        + (!same
                                ? ": whether there is an effect hangs on how the bias is estimated, so that this wider interval, or"
                                        + " the option inference, honest, is the safer guide."
                                : within
                                        ? ", which is the same verdict."
                                        : ": the interval reported does not hold it, so that bias may remain; the option inference,"
                                                + " honest, has room for it."));
    }

    private static boolean holdsZero(Interval interval) {
        return interval.low() <= 0 && interval.high() >= 0;
    }
}
