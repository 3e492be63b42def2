package org.worthwhile.replication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.PackReader;

/** The model packs that a package holds: all that come with the program, and of the analyst's own those that are used. */
final class PackedModels {

    private static final List<String> KINDS = List.of("frameworks", "prices", "unit-values");

    private PackedModels() {}

    /**
     * The files, by their paths within a package.
     *
     * @param models the folder of those that come with the program
     * @param own the analyst's own folder, which need not exist
     */
    static Map<String, Path> of(Path models, Path own, Collection<AppraisalCase> cases) {
        Map<String, Path> files = new TreeMap<>();
        files(models).forEach((path, file) -> files.put(PackagePath.MODELS + "/" + path, file));
        Set<String> used = used(cases);
        files(own).forEach((path, file) -> {
            if (PackReader.idsIn(file).stream().anyMatch(used::contains)) {
                files.put(PackagePath.OWN_MODELS + "/" + path, file);
            }
        });
        return files;
    }

    /** Those packed that are the analyst's own. */
    static List<String> own(List<Manifest.Entry> packed) {
        return packed.stream()
                .map(Manifest.Entry::path)
                .filter(path -> path.startsWith(PackagePath.OWN_MODELS + "/"))
                .toList();
    }

    /**
     * Those packed, not the analyst's own, whose bytes are not those of the same file here.
     *
     * @param models the folder of those that come with the program
     */
    static List<String> unlike(Path models, List<Manifest.Entry> packed) throws IOException {
        Map<String, Path> here = files(models);
        List<String> unlike = new ArrayList<>();
        for (Manifest.Entry entry : packed) {
            Path file = here.get(entry.path().replaceFirst("^" + PackagePath.MODELS + "/", ""));
            if (file != null && !Fingerprint.of(Files.readAllBytes(file)).equals(entry.sha256())) {
                unlike.add(entry.path());
            }
        }
        return unlike;
    }

    /** A unit value is named by the ids of its pack and of itself. */
    private static Set<String> used(Collection<AppraisalCase> cases) {
        Set<String> used = new HashSet<>();
        for (AppraisalCase basis : cases) {
            used.add(basis.framework().id());
            used.add(basis.priceIndex().id());
            basis.unitValues().keySet().forEach(id -> used.add(id.replaceFirst("/.*", "")));
        }
        return used;
    }

    private static Map<String, Path> files(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        for (String kind : KINDS) {
            Path packs = folder.resolve(kind);
            if (Files.isDirectory(packs)) {
                try (Stream<Path> listed = Files.list(packs)) {
                    listed.filter(file -> file.toString().endsWith(".json"))
                            .forEach(file -> files.put(kind + "/" + file.getFileName(), file));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return files;
    }
}
