package org.worthwhile.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceFromStudy;
import org.worthwhile.exchange.WholeFile;
import org.worthwhile.report.AttributionJson;
import org.worthwhile.report.AttributionText;
import org.worthwhile.report.ForecastComparison;
import org.worthwhile.report.Software;
import org.worthwhile.report.briefing.EvidencePages;
import org.worthwhile.report.document.DocxPaper;
import org.worthwhile.report.document.Paper;
import org.worthwhile.report.document.PdfPaper;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a study, prints the answer and writes it as files. */
@Command(
        name = "attribute",
        description = "Attributes an outcome to its causes, as a study asks.",
        mixinStandardHelpOptions = true)
final class AttributeCommand implements Callable<Integer> {

    /** What answers can be written as. */
    enum Format {
        JSON,
        DOCX,
        PDF
    }

    @Parameters(arity = "1", paramLabel = "STUDY", description = "A study file, JSON or YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the result. Without it it is only printed.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write: ${COMPLETION-CANDIDATES}.")
    private List<Format> formats = List.of(Format.JSON);

    @Option(
            names = "--evidence",
            paramLabel = "ID",
            description = "Write the estimate as the evidence record of this id too, to --out or the working folder.")
    private Optional<String> evidence = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "PROPOSAL",
            description =
                    "Set the answer beside what this proposal counts on, where the study says which effect it informs.")
    private Optional<Path> against = Optional.empty();

    @CommandLine.Mixin
    private ProgressOption progressOption = new ProgressOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (Progress progress = progressOption.start()) {
            return call(progress);
        }
    }

    private int call(Progress progress) {
        evidence.ifPresent(EvidenceFile::requireId);
        Attribution attribution = AppraiseCommand.attribute(file, progress);
        Optional<ForecastComparison> comparison = against.map(proposal -> compare(proposal, attribution));
        progress.doing("Writing the results of " + attribution.basis().study().title());
        List<Path> written = new ArrayList<>();
        out.ifPresent(folder -> written.addAll(write(attribution, folder, formats)));
        evidence.ifPresent(id -> written.add(writeEvidence(attribution, id, out.orElse(Path.of("")))));
        progress.print(spec.commandLine().getOut(), AttributionText.lines(attribution));
        comparison.ifPresent(found -> spec.commandLine().getOut().println("  " + found.line()));
        written.forEach(path -> spec.commandLine().getOut().println("Wrote " + path));
        return 0;
    }

    private ForecastComparison compare(Path proposal, Attribution attribution) {
        AppraisalCase forecast = Home.proposalFiles()
                .load(List.of(proposal), List.of(), Optional.empty())
                .getFirst();
        return ForecastComparison.of(forecast, attribution)
                .orElseThrow(() -> attribution
                        .basis()
                        .unusable(
                                "/informs",
                                "the study does not name an effect that " + proposal.getFileName() + " has",
                                "give informs/effect its path, such as option/impact/effect"));
    }

    static List<Path> write(Attribution attribution, Path folder, List<Format> formats) {
        List<Path> written = new ArrayList<>();
        for (Format format : formats) {
            String id = attribution.basis().study().id();
            Path path = folder.resolve(
                    switch (format) {
                        case JSON -> id + ".attribution.json";
                        case DOCX -> id + ".docx";
                        case PDF -> id + ".pdf";
                    });
            switch (format) {
                case JSON -> WholeFile.write(path, AttributionJson.text(attribution));
                case DOCX -> WholeFile.write(path, file -> DocxPaper.write(paper(attribution), file));
                case PDF -> WholeFile.write(path, file -> PdfPaper.write(paper(attribution), file));
            }
            written.add(path);
        }
        return written;
    }

    static Path writeEvidence(Attribution attribution, String id, Path folder) {
        return EvidenceFile.write(
                EvidenceFromStudy.of(attribution, id, LocalDate.now(ZoneId.systemDefault()), Software.NAME_AND_VERSION),
                folder);
    }

    private static Paper paper(Attribution attribution) {
        return new Paper(
                attribution.basis().study().title(),
                "What a study found",
                Software.NAME_AND_VERSION,
                EvidencePages.blocks(attribution));
    }
}
