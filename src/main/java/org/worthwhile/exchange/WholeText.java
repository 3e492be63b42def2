package org.worthwhile.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Reads a file of text wholly, or says why it cannot be. */
final class WholeText {

    private WholeText() {}

    /**
     * The file's bytes.
     *
     * @param name what problems call it
     * @param most bytes that are read
     */
    static byte[] bytes(Path file, String name, long most) {
        try (InputStream stream = open(file, name, most)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw unusable(name, "cannot be read to its end", "check the disk, or use a copy");
        }
    }

    /** The file's bytes as a stream, no more of them than allowed. */
    static InputStream open(Path file, String name, long most) {
        try {
            long size = Files.size(file);
            if (size > most) {
                throw unusable(
                        name,
                        "is larger than " + (most >> 20) + " MB",
                        "split it or check that it is the file you meant");
            }
            if (Files.isDirectory(file)) {
                throw unusable(name, "is a folder", "name a file that you may read");
            }
            return Files.newInputStream(file);
        } catch (NoSuchFileException missing) {
            throw unusable(name, "there is no such file", "check the name and the folder");
        } catch (IOException unreadable) {
            throw unusable(name, "cannot be read", "name a file that you may read");
        }
    }

    /** The text of bytes in UTF-8, without a byte order mark. */
    static String of(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw unusable(name, "is not a UTF-8 text", "save it with the encoding UTF-8");
        }
    }

    private static InvalidInput unusable(String name, String what, String remedy) {
        return new InvalidInput(new Problem(Place.of(name), what, remedy));
    }
}
