package org.worthwhile.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.stream.IntStream;

/**
 * What the bytes of a file are, each looked at once, eight at a time and in pieces on all processors.
 *
 * @param bytes how many
 * @param feeds how many of them are line feeds
 * @param isAscii whether none has its highest bit set
 * @param endsLine whether the last one is a line feed; true without any
 */
record ByteCensus(long bytes, long feeds, boolean isAscii, boolean endsLine) {

    private static final int PIECE = 1 << 18;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The highest bit of each of eight bytes, the other bits of each, and a line feed in each. */
    private static final long HIGHEST = 0x8080808080808080L;

    private static final long OTHERS = 0x7F7F7F7F7F7F7F7FL;
    private static final long FEEDS = 0x0A0A0A0A0A0A0A0AL;

    private static final ByteCensus OF_NONE = new ByteCensus(0, 0, true, true);

    /** Of a file, no further than its limit. */
    static ByteCensus of(InputFile file) throws IOException {
        try (FileChannel channel = file.channel()) {
            long size = Math.min(channel.size(), file.most());
            int pieces = Math.toIntExact((size + PIECE - 1) / PIECE);
            return IntStream.range(0, pieces)
                    .parallel()
                    .mapToObj(piece ->
                            of(channel, (long) piece * PIECE, (int) Math.min(PIECE, size - (long) piece * PIECE)))
                    .reduce(OF_NONE, ByteCensus::and);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** A file that has become shorter meanwhile counts as far as it goes. */
    private static ByteCensus of(FileChannel channel, long from, int length) {
        ByteBuffer piece = ByteBuffer.allocate(length);
        try {
            int count = 0;
            while (piece.hasRemaining() && count >= 0) {
                count = channel.read(piece, from + piece.position());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return of(piece.array(), piece.position());
    }

    /** Of the first bytes of an array. */
    static ByteCensus of(byte[] bytes, int count) {
        long all = 0;
        long feeds = 0;
        int place = 0;
        for (; place <= count - Long.BYTES; place += Long.BYTES) {
            long word = (long) WORDS.get(bytes, place);
            all |= word;
            long other = word ^ FEEDS;
            // Adding to the lower bits of a byte carries into its highest bit unless they are all zero.
            feeds += Long.bitCount(~(((other & OTHERS) + OTHERS) | other | OTHERS));
        }
        for (; place < count; place++) {
            all |= bytes[place];
            feeds += bytes[place] == '\n' ? 1 : 0;
        }
        return new ByteCensus(count, feeds, (all & HIGHEST) == 0, count == 0 || bytes[count - 1] == '\n');
    }

    private ByteCensus and(ByteCensus next) {
        return new ByteCensus(
                bytes + next.bytes,
                feeds + next.feeds,
                isAscii && next.isAscii,
                next.bytes == 0 ? endsLine : next.endsLine);
    }

    /** How many lines they make, the last with a line feed or without. */
    long lines() {
        return endsLine ? feeds : feeds + 1;
    }
}
