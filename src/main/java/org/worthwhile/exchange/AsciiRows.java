package org.worthwhile.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of a file of ASCII characters in blocks of lines, which are parted into values on several threads. At a block with a
 * quotation mark, a row of another width or a line that is longer than a block it leaves off: what follows is for {@link RowSplitter}.
 */
final class AsciiRows {

    /** Bytes of a block, which stay in a processor's own cache. */
    static final int SIZE = 1 << 18;

    private static final int BLOCKS = 8;
    private static final String SEPARATORS = ",;\t|";

    private final InputStream source;
    private final int size;
    private final List<AsciiBlock> blocks;

    /** What was read and is not in a block: less than a line, or all that is left for another reader. */
    private byte[] rest;

    private boolean ended;
    private int lines;

    /**
     * @param first bytes, before those of the source
     * @param width of the rows
     * @param size of a block in bytes
     */
    AsciiRows(byte[] first, InputStream source, char separator, int width, int size) {
        this.rest = first;
        this.source = source;
        this.size = size;
        this.blocks = Stream.generate(() -> new AsciiBlock(separator, width))
                .limit(BLOCKS)
                .toList();
    }

    /** Whether values may be separated so: a sign that is in no number. */
    static boolean mayBeSeparatedBy(char separator) {
        return SEPARATORS.indexOf(separator) >= 0;
    }

    /** The next blocks of rows, which the following call takes back; none where no more are as they should be. */
    List<AsciiBlock> next() throws IOException {
        int filled = 0;
        while (filled < BLOCKS && !ended) {
            AsciiBlock block = blocks.get(filled++);
            ended = block.read(rest, source, size);
            rest = ended ? new byte[0] : block.cut();
            if (block.isEmpty()) {
                filled--;
                ended = true;
            }
        }
        List<AsciiBlock> read = blocks.subList(0, filled);
        read.stream().parallel().forEach(AsciiBlock::part);
        int sound = IntStream.range(0, filled)
                .filter(block -> read.get(block).isOdd())
                .findFirst()
                .orElse(filled);
        giveBack(read.subList(sound, filled));
        List<AsciiBlock> parted = read.subList(0, sound);
        lines += parted.stream().mapToInt(AsciiBlock::lines).sum();
        return parted;
    }

    private void giveBack(List<AsciiBlock> odd) {
        if (!odd.isEmpty()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            odd.forEach(block -> all.writeBytes(block.bytes()));
            all.writeBytes(rest);
            rest = all.toByteArray();
            ended = true;
        }
    }

    /** How many lines were parted. */
    int lines() {
        return lines;
    }

    /** What was not parted. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(rest), source);
    }
}
