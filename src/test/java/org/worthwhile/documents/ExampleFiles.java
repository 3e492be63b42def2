package org.worthwhile.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The examples of a page as files. */
final class ExampleFiles {

    private ExampleFiles() {}

    /** Writes every block of the page that names a file, and returns the files in order. */
    static List<Path> write(MarkdownPage page, Path folder) {
        return page.fences().stream()
                .filter(block -> !block.file().isEmpty())
                .map(block -> write(folder.resolve(block.file()), block.text()))
                .toList();
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
