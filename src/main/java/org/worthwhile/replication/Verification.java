package org.worthwhile.replication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.report.Software;

/**
 * What came of computing the results of a package again.
 *
 * @param software that the package was computed by
 * @param inputs how many files of inputs and model packs it has
 * @param results how many results it has or should have
 * @param identical how many of them are the same bytes
 * @param ownModels model packs that do not come with the program, by which results may differ from those of other analysts
 * @param otherModels model packs of a name that comes with this program, and that are not as it has them
 * @param altered files that are not as the manifest says
 * @param different results, which are not what was computed again
 */
public record Verification(
        String software,
        int inputs,
        int results,
        int identical,
        List<String> ownModels,
        List<String> otherModels,
        List<Alteration> altered,
        List<DifferentResult> different) {
    public Verification {
        ownModels = List.copyOf(ownModels);
        otherModels = List.copyOf(otherModels);
        altered = List.copyOf(altered);
        different = List.copyOf(different);
    }

    /** Whether every file is as it was packed and every result is what was computed again, byte for byte. */
    public boolean isIdentical() {
        return altered.isEmpty() && different.isEmpty() && identical == results;
    }

    /** Whether this program is the version that the package was computed by. */
    public boolean isSameSoftware() {
        return software.equals(Software.NAME_AND_VERSION);
    }

    /**
     * Computes the results of a package again, from its own inputs and model packs alone, and compares.
     *
     * @param models the folder of model packs that come with the program, by whose schemas the package is read and with which its
     *     own model packs are compared
     * @param doing told what is being done
     * @throws org.worthwhile.problem.InvalidInput if it is no package, or its inputs cannot be computed with
     */
    public static Verification of(Path models, Path file, Consumer<String> doing) {
        PackageArchive archive = new PackageArchive(file);
        try (WorkFolder packed = WorkFolder.create();
                WorkFolder computed = WorkFolder.create()) {
            doing.accept("Unpacking " + file.getFileName());
            PackageArchive.Unpacked unpacked = archive.unpack(models, packed);
            Manifest manifest = unpacked.manifest();
            List<OutputFile> results = packed.naming(
                    archive::named, () -> Computation.of(models, packed.path(), manifest.recipe(), doing));
            doing.accept("Comparing the results");
            return compare(models, unpacked, results, packed, computed);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Verification compare(
            Path models,
            PackageArchive.Unpacked unpacked,
            List<OutputFile> results,
            WorkFolder packed,
            WorkFolder computed)
            throws IOException {
        Manifest manifest = unpacked.manifest();
        Map<String, Manifest.Entry> listed = new HashMap<>();
        manifest.ofRole(Manifest.Role.RESULT).forEach(entry -> listed.put(entry.path(), entry));
        Set<String> altered = unpacked.altered().stream().map(Alteration::path).collect(Collectors.toSet());
        Set<String> all = new HashSet<>(listed.keySet());
        List<DifferentResult> different = new ArrayList<>();
        int identical = 0;
        for (OutputFile result : results) {
            String path = PackagePath.RESULTS + "/" + result.name();
            all.add(path);
            Optional<Manifest.Entry> entry = Optional.ofNullable(listed.remove(path));
            Manifest.Entry found = write(result, computed.file(path), path);
            if (entry.isEmpty()) {
                different.add(DifferentResult.whole(path, "nothing", "a result"));
            } else if (entry.get().equals(found) && !altered.contains(path)) {
                identical++;
            } else if (Files.exists(packed.path().resolve(path))) {
                different.add(ResultComparison.of(
                        path, packed.path().resolve(path), computed.path().resolve(path)));
            }
        }
        listed.keySet().stream()
                .sorted()
                .forEach(path -> different.add(DifferentResult.whole(path, "a result", "nothing")));
        List<Manifest.Entry> packs = manifest.ofRole(Manifest.Role.MODEL);
        return new Verification(
                manifest.software(),
                manifest.ofRole(Manifest.Role.INPUT).size() + packs.size(),
                all.size(),
                identical,
                PackedModels.own(packs),
                PackedModels.unlike(models, packs),
                unpacked.altered(),
                different);
    }

    private static Manifest.Entry write(OutputFile result, Path to, String path) throws IOException {
        try (OutputStream file = Files.newOutputStream(to)) {
            HashedOutput out = new HashedOutput(file);
            result.contents().writeTo(out);
            out.flush();
            return out.entry(path, Manifest.Role.RESULT);
        }
    }
}
