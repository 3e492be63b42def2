package org.worthwhile.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Parts rows of comma-separated values into blocks, where they are as they should be. At a row that is not, such as one of
 * another width or with a quotation mark in an odd place, it leaves off, and the rest of the text is for a parser that knows
 * what is wrong with it.
 */
final class RowSplitter {

    private static final int LONGEST_ROW = 1 << 22;

    private final Reader source;
    private final char separator;
    private final int size;
    private char[] rest = new char[0];
    private boolean ended;
    private boolean odd;
    private int lines;

    /** The characters of the block at hand, with a line end after them, and where the row at hand ends. */
    private char[] text = rest;

    private int length;
    private int next;

    /** @param size of a block in characters */
    RowSplitter(Reader source, char separator, int size) {
        this.source = source;
        this.separator = separator;
        this.size = size;
    }

    /**
     * Parts the next rows, as many as a block holds.
     *
     * @param width of the rows; 0 where it is not known
     * @param most rows
     * @return whether there were any
     */
    boolean split(RowBlock block, int width, int most) throws IOException {
        block.clear();
        int room = Math.max(size, rest.length);
        fill(block, room);
        int start = 0;
        int rows = 0;
        while (rows < most && !odd) {
            int first = block.values();
            int before = lines;
            if (start < length && row(block, start)) {
                boolean empty = block.values() == first + 1 && isLineEnd(text[start]);
                odd = !empty && width > 0 && block.values() - first != width;
                if (empty || odd) {
                    block.keep(first);
                } else {
                    rows++;
                }
                lines = odd ? before : lines;
                start = odd ? start : next;
            } else {
                block.keep(first);
                lines = before;
                if (ended || odd || rows > 0) {
                    break;
                }
                room = start == 0 ? 2 * room : room;
                odd = room > LONGEST_ROW;
                rest = Arrays.copyOfRange(text, start, length);
                start = 0;
                fill(block, room);
            }
        }
        rest = Arrays.copyOfRange(text, start, length);
        return rows > 0;
    }

    /** Puts what is left at the start of the block, and reads more after it. */
    private void fill(RowBlock block, int room) throws IOException {
        text = block.text(room);
        System.arraycopy(rest, 0, text, 0, rest.length);
        length = rest.length;
        while (length < room && !ended) {
            int count = source.read(text, length, room - length);
            ended = count < 0;
            length += Math.max(0, count);
        }
        text[length] = '\n';
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** Parts the row that begins at a place; false if it is not whole, or odd. */
    private boolean row(RowBlock block, int from) {
        int start = from;
        while (true) {
            int end = text[start] == '"' && start < length ? quoted(block, start) : plain(block, start);
            if (end < 0) {
                return false;
            }
            if (end < length && text[end] == separator) {
                start = end + 1;
            } else {
                return endOfRow(end);
            }
        }
    }

    private static boolean isEnd(char character) {
        return isLineEnd(character) || character == '"';
    }

    /** The end of a value without quotation marks. */
    private int plain(RowBlock block, int start) {
        char[] characters = text;
        char between = separator;
        int end = start;
        // Letters and digits are above the signs that matter, so that a look tells most of them.
        while (characters[end] != between && (characters[end] > '"' || !isEnd(characters[end]))) {
            end++;
        }
        if (characters[end] == '"') {
            odd = true;
            return -1;
        }
        block.mark(start, end);
        return end;
    }

    /** The end of a value in quotation marks, after the last of them. */
    private int quoted(RowBlock block, int start) {
        boolean doubled = false;
        for (int i = start + 1; i < length; i++) {
            if (text[i] == '"' && i + 1 < length && text[i + 1] == '"') {
                doubled = true;
                i++;
            } else if (text[i] == '"') {
                odd = i + 1 < length && text[i + 1] != separator && !isLineEnd(text[i + 1]);
                if (odd || (i + 1 == length && !ended)) {
                    return -1;
                }
                if (doubled) {
                    block.markDoubled(start + 1, i);
                } else {
                    block.mark(start + 1, i);
                }
                return i + 1;
            } else if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
                lines++;
            }
        }
        odd = ended;
        return -1;
    }

    /** Steps over a line end; false if it may not be whole. */
    private boolean endOfRow(int end) {
        boolean cut = end == length || (text[end] == '\r' && end + 1 == length);
        if (cut && !ended) {
            return false;
        }
        next = text[end] == '\r' && end + 1 < length && text[end + 1] == '\n' ? end + 2 : Math.min(end + 1, length);
        lines++;
        return true;
    }

    /** How many lines were parted. */
    int lines() {
        return lines;
    }

    /** What was not parted. */
    Reader rest() {
        return new Reader() {
            private int place;

            @Override
            public int read(char[] buffer, int offset, int most) throws IOException {
                if (place == rest.length) {
                    return source.read(buffer, offset, most);
                }
                int count = Math.min(most, rest.length - place);
                System.arraycopy(rest, place, buffer, offset, count);
                place += count;
                return count;
            }

            @Override
            public void close() throws IOException {
                source.close();
            }
        };
    }
}
