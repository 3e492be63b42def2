package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.List;
import org.worthwhile.exchange.AtomicFile;
import org.worthwhile.exchange.ExportFolder;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.exchange.Overwrite;
import picocli.CommandLine.Option;

/** The option of every command that writes files: whether those may be replaced that it did not write. */
final class OverwriteOption {

    @Option(
            names = "--overwrite",
            description =
                    "Replace files of the same names too that Worthwhile did not write, or that were changed since.")
    private boolean overwrite;

    /**
     * Requires, before anything is computed, that files of these names can be written.
     *
     * @throws org.worthwhile.problem.InvalidInput if not
     */
    void require(Path folder, List<String> names) {
        new ExportFolder(folder).require(names, rule());
    }

    /** Requires, before anything is computed, that a file can be written. */
    void require(Path file) {
        ExportFolder.of(file).require(List.of(FileNames.last(file)), rule());
    }

    /** Writes files into a folder, all or none, and returns where they are. */
    List<Path> write(Path folder, List<OutputFile> files) {
        return new ExportFolder(folder).write(files, rule());
    }

    /** Writes one file. */
    void write(Path file, AtomicFile.Contents contents) {
        ExportFolder.of(file).write(List.of(new OutputFile(FileNames.last(file), contents)), rule());
    }

    private Overwrite rule() {
        return overwrite ? Overwrite.ANY_FILE : Overwrite.UNCHANGED_EXPORTS;
    }
}
