package org.worthwhile.report;

import java.time.LocalDate;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceFromSynthesis;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.synthesis.EffectDistribution;
import org.worthwhile.synthesis.Synthesis;

/** Combined estimates as files, under the names that other programs know them by. */
public final class SynthesisFiles {

    private static final String SUFFIX = ".synthesis.json";

    private SynthesisFiles() {}

    /** The name of the result of a meta-analysis. */
    public static String name(String metaAnalysis) {
        return FileNames.portable(metaAnalysis) + SUFFIX;
    }

    /** The result as JSON. */
    public static OutputFile json(Synthesis synthesis) {
        return OutputFile.of(name(synthesis.question().id()), SynthesisJson.text(synthesis));
    }

    /** What combined estimates come to as the evidence record of an id. */
    public static OutputFile evidence(Synthesis synthesis, String id, EffectDistribution.Place place, LocalDate date) {
        return EvidenceFile.file(EvidenceFromSynthesis.of(synthesis, id, place, date, Software.NAME_AND_VERSION));
    }
}
