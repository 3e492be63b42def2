package org.worthwhile.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.spreadsheet.ImportedProposal;
import org.worthwhile.exchange.spreadsheet.MappingDraft;
import org.worthwhile.exchange.spreadsheet.SpreadsheetImport;
import org.worthwhile.report.AppraisalTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a proposal of somebody's own cost-benefit workbook. */
@Command(
        name = "import-spreadsheet",
        description =
                "Makes a proposal from a cost-benefit workbook (.xlsx, .xls or CSV) by a mapping that says where years, costs,"
                        + " benefits and totals stand. The same mapping serves every workbook of the same layout.",
        mixinStandardHelpOptions = true)
final class ImportSpreadsheetCommand implements Callable<Integer> {

    /** Nobody reads more. */
    private static final int MOST_LISTED = 50;

    @Parameters(arity = "1", paramLabel = "WORKBOOK", description = "An Excel workbook or CSV.")
    private Path file = Path.of("");

    @Option(names = "--mapping", paramLabel = "FILE", description = "The mapping, JSON or YAML.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--out", paramLabel = "PROPOSAL", description = "Where to write the proposal.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--propose-mapping",
            paramLabel = "FILE",
            description =
                    "Writes a first mapping by what headings and labels say, to be completed, and prints what they do not say.")
    private Optional<Path> draft = Optional.empty();

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (draft.isPresent()) {
            if (mapping.isPresent() || out.isPresent()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "Give either --propose-mapping or --mapping and --out.");
            }
            return propose(draft.get());
        }
        if (mapping.isEmpty() || out.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Give --mapping and --out to import, or --propose-mapping.");
        }
        ImportedProposal imported = new SpreadsheetImport(Home.models(), Home.library()).read(file, mapping.get());
        byte[] text = JsonText.of(imported.tree()).getBytes(StandardCharsets.UTF_8);
        overwrite.write(out.get(), stream -> stream.write(text));
        tell(imported, spec.commandLine().getOut());
        spec.commandLine().getOut().println("Wrote " + out.get());
        return 0;
    }

    private int propose(Path target) {
        MappingDraft proposed = MappingDraft.of(file);
        byte[] text = JsonText.of(proposed.tree()).getBytes(StandardCharsets.UTF_8);
        overwrite.write(target, stream -> stream.write(text));
        PrintWriter printed = spec.commandLine().getOut();
        list(printed, "To be answered in the mapping before it is used:", proposed.questions());
        printed.println("Wrote " + target);
        return 0;
    }

    private static void tell(ImportedProposal imported, PrintWriter printed) {
        list(printed, "Read:", imported.read());
        printed.println(
                imported.agreeing() == 0
                        ? "No total of the workbook was checked."
                        : "Totals of the workbook that agree with what was read: " + imported.agreeing());
        list(printed, "Notes:", imported.notes());
        list(printed, "Accepted:", imported.accepted());
        list(printed, "Numbers that were not read:", imported.unread());
        AppraisalTable.lines(List.of(imported.appraisal())).forEach(printed::println);
    }

    private static void list(PrintWriter printed, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            printed.println(title);
            sentences.stream().limit(MOST_LISTED).forEach(sentence -> printed.println("  " + sentence));
            if (sentences.size() > MOST_LISTED) {
                printed.println("  and " + (sentences.size() - MOST_LISTED) + " more");
            }
        }
    }
}
