package org.worthwhile.trackrecord;

import java.util.List;
import java.util.Optional;

/**
 * What a track record comes to.
 *
 * @param measures of which there are projects
 * @param calibration of past probabilities; empty where there are none
 */
public record TrackRecordResult(
        TrackRecordCase basis, List<MeasureRecord> measures, Optional<Calibration> calibration) {
    public TrackRecordResult {
        measures = List.copyOf(measures);
    }

    /** The record that was analysed. */
    public TrackRecord record() {
        return basis.record();
    }
}
