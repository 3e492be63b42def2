package org.worthwhile.trackrecord;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Analyses track records. */
public final class TrackRecordAnalyser {

    private TrackRecordAnalyser() {}

    /**
     * What a track record comes to.
     *
     * @throws org.worthwhile.problem.InvalidInput with everything wrong with it
     */
    public static TrackRecordResult analyse(TrackRecordCase basis) {
        TrackRecordRules.require(basis);
        TrackRecord record = basis.record();
        List<MeasureRecord> measures = Arrays.stream(Measure.values())
                .filter(measure -> record.projects().stream().anyMatch(project -> project.measure() == measure))
                .map(measure -> new MeasureAnalysis(record, measure).analyse())
                .toList();
        return new TrackRecordResult(
                basis,
                measures,
                record.probabilities().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Calibrator.of(record.probabilities(), record.options())));
    }
}
