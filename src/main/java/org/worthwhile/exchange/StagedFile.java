package org.worthwhile.exchange;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.worthwhile.problem.InvalidInput;

/** The contents of a file, whole on the disk under a temporary name beside it, until they are put in its place. */
final class StagedFile implements AutoCloseable {

    private static final AtomicLong NUMBER = new AtomicLong();
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path folder;
    private final Path target;
    private final Path temporary;
    private String sha256 = "";

    private StagedFile(Path file, Path folder, Path temporary) {
        this.file = file;
        this.folder = folder;
        this.target = file.toAbsolutePath();
        this.temporary = temporary;
    }

    /** Makes the folder of a file where need be, and rids it of what killed processes left. */
    static StagedFile beside(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root is a folder");
        try {
            Files.createDirectories(folder);
        } catch (IOException unmakable) {
            throw WriteProblem.of(file, folder, unmakable);
        }
        Leftovers.removeOnce(folder);
        String name =
                Leftovers.PREFIX + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet() + Leftovers.SUFFIX;
        StagedFile staged = new StagedFile(file, folder, folder.resolve(name));
        Leftovers.register(staged.temporary);
        return staged;
    }

    /**
     * Writes the contents and waits until the disk has them.
     *
     * @throws InvalidInput if they cannot be written, whatever a library makes of the disk's failure
     */
    void fill(AtomicFile.Contents contents, UnaryOperator<OutputStream> disk) {
        MessageDigest digest = Fingerprint.digest();
        WatchedStream watched = null;
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Leftovers.hold(channel);
            watched = new WatchedStream(disk.apply(Channels.newOutputStream(channel)));
            OutputStream out = new BufferedOutputStream(new DigestOutputStream(watched, digest), BUFFER);
            contents.writeTo(out);
            out.flush();
            keepPermissions();
            channel.force(true);
        } catch (IOException unwritable) {
            throw WriteProblem.of(file, folder, unwritable);
        } catch (InvalidInput told) {
            throw told;
        } catch (RuntimeException failure) {
            throw watched == null || watched.failure.isEmpty()
                    ? failure
                    : WriteProblem.of(file, folder, watched.failure.get());
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    /** Of the contents. */
    String sha256() {
        return sha256;
    }

    Path target() {
        return target;
    }

    /** Puts the contents in the file's place. */
    void commit() {
        try {
            move();
        } catch (IOException unwritable) {
            throw WriteProblem.of(file, folder, unwritable);
        }
        makeLasting(folder);
    }

    private void move() throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A name in a folder is lost with the machine's power until the folder itself is on the disk. */
    private static void makeLasting(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders; its file system keeps the order of names by itself.
        }
    }

    /** Colleagues who could open the file that is replaced can open the new one. */
    private void keepPermissions() throws IOException {
        if (!Files.isRegularFile(target)) {
            return;
        }
        PosixFileAttributeView before = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        PosixFileAttributeView after = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (before == null || after == null) {
            return;
        }
        PosixFileAttributes attributes = before.readAttributes();
        if (!attributes.group().equals(after.readAttributes().group())) {
            try {
                after.setGroup(attributes.group());
            } catch (IOException notInThatGroup) {
                // The file stays in the user's own group.
            }
        }
        after.setPermissions(attributes.permissions());
    }

    /** Removes the contents unless they were put in place. */
    @Override
    public void close() {
        Leftovers.discard(temporary);
    }

    /** Remembers that the disk failed, which some libraries tell only as a failure of their own. */
    private static final class WatchedStream extends FilterOutputStream {

        private Optional<IOException> failure = Optional.empty();

        WatchedStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException failed) {
                failure = Optional.of(failed);
                throw failed;
            }
        }
    }
}
