package org.worthwhile.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * In which encoding a text is written: UTF-8, UTF-16 by its byte order mark or by its zero bytes, or else that of Windows for
 * Western Europe.
 *
 * @param note what to say of it; empty for UTF-8
 */
record TextEncoding(Charset charset, Optional<String> note) {

    private static final int CHUNK = 1 << 16;

    /** As many bytes tell whether characters have two each. */
    private static final int START = 200;

    private static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, Optional.empty());

    /** Looks through all bytes. */
    static TextEncoding of(InputStream bytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int count = bytes.readNBytes(chunk, 0, CHUNK);
        Optional<TextEncoding> wide = wide(count == CHUNK ? chunk : Arrays.copyOf(chunk, count));
        if (wide.isPresent()) {
            return wide.get();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(CHUNK + 16);
        ByteBuffer rest = ByteBuffer.allocate(CHUNK + 16);
        while (count > 0) {
            if (rest.position() > 0 || !ByteCensus.of(chunk, count).isAscii()) {
                rest.put(chunk, 0, count).flip();
                characters.clear();
                if (decoder.decode(rest, characters, false).isError()) {
                    return windows();
                }
                rest.compact();
            }
            count = bytes.readNBytes(chunk, 0, CHUNK);
        }
        return rest.position() > 0 ? windows() : UTF_8;
    }

    /** Of bytes none of which has its highest bit set, by the first of them. */
    static TextEncoding ofAscii(InputStream bytes) throws IOException {
        return wide(bytes.readNBytes(START)).orElse(UTF_8);
    }

    /**
     * The text of bytes in this encoding, without a byte order mark.
     *
     * @throws org.worthwhile.problem.InvalidInput if they are not in it
     */
    String text(String name, byte[] bytes) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw InputFile.problem(name, "is not a UTF-8 text", "save it with the encoding UTF-8");
        }
    }

    private static TextEncoding windows() {
        return new TextEncoding(
                Charset.forName("windows-1252"),
                Optional.of("The file is not in UTF-8; it is read in the encoding of Windows for Western Europe"
                        + " (Windows-1252)."));
    }

    /** UTF-16, whose first bytes are a mark, or of whose characters of a Latin text every other byte is zero. */
    private static Optional<TextEncoding> wide(byte[] start) {
        return wideCharset(start).map(charset -> new TextEncoding(charset, Optional.of("The file is read as UTF-16.")));
    }

    private static Optional<Charset> wideCharset(byte[] start) {
        if (start.length < 2) {
            return Optional.empty();
        }
        int mark = (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return Optional.of(mark == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        int[] zeros = new int[2];
        int length = Math.min(start.length, START) / 2 * 2;
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > length / 4 && zeros[0] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > length / 4 && zeros[1] == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
}
