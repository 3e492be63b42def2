package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page that is written from the code, between two comments that name it. A test compares it with what the code gives;
 * run with {@code -Dworthwhile.documents=write} it writes it.
 */
record WrittenPart(Path page, String name) {

    static final boolean WRITING = "write".equals(System.getProperty("worthwhile.documents"));

    /** Requires the part to be as given, or makes it so. */
    void require(String expected, Class<?> test) {
        String begin = "<!-- " + name + ": written by " + test.getSimpleName() + " -->\n";
        String end = "<!-- end of " + name + " -->";
        String text = MarkdownPage.read(page).text();
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(text).as("the page " + page).contains(begin).contains(end);
        if (WRITING) {
            write(text.substring(0, from) + expected + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as(
                        "%s of %s; to write it anew: mvn test -Dtest=%s -Dworthwhile.documents=write",
                        name, page, test.getSimpleName())
                .isEqualTo(expected);
    }

    private void write(String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
