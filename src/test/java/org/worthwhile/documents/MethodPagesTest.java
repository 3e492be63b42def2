package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.options.DesignOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures and the tables of options of docs/method are those of the program. */
class MethodPagesTest {

    private static final Path FOLDER = Path.of("docs", "method");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode SCHEMA = JSON.readTree(Path.of("models", "schema", "study.schema.json"));

    static Stream<MarkdownPage> pagesWithExamples() {
        return MarkdownPage.in(FOLDER).stream()
                .filter(page -> page.table("figure").isPresent());
    }

    @ParameterizedTest
    @MethodSource("pagesWithExamples")
    void theFiguresOfTheWorkedExampleAreThoseOfTheProgram(MarkdownPage page, @TempDir Path folder) throws IOException {
        JsonNode result = JSON.readTree(WorkedExample.in(ExampleFiles.write(page, folder)));
        for (List<String> row : page.table("figure").orElseThrow().rows()) {
            BigDecimal shown = new BigDecimal(row.get(2));
            assertThat(number(result, row.get(1)))
                    .as("%s %s", page.file(), row)
                    .isCloseTo(shown.doubleValue(), within(half(shown)));
        }
    }

    @Test
    void simulatedFiguresAreWithinFourStandardErrorsOfThoseWorkedOutByHand(@TempDir Path folder) throws IOException {
        MarkdownPage page = MarkdownPage.read(FOLDER.resolve("uncertainty.md"));
        JsonNode result = JSON.readTree(WorkedExample.in(ExampleFiles.write(page, folder)));
        MarkdownPage.Table table = page.table("figure").orElseThrow();
        assertThat(table.headings()).endsWith("by hand", "standard error");
        for (List<String> row : table.rows()) {
            double off = row.get(4).equals("exact") ? 1e-9 : 4 * number(result, row.get(4));
            assertThat(number(result, row.get(1)))
                    .as(row.getFirst())
                    .isCloseTo(Double.parseDouble(row.get(3)), within(off));
        }
    }

    private static double number(JsonNode result, String place) {
        JsonNode found = result.at(place.replace("`", ""));
        assertThat(found.isNumber()).as(place).isTrue();
        return found.asDouble();
    }

    /** Half of the last digit shown; of whole numbers what arithmetic may be off by. */
    private static double half(BigDecimal shown) {
        return shown.scale() <= 0 ? 1e-9 : 0.5 * Math.pow(10, -shown.scale());
    }

    @ParameterizedTest
    @EnumSource
    void theOptionsAreThoseOfTheSchema(Design design) {
        String name = DesignOptions.name(design);
        StringBuilder table = new StringBuilder("| option | values | default | meaning |\n| --- | --- | --- | --- |\n");
        String options = SCHEMA.get("allOf")
                .valueStream()
                .filter(rule ->
                        rule.at("/if/properties/design/const").asString().equals(name))
                .map(rule -> rule.at("/then/properties/options/$ref").asString().substring(1))
                .findFirst()
                .orElseThrow();
        SCHEMA.at(options)
                .get("properties")
                .propertyStream()
                .forEach(option -> table.append("| `")
                        .append(option.getKey())
                        .append("` | ")
                        .append(values(option.getValue()))
                        .append(" | ")
                        .append(text(attribute(option.getValue(), "default")))
                        .append(" | ")
                        .append(text(attribute(option.getValue(), "description")))
                        .append(" |\n"));
        new WrittenPart(FOLDER.resolve(name + ".md"), "options").require(table.toString(), MethodPagesTest.class);
    }

    private static String values(JsonNode option) {
        JsonNode choices = attribute(option, "enum");
        return choices.isMissingNode()
                ? text(attribute(option, "type"))
                : String.join(
                        ", ", choices.valueStream().map(JsonNode::asString).toList());
    }

    private static String text(JsonNode node) {
        return node.isMissingNode()
                ? ""
                : node.isArray()
                        ? String.join(
                                " or ",
                                node.valueStream().map(JsonNode::asString).toList())
                        : node.asString();
    }

    /** Of the option itself or of what it refers to. */
    private static JsonNode attribute(JsonNode option, String name) {
        return option.has(name) || !option.has("$ref")
                ? option.path(name)
                : attribute(SCHEMA.at(option.get("$ref").asString().substring(1)), name);
    }

    @Test
    void everyPageIsInTheList() throws IOException {
        try (Stream<Path> pages = Files.list(FOLDER)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(page -> !page.equals("README.md")))
                    .isSubsetOf(MarkdownPage.read(FOLDER.resolve("README.md")).links());
        }
    }
}
