package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;

/** Holds problems against words that only a programmer knows. */
public final class PlainWords {

    private static final Pattern JAVA = Pattern.compile(
            "Exception|\\bError\\b|\\bjava[x.]|jackson|fasterxml|networknt|snakeyaml|org\\.\\w|tools\\.\\w|\\bcom\\.\\w"
                    + "|Feature|Constraints|JsonToken|JsonNode|ObjectNode|\\bnull\\b|Optional\\[|StreamRead|REDACTED"
                    + "|getMax|\\w+\\$\\w+|@[0-9a-f]{6,}|OutOfMemory|index \\d+ out of bounds|JSON Pointer");

    private PlainWords() {}

    /** The sentence without what it quotes from the file. */
    private static String own(Problem problem) {
        return (problem.what() + "; " + problem.remedy()).replaceAll("'[^']*'", "''");
    }

    /** Holds a sentence against them, without what it quotes. */
    public static void require(String sentence) {
        assertThat(JAVA.matcher(sentence.replaceAll("'[^']*'", "''")).find())
                .as(sentence)
                .isFalse();
    }

    public static void require(InvalidInput invalid) {
        for (Problem problem : invalid.problems()) {
            assertThat(problem.what()).isNotBlank();
            assertThat(problem.remedy()).isNotBlank();
            assertThat(JAVA.matcher(own(problem)).find()).as(problem.sentence()).isFalse();
        }
    }
}
