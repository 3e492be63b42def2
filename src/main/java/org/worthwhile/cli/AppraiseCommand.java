package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.exchange.WholeFile;
import org.worthwhile.report.AppraisalDetails;
import org.worthwhile.report.AppraisalJson;
import org.worthwhile.report.AppraisalTable;
import org.worthwhile.report.workbook.AppraisalWorkbook;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appraises proposals, prints their results and writes them as files. */
@Command(name = "appraise", description = "Appraises proposals.", mixinStandardHelpOptions = true)
final class AppraiseCommand implements Callable<Integer> {

    /** What results can be written as. */
    enum Format {
        JSON,
        XLSX
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Proposal files, JSON or YAML.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "Appraise under this framework instead of the proposal's.")
    private Optional<String> framework = Optional.empty();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "A folder of evidence records, besides the proposal's own.")
    private List<Path> evidence = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the results. Without it they are only printed.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write: ${COMPLETION-CANDIDATES}.")
    private List<Format> formats = List.of(Format.values());

    @Option(names = "--details", description = "Print everything that was found, and not only the main results.")
    private boolean details;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        List<Appraisal> appraisals = Home.proposalFiles().load(files, evidence, framework).stream()
                .map(Appraiser::appraise)
                .toList();
        List<Path> written = new ArrayList<>();
        out.ifPresent(folder -> appraisals.forEach(appraisal -> written.addAll(write(appraisal, folder, formats))));
        AppraisalTable.lines(appraisals).forEach(spec.commandLine().getOut()::println);
        if (details) {
            appraisals.forEach(appraisal ->
                    AppraisalDetails.lines(appraisal).forEach(spec.commandLine().getOut()::println));
        }
        written.forEach(file -> spec.commandLine().getOut().println("Wrote " + file));
        return 0;
    }

    static List<Path> write(Appraisal appraisal, Path folder, List<Format> formats) {
        List<Path> written = new ArrayList<>();
        String id = appraisal.basis().proposal().id();
        for (Format format : formats) {
            Path file = switch (format) {
                case JSON -> folder.resolve(id + ".appraisal.json");
                case XLSX -> folder.resolve(id + ".xlsx");
            };
            switch (format) {
                case JSON -> WholeFile.write(file, AppraisalJson.text(appraisal));
                case XLSX -> WholeFile.write(file, out -> AppraisalWorkbook.write(appraisal, out));
            }
            written.add(file);
        }
        return written;
    }
}
