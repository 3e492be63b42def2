package org.worthwhile.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Writes a file wholly or not at all: under a temporary name beside it, then moved into its place. */
public final class WholeFile {

    /** Writes the contents of a file. */
    @FunctionalInterface
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file, making its folder where need be. What stood there before stays until the new contents are whole.
     *
     * @throws InvalidInput if the file cannot be written
     */
    public static void write(Path file, Contents contents) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, ".worthwhile-", ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                contents.writeTo(out);
            }
            move(temporary, target);
        } catch (IOException unwritable) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()),
                    "cannot be written (" + unwritable.getClass().getSimpleName() + ")",
                    "check the folder, its permissions and the space on the disk"));
        } finally {
            discard(temporary);
        }
    }

    /** Writes a text in UTF-8. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(@org.jspecify.annotations.Nullable Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException leftBehind) {
                temporary.toFile().deleteOnExit();
            }
        }
    }
}
