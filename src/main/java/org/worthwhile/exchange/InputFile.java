package org.worthwhile.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * A file from elsewhere. It is opened only if it is an ordinary file, since a pipe may never end and a device may be
 * anything, and read no further than a limit whatever size it claims to have.
 *
 * @param path where it is
 * @param name what problems call it
 * @param most bytes that are read
 */
public record InputFile(Path path, String name, long most) {

    /** A file that problems call by its path. */
    public InputFile(Path path, long most) {
        this(path, path.toString(), most);
    }

    /**
     * Everything in the file.
     *
     * @throws InvalidInput if it cannot be read or is larger than the limit
     */
    public byte[] bytes() {
        return withinMemory(name, () -> {
            try (InputStream stream = open()) {
                return stream.readAllBytes();
            } catch (IOException unreadable) {
                throw problem(name, "cannot be read to its end", "check the disk, or use a copy");
            }
        });
    }

    /** The bytes by which it is told what kind of file it is. */
    byte[] start() {
        try (InputStream stream = open()) {
            return stream.readNBytes(FileSignature.LENGTH);
        } catch (IOException unreadable) {
            throw problem(name, "cannot be read to its end", "check the disk, or use a copy");
        }
    }

    /** The file's text in UTF-8, without a byte order mark. */
    String text() {
        return text(name, bytes());
    }

    /**
     * The file's bytes as they are read.
     *
     * @throws InvalidInput if it cannot be opened, and while reading as soon as it is larger than the limit
     */
    InputStream open() {
        requireOrdinary();
        try {
            return new Limited(Files.newInputStream(path));
        } catch (IOException unreadable) {
            throw problem(name, "cannot be read", "name a file that you may read");
        }
    }

    /**
     * The file, to be read at any place; the caller keeps to the limit.
     *
     * @throws InvalidInput if it cannot be opened
     */
    FileChannel channel() {
        requireOrdinary();
        try {
            return FileChannel.open(path);
        } catch (IOException unreadable) {
            throw problem(name, "cannot be read", "name a file that you may read");
        }
    }

    /** Checks that the file can be opened without harm and is not larger than the limit. */
    public void requireOrdinary() {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException missing) {
            throw problem(name, "there is no such file", "check the name and the folder");
        } catch (IOException unreadable) {
            throw problem(name, "cannot be read", "name a file that you may read");
        }
        if (attributes.isDirectory()) {
            throw problem(name, "is a folder", "name a file that you may read");
        }
        if (!attributes.isRegularFile()) {
            throw problem(name, "is a device, a pipe or a socket and not a file", "save what it gives as a file first");
        }
        if (attributes.size() > most) {
            throw tooLarge();
        }
    }

    private InvalidInput tooLarge() {
        return problem(
                name,
                "is larger than " + (most >> 20) + " MB",
                "check that it is the file you meant, or keep only what is needed");
    }

    /** The text of bytes in UTF-8, without a byte order mark. */
    static String text(String name, byte[] bytes) {
        FileSignature.requireNone(name, bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw problem(name, "is not a UTF-8 text", "save it with the encoding UTF-8");
        }
    }

    /** What a reader makes of a file, if it has memory enough: a file within all limits may still need more than there is. */
    static <T> T withinMemory(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (OutOfMemoryError full) {
            throw problem(
                    name,
                    "is too large for the " + (Runtime.getRuntime().maxMemory() >> 20) + " MB of memory given",
                    "keep only the rows and columns that are needed, or give more memory,"
                            + " such as by setting JAVA_TOOL_OPTIONS=-Xmx8g");
        }
    }

    static InvalidInput problem(String name, String what, String remedy) {
        return new InvalidInput(new Problem(Place.of(name), what, remedy));
    }

    /** Ends in a problem as soon as it has given more bytes than allowed. */
    private final class Limited extends FilterInputStream {

        private long left = most;

        Limited(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
