package org.worthwhile.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceFromSynthesis;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.synthesis.EffectDistribution;
import org.worthwhile.synthesis.MetaAnalysis;
import org.worthwhile.synthesis.Synthesis;

/** Combined estimates as files, under the names that other programs know them by. */
public final class SynthesisFiles {

    private static final String JSON = ".synthesis.json";
    private static final String FOREST = ".forest.svg";
    private static final String FUNNEL = ".funnel.svg";
    private static final String CURVES = ".curves.svg";

    private SynthesisFiles() {}

    /** What combined estimates can be written as. */
    public enum Format {
        JSON,

        /** A forest plot, a funnel plot, and the three curves where there is an own study. */
        SVG
    }

    /** The names of the files of a meta-analysis. */
    public static List<String> names(MetaAnalysis question, List<Format> formats) {
        String stem = FileNames.portable(question.id());
        List<String> names = new ArrayList<>();
        if (formats.contains(Format.JSON)) {
            names.add(stem + JSON);
        }
        if (formats.contains(Format.SVG)) {
            names.add(stem + FOREST);
            names.add(stem + FUNNEL);
            question.own().ifPresent(_ -> names.add(stem + CURVES));
        }
        return names;
    }

    /** The files. */
    public static List<OutputFile> of(Synthesis synthesis, List<Format> formats) {
        return names(synthesis.question(), formats).stream()
                .map(name -> OutputFile.of(name, text(name, synthesis)))
                .toList();
    }

    private static String text(String name, Synthesis synthesis) {
        if (name.endsWith(FOREST)) {
            return ForestPlot.svg(synthesis);
        }
        if (name.endsWith(FUNNEL)) {
            return FunnelPlot.svg(synthesis);
        }
        return name.endsWith(CURVES)
                ? DensityPlot.svg(synthesis, synthesis.own().orElseThrow())
                : SynthesisJson.text(synthesis);
    }

    /** The result as JSON. */
    public static OutputFile json(Synthesis synthesis) {
        return of(synthesis, List.of(Format.JSON)).getFirst();
    }

    /** What combined estimates come to as the evidence record of an id. */
    public static OutputFile evidence(Synthesis synthesis, String id, EffectDistribution.Place place, LocalDate date) {
        return EvidenceFile.file(EvidenceFromSynthesis.of(synthesis, id, place, date, Software.NAME_AND_VERSION));
    }
}
