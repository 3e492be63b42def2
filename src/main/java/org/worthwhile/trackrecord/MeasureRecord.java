package org.worthwhile.trackrecord;

import java.util.List;
import java.util.Optional;

/**
 * The record of all kinds in one measure.
 *
 * @param ratios of its projects, in the order of the file
 * @param meanRatio of all projects, each counted alike
 * @param kinds in the order of the file, of those that have projects
 * @param newKind the next project of a kind that is not in the record
 * @param within the standard deviation between projects of a kind, on the scale of the analysis; empty where nothing is known
 * @param between the standard deviation between kinds, likewise; empty with one kind
 * @param notes what was taken for what, and what to be careful of
 */
public record MeasureRecord(
        Measure measure,
        Scale scale,
        List<ProjectRatio> ratios,
        double meanRatio,
        double medianRatio,
        List<KindRecord> kinds,
        Expectation newKind,
        Optional<Range> within,
        Optional<Range> between,
        List<String> notes) {
    public MeasureRecord {
        ratios = List.copyOf(ratios);
        kinds = List.copyOf(kinds);
        notes = List.copyOf(notes);
    }
}
