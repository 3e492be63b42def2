package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The log that SQLite keeps beside a file that is open, and leaves there when the program is killed. SQLite itself takes any
 * log that lies beside a file for that file's own. The format is that of https://www.sqlite.org/fileformat.html section 4.
 */
final class WriteAheadLog {

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int LARGEST_PAGE = 65_536;
    private static final int SMALLEST_PAGE = 512;

    /** @param at where in the log its contents begin */
    record Frame(int page, long at) {}

    /** The pages of all transactions that were wholly written, in their order. */
    record Contents(int pageSize, List<Frame> frames) {}

    private long first;
    private long second;

    private WriteAheadLog() {}

    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /** Whether there is nothing in a log, or no log. */
    static boolean isEmpty(Path file) {
        try {
            return !Files.exists(of(file)) || Files.size(of(file)) <= HEADER;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Removes a log with nothing in it, and the index of it. */
    static void removeIfEmpty(Path file) {
        if (isEmpty(file)) {
            try {
                Files.deleteIfExists(of(file));
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
            } catch (IOException staysBehind) {
                // It does no harm.
            }
        }
    }

    static Contents read(Path log) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            return new WriteAheadLog().read(channel);
        }
    }

    /** Whether a text stands in what a log would write into its file. */
    static boolean mentions(Path log, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        Contents contents = read(log);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            ByteBuffer page = ByteBuffer.allocate(contents.pageSize());
            for (Frame frame : contents.frames()) {
                if (isFilled(channel, page, frame.at()) && contains(page.array(), wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Contents read(FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!isFilled(channel, header, 0) || (header.getInt(0) & ~1) != MAGIC) {
            return new Contents(0, List.of());
        }
        ByteOrder order = (header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int pageSize = header.getInt(8);
        sum(header, 0, 24, order);
        if (pageSize < SMALLEST_PAGE || pageSize > LARGEST_PAGE || !isSummed(header, 24)) {
            return new Contents(0, List.of());
        }
        List<Frame> committed = new ArrayList<>();
        List<Frame> pending = new ArrayList<>();
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEADER + pageSize);
        for (long at = HEADER; isFilled(channel, frame, at); at += FRAME_HEADER + pageSize) {
            sum(frame, 0, 8, order);
            sum(frame, FRAME_HEADER, pageSize, order);
            if (frame.getLong(8) != header.getLong(16) || !isSummed(frame, 16)) {
                break;
            }
            pending.add(new Frame(frame.getInt(0), at + FRAME_HEADER));
            if (frame.getInt(4) != 0) {
                committed.addAll(pending);
                pending.clear();
            }
        }
        return new Contents(pageSize, List.copyOf(committed));
    }

    private void sum(ByteBuffer bytes, int from, int length, ByteOrder order) {
        ByteBuffer words = bytes.duplicate().order(order);
        for (int i = from; i < from + length; i += 8) {
            first = (first + Integer.toUnsignedLong(words.getInt(i)) + second) & 0xffff_ffffL;
            second = (second + Integer.toUnsignedLong(words.getInt(i + 4)) + first) & 0xffff_ffffL;
        }
    }

    private boolean isSummed(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at)) == first
                && Integer.toUnsignedLong(bytes.getInt(at + 4)) == second;
    }

    private static boolean isFilled(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] page, byte[] wanted) {
        for (int i = 0; i <= page.length - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && page[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
