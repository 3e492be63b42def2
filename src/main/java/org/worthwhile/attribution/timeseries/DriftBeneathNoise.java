package org.worthwhile.attribution.timeseries;

import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.estimation.SerialErrors;

/**
 * Whether what is left is noise about a slow drift, which is no autoregression alone. A test keeps to its level and still sees such a
 * drift in few series of less than some hundred times, so that it is asked beside it what would be found were there one.
 *
 * @param times of the series that is asked about
 */
record DriftBeneathNoise(SerialErrors.LikelihoodRatio test, int times) {

    private static final double SIGNIFICANT = 0.05;

    /**
     * Of an effect, which may be one only without a drift.
     *
     * @param reported its interval
     * @param withDrift its interval with a drift
     */
    Diagnostic ofEffect(Interval reported, Optional<Interval> withDrift) {
        Optional<Interval> undoing =
                withDrift.filter(interval -> !holdsZero(reported) && holdsZero(interval) && !isFound());
        return diagnostic(
                isFound() || undoing.isPresent(),
                undoing.map(interval ->
                                "Whether there is an effect hangs on whether a slow drift lies beneath the noise, which "
                                        + times + " times cannot tell: with one the interval would be from "
                                        + Rounded.plain(interval.low()) + " to " + Rounded.plain(interval.high()) + ".")
                        .orElseGet(this::found));
    }

    /** Of a forecast, which is the less sure the likelier a drift is. */
    Diagnostic ofForecast() {
        return diagnostic(isLikelier(), found());
    }

    private boolean isFound() {
        return test.pValue() < SIGNIFICANT;
    }

    private boolean isLikelier() {
        return test.statistic() > 0;
    }

    private static boolean holdsZero(Interval interval) {
        return interval.low() <= 0 && interval.high() >= 0;
    }

    private Diagnostic diagnostic(boolean warns, String message) {
        return new Diagnostic(
                "drift-beneath-noise",
                "No slow drift beneath noise",
                warns ? Outcome.WARN : Outcome.PASS,
                OptionalDouble.of(test.statistic()),
                OptionalDouble.of(test.pValue()),
                message);
    }

    private String found() {
        if (isFound()) {
            return "What is left drifts slowly beneath noise from one time to the next. The errors allow for it, but how far such a"
                    + " drift goes is hard to tell from one series: the interval may be too narrow.";
        }
        return (isLikelier()
                        ? times
                                + " times cannot tell whether a slow drift lies beneath the noise: what is left is likelier with one"
                                + " than without, but not by more than chance gives."
                        : "What is left is likelier without a slow drift beneath its noise, as far as " + times
                                + " times can tell.")
                + " A drift by a third of the noise from one time to the next is found in about half of series of 96 times and in"
                + " few shorter ones, and the errors allow for an unseen one only in part.";
    }
}
