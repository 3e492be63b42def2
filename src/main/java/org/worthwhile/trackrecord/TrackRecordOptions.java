package org.worthwhile.trackrecord;

import java.util.Map;
import org.worthwhile.synthesis.Prior;

/**
 * How a track record is analysed.
 *
 * @param level of all intervals and of the consistency band, above 0 and below 1
 * @param fewest projects of a measure below which nothing is said of the next; at least 3
 * @param betweenShape of the prior of the ratio of the standard deviation between kinds to that within
 * @param betweenScale of that prior
 * @param scales of measures; the logarithm of those that are not in it
 * @param draws of outcomes for the consistency band and the test of calibration
 * @param seed of those draws
 */
public record TrackRecordOptions(
        double level,
        int fewest,
        Prior.Shape betweenShape,
        double betweenScale,
        Map<Measure, Scale> scales,
        int draws,
        long seed) {

    /** What holds unless a file says otherwise. */
    public static final TrackRecordOptions DEFAULT =
            new TrackRecordOptions(0.95, 5, Prior.Shape.HALF_CAUCHY, 1, Map.of(), 1999, 1);

    public TrackRecordOptions {
        scales = Map.copyOf(scales);
    }

    Scale scale(Measure measure) {
        return scales.getOrDefault(measure, Scale.LOG_RATIO);
    }
}
