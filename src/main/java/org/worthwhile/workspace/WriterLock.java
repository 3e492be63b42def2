package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.worthwhile.exchange.Fingerprint;

/**
 * Held by the one who may write. The operating system lets go of it when its holder ends, however it ends.
 *
 * <p>It is held three times: within the program; by the file's own key, whatever name led to it, in a file of the user's; and
 * in a file beside the workspace, which other users of a shared folder see and in which the holder's name stands. A program
 * lets go of its locks on a file when it closes any channel to that file, so a lock that is held here is not asked for again.
 */
final class WriterLock implements AutoCloseable {

    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final int LONGEST_HOLDER = 4_000;
    private static final int LONGEST_NAME = 200;

    /** What is held within this program. */
    private static final Map<String, Holder> HELD = new HashMap<>();

    private final String key;
    private final @Nullable FileLock ofKey;
    private final Path beside;
    private final FileChannel channel;

    private WriterLock(String key, @Nullable FileLock ofKey, Path beside, FileChannel channel) {
        this.key = key;
        this.ofKey = ofKey;
        this.beside = beside;
        this.channel = channel;
    }

    /** @param file by the name under which its holder opened it */
    record Holder(String name, Path file) {}

    /** What came of asking. */
    sealed interface Outcome {
        record Held(WriterLock lock) implements Outcome {}

        record Taken(Holder holder) implements Outcome {}

        /** The file beside the workspace cannot be written or locked. */
        record NotWritable(Path beside) implements Outcome {}
    }

    /**
     * Asks for the lock.
     *
     * @param workspace by its real path
     */
    static Outcome acquire(Path workspace, String name) throws IOException {
        String key = key(workspace);
        Holder holder = new Holder(name, workspace);
        synchronized (HELD) {
            Holder within = HELD.get(key);
            if (within != null) {
                return new Outcome.Taken(within);
            }
            Outcome outcome = acquire(key, holder);
            if (outcome instanceof Outcome.Held) {
                HELD.put(key, holder);
            }
            return outcome;
        }
    }

    private static Outcome acquire(String key, Holder holder) {
        Path beside = beside(holder.file());
        Optional<FileChannel> keys = UserLocks.channel();
        FileLock ofKey = null;
        try {
            if (keys.isPresent()) {
                ofKey = tryLock(keys.get(), UserLocks.place(key));
                if (ofKey == null) {
                    return taken(UserLocks.note(key), holder);
                }
            }
        } catch (IOException foldersOfUsersHaveNoLocksHere) {
            // The one beside the file remains.
        }
        Outcome outcome = acquireBeside(key, ofKey, beside, holder);
        if (!(outcome instanceof Outcome.Held)) {
            release(ofKey);
        } else if (ofKey != null) {
            writeNote(UserLocks.note(key), holder);
        }
        return outcome;
    }

    private static Outcome acquireBeside(String key, @Nullable FileLock ofKey, Path beside, Holder holder) {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    beside, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException notWritable) {
            return new Outcome.NotWritable(beside);
        }
        try {
            if (tryLock(channel, LOCKED_BYTE) == null) {
                close(channel);
                return taken(beside, holder);
            }
        } catch (IOException notLockable) {
            close(channel);
            return new Outcome.NotWritable(beside);
        }
        write(channel, holder);
        return new Outcome.Held(new WriterLock(key, ofKey, beside, channel));
    }

    /** Known by its key, as it may have several names; where the system has no keys, by its real path. */
    private static String key(Path workspace) throws IOException {
        Object key = Files.readAttributes(workspace, BasicFileAttributes.class).fileKey();
        return key == null ? workspace.toString() : key.toString();
    }

    private static Path beside(Path workspace) {
        String name = workspace.getFileName().toString();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return workspace.resolveSibling("." + (bytes.length > LONGEST_NAME ? Fingerprint.of(bytes) : name) + ".lock");
    }

    private static @Nullable FileLock tryLock(FileChannel channel, long at) throws IOException {
        try {
            return channel.tryLock(at, 1, false);
        } catch (OverlappingFileLockException heldWithinThisProgram) {
            return null;
        }
    }

    private static Outcome taken(Path note, Holder asking) {
        return new Outcome.Taken(read(note).orElse(new Holder("somebody", asking.file())));
    }

    /** The name helps others; the lock is held even if a full disk has no room for it. */
    private static void write(FileChannel channel, Holder holder) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text(holder)), 0);
        } catch (IOException full) {
            // Others are told that somebody holds it.
        }
    }

    /** Leads the user's other windows to the log, which lies beside the name under which the file was opened. */
    private static void writeNote(Path note, Holder holder) {
        try {
            Files.write(note, text(holder));
        } catch (IOException full) {
            // Others are told that somebody holds it, and see what the file itself has.
        }
    }

    private static byte[] text(Holder holder) {
        return (holder.name() + "\n" + holder.file()).getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Holder> read(Path note) {
        try (var stream = Files.newInputStream(note)) {
            List<String> lines = new String(stream.readNBytes(LONGEST_HOLDER), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.size() == 2 ? Optional.of(new Holder(lines.get(0), Path.of(lines.get(1)))) : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The file beside is removed first: who holds it by its key is alone in doing so. */
    @Override
    public void close() {
        synchronized (HELD) {
            try {
                if (ofKey != null) {
                    Files.deleteIfExists(beside);
                    Files.deleteIfExists(UserLocks.note(key));
                }
            } catch (IOException staysBehind) {
                // It holds nobody up.
            }
            close(channel);
            release(ofKey);
            HELD.remove(key);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyLost) {
            // The operating system has let go of it.
        }
    }

    private static void release(@Nullable FileLock lock) {
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException alreadyLost) {
            // The operating system has let go of it.
        }
    }
}
