package org.worthwhile.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.exchange.Overwrite;
import org.worthwhile.exchange.packs.ImportedPack;
import org.worthwhile.exchange.packs.MappedImport;
import org.worthwhile.exchange.packs.PackImport;
import org.worthwhile.exchange.packs.UnreadCell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes model packs of files that others publish or keep. */
@Command(
        name = "import",
        aliases = "import-deflator",
        description =
                "Makes model packs from published files: HM Treasury's GDP deflators, a time series of the Office for National"
                        + " Statistics, carbon values by year, the unit cost database; and of any table of unit values with --map. Workbooks and CSV, known by what"
                        + " they hold.",
        mixinStandardHelpOptions = true)
final class ModelsImportCommand implements Callable<Integer> {

    /** Nobody reads more. */
    private static final int MOST_LISTED = 50;

    @Parameters(arity = "1", paramLabel = "FILE", description = "The published file, an Excel workbook or CSV.")
    private Path file = Path.of("");

    @Option(
            names = "--map",
            paramLabel = "MAPPING",
            description =
                    "Which column of a table of unit values is what, JSON or YAML. It is kept for tables with the same headings.")
    private Optional<Path> map = Optional.empty();

    @Option(names = "--overwrite", description = "Replace a pack of your own that differs from what is imported.")
    private boolean overwrite;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Optional<MappedImport> mapped = map.map(mapping -> MappedImport.read(Home.models(), file, mapping));
        Optional<MappedImport> remembered = map.isPresent()
                ? Optional.empty()
                : MappedImport.readAsRemembered(Home.models(), Home.ownModels(), file);
        List<ImportedPack> packs =
                mapped.or(() -> remembered).map(MappedImport::packs).orElseGet(() -> PackImport.read(file));
        List<Path> written = PackImport.write(
                packs, Home.models(), Home.ownModels(), overwrite ? Overwrite.ANY_FILE : Overwrite.UNCHANGED_EXPORTS);
        PrintWriter out = spec.commandLine().getOut();
        remembered
                .flatMap(MappedImport::keptIn)
                .ifPresent(kept -> out.println("Read by the mapping that is kept for these headings in " + kept));
        packs.forEach(pack -> pack.read().forEach(out::println));
        list(
                "Read, and to be checked:",
                packs.stream().flatMap(pack -> pack.remarks().stream()).toList(),
                out);
        list(
                "Not read:",
                packs.stream()
                        .flatMap(pack -> pack.unread().stream())
                        .map(UnreadCell::sentence)
                        .toList(),
                out);
        written.forEach(pack -> out.println("Wrote " + pack));
        mapped.map(table -> table.remember(Home.models(), Home.ownModels()))
                .ifPresent(kept -> out.println((kept.replaced()
                                ? "The mapping that was kept for the same headings is replaced by this one, which is in "
                                : "Tables with the same headings need no mapping from now on; it is kept in ")
                        + kept.file()));
        return 0;
    }

    private static void list(String heading, List<String> lines, PrintWriter out) {
        if (!lines.isEmpty()) {
            out.println(heading);
            lines.stream().limit(MOST_LISTED).forEach(line -> out.println("  " + line));
            if (lines.size() > MOST_LISTED) {
                out.println("  and " + (lines.size() - MOST_LISTED) + " more");
            }
        }
    }
}
