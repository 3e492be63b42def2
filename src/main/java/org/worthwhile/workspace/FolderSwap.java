package org.worthwhile.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.worthwhile.problem.InvalidInput;

/**
 * Puts an export in the place of an earlier one, whole or not at all. The new one is written beside the folder; then the
 * earlier one is moved aside, the new one in, and the earlier one away. What else lies in the folder goes with it. What a
 * process that was killed left beside the folder is brought back or away by the next export, and what it moved aside is brought back
 * when the folder is to be read or a workspace beside it is opened.
 */
final class FolderSwap {

    private static final Pattern ASIDE = Pattern.compile("\\.(.+)\\.worthwhile-old");

    private final Path target;
    private final Path parent;
    private final Path fresh;
    private final Path old;

    private FolderSwap(Path target, Path parent) {
        this.target = target;
        this.parent = parent;
        String name = target.getFileName().toString();
        this.fresh = target.resolveSibling("." + name + ".worthwhile-new");
        this.old = target.resolveSibling("." + name + ".worthwhile-old");
    }

    /**
     * Writes a folder.
     *
     * @param write writes into an empty folder, its manifest last
     * @throws InvalidInput if it cannot be written; what stood there stays
     */
    static void replace(Path folder, Consumer<Path> write) {
        try {
            Path target = Files.exists(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            Path parent = target.getParent();
            if (parent == null) {
                throw SqliteErrors.of(folder, "is a whole disk", "choose a new folder on it");
            }
            FolderSwap swap = new FolderSwap(target, parent);
            swap.finishInterrupted();
            swap.requireReplaceable();
            swap.replace(write);
        } catch (IOException | UncheckedIOException notWritten) {
            throw SqliteErrors.of(
                    folder,
                    "cannot be written, and what was there was left as it was",
                    "check the permissions of the folder that it is in and the space on the disk, or choose another");
        }
    }

    /**
     * Brings back the exports beside a file or folder that processes moved aside which were killed before the new ones were in.
     *
     * @return where they are again
     */
    static List<Path> bringBackBeside(Path file) {
        List<Path> back = new ArrayList<>();
        Path in = file.toAbsolutePath().getParent();
        if (in == null) {
            return back;
        }
        try {
            for (Path aside : entries(in)) {
                Matcher name = ASIDE.matcher(aside.getFileName().toString());
                if (name.matches() && Files.exists(aside.resolve(FolderManifest.FILE))) {
                    FolderSwap swap = new FolderSwap(aside.resolveSibling(name.group(1)), in);
                    if (!Files.exists(swap.target, LinkOption.NOFOLLOW_LINKS)) {
                        swap.finishInterrupted();
                        back.add(swap.target);
                    }
                }
            }
        } catch (IOException notWritable) {
            // They stay aside until the next export.
        }
        return back;
    }

    private void finishInterrupted() throws IOException {
        if (Files.exists(old) && !Files.exists(target)) {
            Files.move(old, target);
        }
        for (Path left : List.of(fresh, old)) {
            if (Files.exists(left)) {
                if (Files.exists(left.resolve(FolderManifest.FILE)) && Files.exists(target)) {
                    carry(left, target);
                }
                delete(left);
            }
        }
    }

    private void requireReplaceable() throws IOException {
        if (Files.exists(target)
                && !Files.exists(target.resolve(FolderManifest.FILE))
                && !(Files.isDirectory(target) && entries(target).isEmpty())) {
            throw SqliteErrors.of(
                    target,
                    "holds other files, and is no earlier export",
                    "choose a new or an empty folder, or one that an earlier export is in");
        }
    }

    private void replace(Consumer<Path> write) throws IOException {
        Files.createDirectories(parent);
        Files.createDirectory(fresh);
        try {
            write.accept(fresh);
            sync(fresh);
            if (Files.exists(target)) {
                requireNothingInTheWay();
            }
        } catch (IOException | RuntimeException | Error notWritten) {
            delete(fresh);
            throw notWritten;
        }
        if (Files.exists(target)) {
            moveIn();
        } else {
            Files.move(fresh, target);
        }
        force(parent);
        delete(old);
    }

    private void moveIn() throws IOException {
        try {
            carry(target, fresh);
            Files.move(target, old);
            Files.move(fresh, target);
        } catch (IOException failure) {
            try {
                finishInterrupted();
            } catch (IOException stillFailing) {
                // The next export brings back what lies beside the folder.
                failure.addSuppressed(stillFailing);
            }
            throw failure;
        }
    }

    /** A file that no export wrote, where the new one has one of that name, would be lost. */
    private void requireNothingInTheWay() throws IOException {
        for (Path other : others(target, fresh)) {
            if (Files.exists(fresh.resolve(other))) {
                throw SqliteErrors.of(
                        target.resolve(other),
                        "was not written by an earlier export, and would be replaced",
                        "move it elsewhere, or choose another folder");
            }
        }
    }

    /** Moves what no export wrote. */
    private static void carry(Path from, Path to) throws IOException {
        for (Path other : others(from, to)) {
            Path place = to.resolve(other);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(place.toString());
            }
            Files.createDirectories(place.getParent());
            Files.move(from.resolve(other), place);
        }
    }

    /** What is in a folder and was not written by the export there, from the folder on; whole folders where they can be moved whole. */
    private static List<Path> others(Path from, Path to) throws IOException {
        List<Path> others = new ArrayList<>();
        addOthers(from, Path.of(""), to, ExportedFiles.of(from), others);
        return others;
    }

    private static void addOthers(Path from, Path at, Path to, Set<Path> exported, List<Path> others)
            throws IOException {
        for (Path entry : entries(from.resolve(at))) {
            Path relative = at.resolve(entry.getFileName());
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                    && (Files.isDirectory(to.resolve(relative))
                            || exported.stream().anyMatch(file -> file.startsWith(relative)))) {
                addOthers(from, relative, to, exported, others);
            } else if (!exported.contains(relative)) {
                others.add(relative);
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** The folders' own entries are on the disk too. */
    private static void sync(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isDirectory).forEach(FolderSwap::force);
        }
    }

    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders, and writes their entries itself.
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
