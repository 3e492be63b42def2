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
import java.util.Optional;

/**
 * Held by the one who may write. The operating system lets go of it when its holder ends, however it ends. Who holds it
 * stands in the file beside the workspace, before the byte that is locked, so that others can read it.
 */
final class WriterLock implements AutoCloseable {

    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final int LONGEST_NAME = 200;

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /** What came of asking. */
    sealed interface Outcome {
        record Held(WriterLock lock) implements Outcome {}

        /** @param holder who holds it and since when, in words */
        record Taken(String holder) implements Outcome {}

        /** The folder may not be written to. */
        record NotWritable() implements Outcome {}
    }

    static Outcome acquire(Path workspace, String holder) {
        Path file = workspace.resolveSibling("." + workspace.getFileName() + ".lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException notWritable) {
            return new Outcome.NotWritable();
        }
        try {
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                return new Outcome.Taken(holder(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new Outcome.Held(new WriterLock(channel));
        } catch (IOException notLockable) {
            return new Outcome.NotWritable();
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
        } catch (OverlappingFileLockException heldInThisProcess) {
            return Optional.empty();
        }
    }

    private static String holder(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? "somebody" : text.substring(0, Math.min(LONGEST_NAME, text.length()));
        } catch (IOException unreadable) {
            return "somebody";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyLost) {
            // The operating system has let go of it.
        }
    }
}
