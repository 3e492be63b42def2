package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.report.AttributionText;
import org.worthwhile.report.ForecastComparison;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.ReportFiles.AnswerFormat;
import org.worthwhile.report.ResultDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a study, prints the answer and writes it as files. */
@Command(
        name = AttributeCommand.NAME,
        description = "Attributes an outcome to its causes, as a study asks.",
        mixinStandardHelpOptions = true)
final class AttributeCommand extends LongCommand {

    static final String NAME = "attribute";

    @Parameters(arity = "1", paramLabel = "STUDY", description = "A study file, JSON or YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write: ${COMPLETION-CANDIDATES}.")
    private List<AnswerFormat> formats = List.of(AnswerFormat.JSON);

    @Option(
            names = "--evidence",
            paramLabel = "ID",
            description = "Write the estimate as the evidence record of this id too, to --out or the working folder.")
    private Optional<String> evidence = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "PROPOSAL",
            description =
                    "Compare the estimate with the effect that this proposal assumes, where the study says which effect it informs.")
    private Optional<Path> against = Optional.empty();

    @CommandLine.Mixin
    private ResultFolder folder = new ResultFolder();

    /** Makes what every study is held against while the command line is still being interpreted. */
    static void readAhead() {
        // What cannot be read is told when it is read again.
        ForkJoinPool.commonPool().execute(ForkJoinTask.adapt(() -> new StudyReader(Home.models())));
    }

    @Override
    int call(Progress progress) {
        evidence.ifPresent(EvidenceFile::requireId);
        progress.doing("Reading " + file);
        StudyCase study = new StudyReader(Home.models()).read(file);
        folder.require(
                ReportFiles.answerNames(study.study().id(), formats),
                evidence.map(EvidenceFile::name).stream().toList());
        progress.doing("Estimating " + study.study().title());
        Attribution attribution = Attributor.attribute(study);
        Optional<ForecastComparison> comparison = against.map(proposal -> compare(proposal, attribution));
        progress.doing("Writing the results of " + attribution.basis().study().title());
        List<String> lines = new ArrayList<>(AttributionText.lines(attribution));
        comparison.ifPresent(found -> lines.add("  " + found.line()));
        lines.addAll(folder.write(
                () -> ReportFiles.of(attribution, formats),
                evidence.map(id -> ReportFiles.evidence(attribution, id, ResultDate.ofStudies())).stream()
                        .toList()));
        progress.print(out(), lines);
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
}
