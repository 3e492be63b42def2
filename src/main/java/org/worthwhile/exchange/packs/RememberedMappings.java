package org.worthwhile.exchange.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.exchange.AtomicFile;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.InvalidInput;

/** Mappings of tables of unit values that were used before, kept beside the analyst's own packs. */
final class RememberedMappings {

    private static final String FOLDER = "mappings";
    private static final String SUFFIX = ".mapping.json";

    private final Path models;
    private final Path folder;

    /** @param own the analyst's own folder of packs, which need not exist */
    RememberedMappings(Path models, Path own) {
        this.models = models;
        this.folder = own.resolve(FOLDER);
    }

    /** A mapping and the file that it is kept in. */
    record Match(UnitValueMapping mapping, Path file) {}

    boolean isEmpty() {
        return files().isEmpty();
    }

    /** The mapping that was used for a table with the same header. One that cannot be read is none. */
    Optional<Match> of(List<TableSheet> sheets) {
        for (Path file : files()) {
            try {
                UnitValueMapping mapping = UnitValueMapping.read(models, file);
                if (HeaderRow.isRemembered(mapping, sheets)) {
                    return Optional.of(new Match(mapping, file));
                }
            } catch (InvalidInput unusable) {
                // It was changed since it was kept; the analyst gives one again.
                continue;
            }
        }
        return Optional.empty();
    }

    /** Keeps a mapping for tables with this header, in place of one for the same. */
    KeptMapping keep(UnitValueMapping mapping, List<String> header, String name) {
        List<String> taken = new ArrayList<>();
        for (Path file : files()) {
            String stem = FileNames.last(file).replace(SUFFIX, "");
            if (headerOf(file).equals(header)) {
                return write(file, mapping, header);
            }
            taken.add(stem);
        }
        String stem = Identifiers.free(Identifiers.of(name, "table"), taken);
        return write(folder.resolve(stem + SUFFIX), mapping, header);
    }

    private static KeptMapping write(Path file, UnitValueMapping mapping, List<String> header) {
        String text = mapping.text(header);
        boolean replaced = Files.exists(file) && !text.equals(textOf(file));
        AtomicFile.write(file, text);
        return new KeptMapping(file, replaced);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private List<String> headerOf(Path file) {
        try {
            return UnitValueMapping.read(models, file).header();
        } catch (InvalidInput unusable) {
            return List.of();
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
