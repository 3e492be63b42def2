package org.worthwhile.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A folder that results are written into. A file there is replaced only if an export wrote it and nobody changed it since: beside
 * the files lies a list of what was written, with the SHA-256 of each. Without the list, no file is known as written by an export.
 */
public final class ExportFolder {

    /** The list of what was written. */
    static final String MANIFEST = ".worthwhile-exports";

    private static final String FORMAT = "worthwhile-exports/1";
    private static final long LONGEST_MANIFEST = 1 << 24;

    private final Path folder;

    /** @param folder that need not be there yet */
    public ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder of one file that is to be written. */
    public static ExportFolder of(Path file) {
        Path parent = file.getParent();
        return new ExportFolder(parent == null ? Path.of("") : parent);
    }

    /**
     * Those of the files that are there and were not written by an export, or were changed since: a user agrees before they are
     * replaced.
     *
     * @param names in the folder
     */
    public List<Path> protectedFiles(Collection<String> names) {
        Map<String, String> written = manifest();
        return names.stream()
                .distinct()
                .map(folder::resolve)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> !isUnchanged(file, written.get(FileNames.last(file))))
                .toList();
    }

    /**
     * Requires that files of these names can be written.
     *
     * @throws InvalidInput with a problem for each that may not be replaced, and for each name that two results would have
     */
    public void require(Collection<String> names, Overwrite overwrite) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                problems.add(new Problem(
                        Place.of(folder.resolve(name).toString()),
                        "two results would be written to this file",
                        "give what they are of different ids, in more than capital letters, or write them to different"
                                + " folders"));
            }
        }
        if (overwrite == Overwrite.UNCHANGED_EXPORTS) {
            for (Path file : protectedFiles(names)) {
                problems.add(new Problem(
                        Place.of(file.toString()),
                        "is there already, and it was not written by an export of Worthwhile or was changed since",
                        "move it, choose another folder, or replace it with --overwrite"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /**
     * Writes files. All are whole on the disk before the first is put in its place, so that nothing is written when one of them
     * cannot be made.
     *
     * @param files the same one may be there several times
     * @return where they are, in order and each once
     * @throws InvalidInput if any cannot be written or may not be replaced
     */
    public List<Path> write(List<OutputFile> files, Overwrite overwrite) {
        List<OutputFile> each = files.stream().distinct().toList();
        List<String> names = each.stream().map(OutputFile::name).toList();
        require(names, overwrite);
        List<StagedFile> staged = stage(each);
        try {
            Map<String, String> manifest = manifest();
            staged.forEach(file -> manifest.put(FileNames.last(file.target()), file.sha256()));
            staged.add(AtomicFile.stage(
                    folder.resolve(MANIFEST), AtomicFile.text(text(manifest)), UnaryOperator.identity()));
            require(names, overwrite);
            staged.forEach(StagedFile::commit);
            return names.stream().map(folder::resolve).toList();
        } finally {
            staged.forEach(StagedFile::close);
        }
    }

    /** Makes the contents of all files, at the same time where there are processors; none stays if one fails. */
    private List<StagedFile> stage(List<OutputFile> files) {
        List<Attempt> attempts = files.parallelStream().map(this::attempt).toList();
        List<StagedFile> staged = new ArrayList<>();
        attempts.forEach(attempt -> attempt.staged().ifPresent(staged::add));
        for (Attempt attempt : attempts) {
            if (attempt.failure().isPresent()) {
                staged.forEach(StagedFile::close);
                switch (attempt.failure().get()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case Throwable failure -> throw new IllegalStateException(failure);
                }
            }
        }
        return staged;
    }

    /** What came of one file; a failure waits until the others are done, so that all can be removed. */
    private record Attempt(Optional<StagedFile> staged, Optional<Throwable> failure) {}

    private Attempt attempt(OutputFile file) {
        try {
            return new Attempt(
                    Optional.of(
                            AtomicFile.stage(folder.resolve(file.name()), file.contents(), UnaryOperator.identity())),
                    Optional.empty());
        } catch (RuntimeException | Error failed) {
            return new Attempt(Optional.empty(), Optional.of(failed));
        }
    }

    private static boolean isUnchanged(Path file, @org.jspecify.annotations.Nullable String sha256) {
        return sha256 != null
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && sha256.equals(fingerprint(file));
    }

    private static String fingerprint(Path file) {
        MessageDigest digest = Fingerprint.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** What exports wrote here, as SHA-256 by name; empty where that is not known. */
    private Map<String, String> manifest() {
        Map<String, String> written = new TreeMap<>();
        Path list = folder.resolve(MANIFEST);
        try {
            if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS) && Files.size(list) <= LONGEST_MANIFEST) {
                JsonNode tree = JsonText.parse(Files.readString(list));
                if (tree.path("format").asString("").equals(FORMAT)) {
                    tree.path("files").forEachEntry((name, sha256) -> written.put(name, sha256.asString("")));
                }
            }
        } catch (IOException | JacksonException unreadable) {
            written.clear();
        }
        return written;
    }

    private static String text(Map<String, String> manifest) {
        ObjectNode tree = JsonText.object().put("format", FORMAT);
        ObjectNode files = tree.putObject("files");
        manifest.forEach(files::put);
        return JsonText.of(tree);
    }
}
