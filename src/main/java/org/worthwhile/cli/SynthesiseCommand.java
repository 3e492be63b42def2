package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.MetaAnalysisReader;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.report.ResultDate;
import org.worthwhile.report.SynthesisFiles;
import org.worthwhile.report.SynthesisText;
import org.worthwhile.synthesis.EffectDistribution;
import org.worthwhile.synthesis.Synthesis;
import org.worthwhile.synthesis.SynthesisCase;
import org.worthwhile.synthesis.Synthesiser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Combines the estimates of several studies, prints what they come to and writes it as files. */
@Command(
        name = "synthesise",
        description = "Combines estimates of one effect from several studies, as a meta-analysis asks.",
        mixinStandardHelpOptions = true)
final class SynthesiseCommand extends LongCommand {

    @Parameters(arity = "1", paramLabel = "FILE", description = "A meta-analysis, JSON or YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write: ${COMPLETION-CANDIDATES}; SVG is a forest plot and a funnel plot.")
    private List<SynthesisFiles.Format> formats = List.of(SynthesisFiles.Format.JSON);

    @Option(
            names = "--evidence",
            paramLabel = "ID",
            description =
                    "Write the effect in a place that was not studied as the evidence record of this id too, to --out or the working folder.")
    private Optional<String> evidence = Optional.empty();

    @Option(
            names = "--of-the-average",
            description = "Let the evidence be of the places that were studied, on average, and not of a new place.")
    private boolean ofTheAverage;

    @CommandLine.Mixin
    private ResultFolder folder = new ResultFolder();

    @Override
    int call(Progress progress) {
        evidence.ifPresent(EvidenceFile::requireId);
        if (ofTheAverage && evidence.isEmpty()) {
            throw unusable("--of-the-average says of what the evidence is; give --evidence too.");
        }
        progress.doing("Reading " + file);
        SynthesisCase basis = new MetaAnalysisReader(Home.models()).read(file);
        folder.require(
                SynthesisFiles.names(basis.question(), formats),
                evidence.map(EvidenceFile::name).stream().toList());
        progress.doing("Combining the studies of " + basis.question().title());
        Synthesis synthesis = Synthesiser.synthesise(basis);
        List<String> lines = new ArrayList<>(SynthesisText.lines(synthesis));
        lines.addAll(folder.write(
                () -> SynthesisFiles.of(synthesis, formats),
                evidence.map(id -> evidence(synthesis, id)).stream().toList()));
        progress.print(out(), lines);
        return 0;
    }

    private OutputFile evidence(Synthesis synthesis, String id) {
        return SynthesisFiles.evidence(
                synthesis,
                id,
                ofTheAverage ? EffectDistribution.Place.AVERAGE : EffectDistribution.Place.NEW,
                ResultDate.ofStudies());
    }
}
