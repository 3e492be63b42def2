package org.worthwhile.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * Writes a file wholly or not at all: under a temporary name beside it, made safe on the disk, then moved into its place. A new
 * file may be read by whom the user's settings say; one that is replaced keeps its permissions.
 */
public final class AtomicFile {

    /** Writes the contents of a file. */
    @FunctionalInterface
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file, making its folder where need be. What stood there before stays until the new contents are whole.
     *
     * @throws InvalidInput if the file cannot be written
     */
    public static void write(Path file, Contents contents) {
        write(file, contents, UnaryOperator.identity());
    }

    /** Writes a text in UTF-8. */
    public static void write(Path file, String text) {
        write(file, text(text));
    }

    /** The contents of a file of text, in UTF-8. */
    static Contents text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param disk what stands between the contents and the file, by which tests have a disk that fails */
    static void write(Path file, Contents contents, UnaryOperator<OutputStream> disk) {
        try (StagedFile staged = stage(file, contents, disk)) {
            staged.commit();
        }
    }

    /** Writes the contents beside a file without yet putting them in its place. */
    static StagedFile stage(Path file, Contents contents, UnaryOperator<OutputStream> disk) {
        requirePossible(file);
        StagedFile staged = StagedFile.beside(file);
        try {
            staged.fill(contents, disk);
            return staged;
        } catch (RuntimeException | Error failed) {
            staged.close();
            throw failed;
        }
    }

    private static void requirePossible(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()),
                    "cannot be written: "
                            + (Files.isDirectory(file) ? "a folder has this name" : "it is no ordinary file"),
                    "choose another name"));
        }
        if (FileNames.isReserved(FileNames.last(file))) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()),
                    "cannot be written: Windows has no files of this name",
                    "choose another name"));
        }
    }
}
