package org.worthwhile.synthesis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A question about one effect, and the studies that answer it.
 *
 * @param measure on whose scale estimates are combined
 * @param own study of the place that proposals are for, which the others are a prior of
 * @param dataset SHA-256 of the table of studies, where they are in a file of their own
 */
public record MetaAnalysis(
        String id,
        String title,
        String question,
        String outcome,
        String unit,
        Measure measure,
        List<IncludedStudy> studies,
        SynthesisOptions options,
        Optional<IncludedStudy> own,
        Optional<Informs> informs,
        Optional<String> dataset) {
    public MetaAnalysis {
        studies = List.copyOf(studies);
    }

    /**
     * How proposals use the effect.
     *
     * @param outcome that they count; empty for that of the studies
     * @param unit likewise
     * @param per what one unit of treatment is, in words
     * @param baselineRisk of the event without treatment, which makes a change in risk of a ratio
     * @param standardDeviation of the outcome, which makes a change in it of a standardised difference
     */
    public record Informs(
            String outcome, String unit, String per, OptionalDouble baselineRisk, OptionalDouble standardDeviation) {

        /** Nothing is said of it. */
        public static final Informs NOTHING = new Informs("", "", "", OptionalDouble.empty(), OptionalDouble.empty());
    }
}
