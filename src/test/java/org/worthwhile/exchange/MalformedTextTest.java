package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;

/** Texts that are no proposals or packs are told as such in plain words. */
class MalformedTextTest {

    private static final Path MODELS = Path.of("models");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void numbersThatCannotBeHeldAreProblemsWhereTheyStand() {
        assertThat(problems("p.json", proposal("1e999"))).contains("/years: 1e999 is too large a number");
        assertThat(problems("p.json", proposal("1e999999999"))).contains("/years: 1e999999999 is too large a number");
        assertThat(problems("p.json", proposal("1" + "0".repeat(400)))).contains("is too large a number");
        assertThat(problems("p.json", proposal("-1" + "0".repeat(400)))).contains("is too large a number");
        assertThat(problems("p.json", proposal("1e-400")))
                .contains("/years: 1e-400 is too small a number to tell from 0");
        assertThat(problems("p.json", proposal("\"NaN\""))).contains("/years: is the text 'NaN'; write a whole number");
        assertThat(problems("p.json", proposal("NaN"))).contains("'NaN' is no number; write the number that is meant");
        assertThat(problems("p.yaml", "years: .inf\n")).contains("/years: .inf is no number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            p.yaml | id: a\\n---\\nid: b      | is not well-formed YAML: goes on after its end
            p.yaml | id: a\\n...\\nb          | is not well-formed YAML: goes on after its end
            p.yaml | id: [a                   | ends before it is complete
            p.yaml | id: a\\nid: b            | Duplicate field 'id'
            p.yaml | id: a: b                 | a colon stands within a text
            p.yaml | \\tid: a                 | a line begins with a tab
            p.yaml | id: &x a\\ntitle: *x     | '*x' stands for another part of the file
            p.json | {} {}                    | is not well-formed JSON: goes on after its end
            p.json | {"id": "a"               | ends before it is complete
            p.json | {"id": tru}              | 'tru' is no value
            p.json | {"id": "a",}             | a field's name is missing or not in quotation marks
            p.json | {"id" "a"}               | a colon is missing after a field's name
            p.json | // note\\n{}             | holds a comment
            """)
    void malformedTextIsToldInPlainWords(String name, String text, String expected) {
        assertThat(problems(name, text.replace("\\n", "\n").replace("\\t", "\t")))
                .contains(expected);
    }

    @Test
    void whatIsNestedOrNamedBeyondAllMeasureIsToldInPlainWords() {
        assertThat(problems("p.json", "[".repeat(5000))).contains("is nested too deep");
        assertThat(problems("p.yaml", "[".repeat(5000))).contains("is nested too deep");
        assertThat(problems("p.json", "{\"" + "x".repeat(60_000) + "\": 1}"))
                .contains("a field's name that is too long");
        assertThat(problems("p.json", "{\"a\": 1" + "0".repeat(1200) + "}")).contains("a number of too many digits");
    }

    @Test
    void aWrongNameInAPackWhoseRuleIsInAnotherSchemaIsToldWithItsForm() throws IOException {
        Path own = Files.createDirectories(folder.resolve("prices"));
        Files.writeString(own.resolve("mine.json"), """
                {"format": "worthwhile-price-index/1", "id": "mine", "title": "Mine", "firstYear": "2025/26",
                 "growth": {"next year": 0.02}, "provisional": false,
                 "source": {"document": "d", "publisher": "p", "date": "2026", "licence": "l", "verified": true}}""");
        assertThat(PackReader.read(MODELS, Optional.of(folder))
                        .unusable()
                        .getFirst()
                        .problems())
                .extracting(Problem::what, Problem::remedy)
                .containsExactly(
                        tuple("the name 'next year' does not belong here", "write a financial year such as 2026/27"));
    }

    @Test
    void onlyTheFirstFiftyProblemsAreListedAndTheRestAreCounted() {
        String fields =
                IntStream.range(0, 100_000).mapToObj(i -> "\"x" + i + "\": 1").collect(Collectors.joining(", "));
        InvalidInput invalid = catchThrowableOfType(
                InvalidInput.class, () -> new ProposalReader(MODELS).parse("p.json", "{" + fields + "}"));
        assertThat(invalid.sentences()).hasSize(51);
        assertThat(invalid.sentences().getLast()).isEqualTo("and 99,955 more problems");
        assertThat(String.valueOf(invalid.getMessage()).lines()).hasSize(51);
    }

    private static String proposal(String years) {
        return """
                {"format": "worthwhile-proposal/1", "id": "p", "title": "P", "options": [{"id": "a", "title": "A", "role": "preferred"}],
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": %s}}""".replace("%s", years);
    }

    private static String problems(String name, String text) {
        InvalidInput invalid =
                catchThrowableOfType(InvalidInput.class, () -> new ProposalReader(MODELS).parse(name, text));
        return String.valueOf(invalid.getMessage());
    }
}
