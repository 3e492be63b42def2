package org.worthwhile.desktop.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.exchange.ExportFolder;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.exchange.Overwrite;

/**
 * Where reports are written, and what happens to files of theirs that somebody made or changed.
 *
 * @param ifPresent what the analyst chose for those
 */
record Target(Path folder, IfPresent ifPresent) {

    /** Files of these names that are there and may not be replaced unasked. */
    static List<Path> present(Path folder, List<String> names) {
        return new ExportFolder(folder).protectedFiles(names);
    }

    /** Writes the files and returns where they are. */
    List<Path> write(List<OutputFile> files) {
        return switch (ifPresent) {
            case REPLACE -> new ExportFolder(folder).write(files, Overwrite.ANY_FILE);
            case KEEP_BOTH -> new ExportFolder(folder).write(besides(files), Overwrite.UNCHANGED_EXPORTS);
            case CANCEL -> List.of();
        };
    }

    /** The files, under free names where others are in their way. */
    private List<OutputFile> besides(List<OutputFile> files) {
        List<OutputFile> each = files.stream().distinct().toList();
        List<String> names = each.stream().map(OutputFile::name).toList();
        List<Path> present = present(folder, names);
        List<String> taken = new ArrayList<>(names);
        Stream.ofNullable(folder.toFile().list()).flatMap(Arrays::stream).forEach(taken::add);
        return each.stream()
                .map(file -> present.contains(folder.resolve(file.name()))
                        ? new OutputFile(free(file.name(), taken), file.contents())
                        : file)
                .toList();
    }

    /** The name with a number before its endings. */
    private static String free(String name, List<String> taken) {
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        String endings = dot < 0 ? "" : name.substring(dot);
        List<String> stems = taken.stream()
                .filter(other -> other.length() > endings.length()
                        && other.regionMatches(true, other.length() - endings.length(), endings, 0, endings.length()))
                .map(other -> other.substring(0, other.length() - endings.length()))
                .toList();
        String free = Identifiers.free(stem, stems) + endings;
        taken.add(free);
        return free;
    }
}
