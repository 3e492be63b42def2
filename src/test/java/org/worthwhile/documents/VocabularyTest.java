package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reads a word that docs/vocabulary.md says is not to be used. */
class VocabularyTest {

    private static final Path PAGE = Path.of("docs", "vocabulary.md");

    /** What comes in capitals is meant in capitals alone. */
    private static final List<Pattern> NOT_USED = MarkdownPage.read(PAGE).table("not").orElseThrow().rows().stream()
            .flatMap(row -> Stream.of(row.getFirst().split(", ")))
            .map(word -> Pattern.compile(
                    "(?<![\\w-])" + Pattern.quote(word).replace(" ", "\\E\\s+\\Q") + "(?![\\w-])",
                    word.equals(word.toUpperCase(Locale.ROOT)) || word.equals("NaN") ? 0 : Pattern.CASE_INSENSITIVE))
            .toList();

    private static List<String> notUsed(List<ShownText> texts) {
        return texts.stream()
                .flatMap(text -> NOT_USED.stream()
                        .flatMap(word -> word.matcher(text.text()).results())
                        .map(found -> text.place() + ": " + found.group()))
                .toList();
    }

    @Test
    void theScreensUseTheWordsOfTheVocabulary() throws IOException {
        assertThat(notUsed(ShownText.ofScreens())).isEmpty();
    }

    @Test
    void theSchemasUseTheWordsOfTheVocabulary() throws IOException {
        assertThat(notUsed(ShownText.ofSchemas())).isEmpty();
    }

    @Test
    void thePagesUseTheWordsOfTheVocabulary() {
        assertThat(notUsed(ShownText.ofPages().stream()
                        .filter(page -> !page.place().equals(PAGE.toString()))
                        .toList()))
                .isEmpty();
    }

    @Test
    void messagesReportsAndTheCommandLineUseTheWordsOfTheVocabulary() throws IOException {
        assertThat(notUsed(ShownText.ofLiterals())).isEmpty();
    }

    @Test
    void aWordThatIsNotToBeUsedIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Message.java"), """
                class Message {
                    // invalid in a comment
                    String one = "the year is " + "an Invalid year";
                    String key = "invalid";
                    String pattern = "(?i)invalid year .*";
                    String two = "the cost-benefit\\nratio is 2";
                }
                """);
        assertThat(notUsed(ShownText.literals(List.of(file))))
                .containsExactly("Message.java: Invalid", "Message.java: cost-benefit\nratio");
    }
}
