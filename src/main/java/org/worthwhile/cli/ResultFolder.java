package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.worthwhile.exchange.OutputFile;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of commands that print one result and can write it: where to, and whether other files may be replaced. */
final class ResultFolder {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the result. Without it it is only printed.")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    private Path folder() {
        return out.orElse(Path.of(""));
    }

    /**
     * Requires, before anything is computed, that files can be written.
     *
     * @param ofResult names of the result's files, which are written where a folder is given
     * @param asked names of files that are asked for by themselves, which without a folder are written to the working folder
     * @throws org.worthwhile.problem.InvalidInput if not
     */
    void require(List<String> ofResult, List<String> asked) {
        List<String> names = new ArrayList<>(asked);
        if (out.isPresent()) {
            names.addAll(0, ofResult);
        }
        if (!names.isEmpty()) {
            overwrite.require(folder(), names);
        }
    }

    /** Writes what {@link #require} was asked about, all or none, and returns lines that say where it is. */
    List<String> write(Supplier<List<OutputFile>> ofResult, List<OutputFile> asked) {
        List<OutputFile> files = new ArrayList<>(asked);
        if (out.isPresent()) {
            files.addAll(0, ofResult.get());
        }
        return files.isEmpty()
                ? List.of()
                : overwrite.write(folder(), files).stream()
                        .map(path -> "Wrote " + path)
                        .toList();
    }
}
