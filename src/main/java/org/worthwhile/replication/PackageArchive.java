package org.worthwhile.replication;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.worthwhile.exchange.InputFile;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** A package from elsewhere, which may be anything. */
final class PackageArchive {

    private static final long LARGEST_PACKAGE = 8L << 30;
    private static final long LARGEST_MANIFEST = 16L << 20;
    private static final int MOST_FILES = 100_000;
    private static final String REMEDY = "ask whoever made it for the package as it was written";

    private final Path file;

    PackageArchive(Path file) {
        this.file = file;
    }

    /**
     * What unpacking found.
     *
     * @param altered files that are not as the manifest says
     */
    record Unpacked(Manifest manifest, List<Alteration> altered) {}

    /**
     * Unpacks into a folder the files that the manifest lists, and no others.
     *
     * @param schemas the folder of model packs that come with the program, which holds the schemas
     * @throws InvalidInput if it is no package, or one that would write elsewhere or without end
     */
    Unpacked unpack(Path schemas, WorkFolder work) {
        new InputFile(file, LARGEST_PACKAGE).requireOrdinary();
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Map<String, ZipEntry> entries = entries(zip);
            ZipEntry listed = entries.remove(Manifest.NAME);
            if (listed == null) {
                throw unusable("has no " + Manifest.NAME, "name a package that worthwhile pack wrote");
            }
            Manifest manifest = manifest(zip, listed, schemas, work);
            return new Unpacked(manifest, unpack(zip, entries, manifest, work));
        } catch (ZipException | IllegalArgumentException noArchive) {
            throw unusable("is no zip file that can be read", "name a package that worthwhile pack wrote");
        } catch (IOException unreadable) {
            throw unusable("cannot be unpacked to its end", "check the disk, or use a copy");
        }
    }

    private Map<String, ZipEntry> entries(ZipFile zip) {
        if (zip.size() > MOST_FILES) {
            throw unusable("holds more than " + MOST_FILES + " files", REMEDY);
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        Set<String> folded = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            if (!PackagePath.isSafe(entry.getName())) {
                problems.add(problem(entry.getName(), "is a path outside a package, or one that not every system has"));
            } else if (!folded.add(PackagePath.folded(entry.getName()))) {
                problems.add(problem(entry.getName(), "is in the package twice"));
            }
            entries.put(entry.getName(), entry);
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return entries;
    }

    private Manifest manifest(ZipFile zip, ZipEntry entry, Path schemas, WorkFolder work) throws IOException {
        Path unpacked = work.file(Manifest.NAME);
        if (copy(zip, entry, unpacked, LARGEST_MANIFEST).isEmpty()) {
            throw unusable("has a " + Manifest.NAME + " that is too large", REMEDY);
        }
        Manifest manifest = work.naming(this::named, () -> ManifestFile.read(schemas, unpacked));
        List<Problem> problems = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (Manifest.Entry listed : manifest.files()) {
            if (!PackagePath.isSafe(listed.path()) || !paths.add(PackagePath.folded(listed.path()))) {
                problems.add(problem(listed.path(), "is listed twice, or a path outside a package"));
            }
        }
        Recipe recipe = manifest.recipe();
        List<String> named = new ArrayList<>(recipe.proposals());
        named.addAll(recipe.studies());
        named.addAll(recipe.evidence());
        recipe.constraints().ifPresent(named::add);
        named.stream()
                .filter(path -> !PackagePath.isSafe(path))
                .forEach(path -> problems.add(problem(path, "is a path outside a package")));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return manifest;
    }

    private List<Alteration> unpack(ZipFile zip, Map<String, ZipEntry> entries, Manifest manifest, WorkFolder work)
            throws IOException {
        List<Alteration> altered = new ArrayList<>();
        for (Manifest.Entry listed : manifest.files()) {
            ZipEntry entry = entries.remove(listed.path());
            if (entry == null) {
                altered.add(new Alteration(listed.path(), Alteration.Kind.MISSING));
                continue;
            }
            // What is longer than listed is cut off there, so that no small file unpacks without end.
            var found = copy(zip, entry, work.file(listed.path()), listed.bytes());
            if (found.filter(
                            hashed -> hashed.entry(listed.path(), listed.role()).equals(listed))
                    .isEmpty()) {
                altered.add(new Alteration(listed.path(), Alteration.Kind.CHANGED));
            }
        }
        entries.keySet().stream().sorted().forEach(path -> altered.add(new Alteration(path, Alteration.Kind.ADDED)));
        return altered;
    }

    /** What was written; empty where it is longer than allowed. */
    private static Optional<HashedOutput> copy(ZipFile zip, ZipEntry entry, Path to, long most) throws IOException {
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to)) {
            HashedOutput hashed = new HashedOutput(out);
            byte[] buffer = new byte[1 << 16];
            long left = most;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                left -= count;
                if (left < 0) {
                    return Optional.empty();
                }
                hashed.write(buffer, 0, count);
            }
            return Optional.of(hashed);
        }
    }

    /** What problems call a file of the package. */
    String named(String path) {
        return file + ": " + path;
    }

    private InvalidInput unusable(String what, String remedy) {
        return new InvalidInput(new Problem(Place.of(file.toString()), what, remedy));
    }

    private Problem problem(String path, String what) {
        return new Problem(Place.of(named(path)), what, REMEDY);
    }
}
