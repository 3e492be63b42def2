package org.worthwhile.trackrecord;

import java.util.List;
import java.util.Optional;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.PriceIndex;

/**
 * Completed projects of an organisation, and probabilities that it forecast.
 *
 * @param organisation whose record it is
 * @param kinds of projects
 * @param projects one for each measure of a project
 * @param guidance whose table of optimism bias is set beside the record
 * @param index by which outcomes at other prices than their forecasts are converted
 * @param dataset SHA-256 of the table of projects, where they are in a file of their own
 */
public record TrackRecord(
        String id,
        String title,
        String organisation,
        List<Kind> kinds,
        List<PastProject> projects,
        List<PastProbability> probabilities,
        Optional<Framework> guidance,
        Optional<PriceIndex> index,
        TrackRecordOptions options,
        Optional<String> dataset) {
    public TrackRecord {
        kinds = List.copyOf(kinds);
        projects = List.copyOf(projects);
        probabilities = List.copyOf(probabilities);
    }
}
