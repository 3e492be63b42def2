package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide speaks of the client as it is. */
class GuidePagesTest {

    private static final Path FOLDER = Path.of("docs", "guide");
    private static final Path WORDS = Path.of("src/main/resources/org/worthwhile/desktop/words.properties");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([^)]+)\\)");
    private static final Pattern INPUT = Pattern.compile("(?:sample-data|models)[\\w./-]*");
    private static final long MOST_BYTES = 60_000;

    static List<MarkdownPage> pages() {
        return MarkdownPage.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLabelInBoldIsOneOfTheScreens(MarkdownPage page) throws IOException {
        assertThat(labels())
                .containsAll(BOLD.matcher(page.text())
                        .results()
                        .map(found -> onOneLine(found.group(1)))
                        .toList());
    }

    private static Set<String> labels() throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(WORDS)) {
            words.load(reader);
        }
        return words.values().stream().map(word -> onOneLine(word.toString())).collect(Collectors.toSet());
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyInputOfTheCommandsShownIsThere(MarkdownPage page) {
        assertThat(page.codeLines()
                        .flatMap(line -> INPUT.matcher(line).results().map(found -> found.group())))
                .allSatisfy(name -> assertThat(Path.of(name)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPictureIsThereSaysWhatItShowsAndIsSmall(MarkdownPage page) {
        assertThat(PICTURE.matcher(page.text()).results()).allSatisfy(found -> {
            assertThat(found.group(1)).hasSizeGreaterThan(20);
            assertThat(Files.size(FOLDER.resolve(found.group(2)))).isLessThan(MOST_BYTES);
        });
    }

    @Test
    void everyPictureIsShownSomewhere() throws IOException {
        List<String> shown =
                pages().stream().flatMap(page -> page.links().stream()).toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".png")))
                    .isSubsetOf(shown);
        }
    }
}
