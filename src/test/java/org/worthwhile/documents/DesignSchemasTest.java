package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.worthwhile.documents.WrittenPart.WRITING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.options.DesignOptions;

/**
 * What the schemas of studies and of results publish about designs is what stands beside the class of each design, in a file that is
 * called after it. Run with {@code -Dworthwhile.documents=write} it is written into them.
 */
class DesignSchemasTest {

    private static final Path SCHEMAS = Path.of("models", "schema");
    private static final Path ROOMS = Path.of("src", "main", "java", "org", "worthwhile", "attribution");
    private static final Pattern DEFINITIONS = Pattern.compile("(  \"\\$defs\": \\{\n)(.*?)(\n  })", Pattern.DOTALL);
    private static final Pattern DEFINITION =
            Pattern.compile("^    \"(\\w+)\": .*?(?=,?\n    \"|,?\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void theSchemaOfStudiesHasTheOptionsOfEveryDesign() throws IOException {
        String rules = Arrays.stream(Design.values())
                .map(DesignSchemasTest::rule)
                .collect(Collectors.joining(",\n", "\"allOf\": [\n", "\n  ]"));
        Path file = SCHEMAS.resolve("study.schema.json");
        String published = withDefinitions(Files.readString(file), "options");
        require(file, part(published, "\"allOf\": \\[\n.*?\n  ]", rules));
    }

    @Test
    void theSchemaOfResultsHasTheDetailsOfEveryDesign() throws IOException {
        String kinds = definitions("details").keySet().stream()
                .map(name -> "        {\"$ref\": \"#/$defs/" + name + "\"}")
                .collect(Collectors.joining(",\n", "\"anyOf\": [\n", "\n      ]"));
        Path file = SCHEMAS.resolve("attribution-result.schema.json");
        String published = withDefinitions(Files.readString(file), "details");
        require(
                file,
                part(published, "\"anyOf\": \\[\n +\\{\"\\$ref\": \"#/\\$defs/\\w+Details\"}.*?\n      ]", kinds));
    }

    private static void require(Path file, String expected) throws IOException {
        String designs = Arrays.stream(Design.values())
                .map(design -> '"' + DesignOptions.name(design) + '"')
                .collect(Collectors.joining(", ", "\"design\": {\"enum\": [", "]}"));
        String whole = part(expected, "\"design\": \\{\\s*\"enum\": \\[[^]]*]\\s*}", designs);
        if (WRITING) {
            Files.writeString(file, whole);
        }
        assertThat(Files.readString(file))
                .as("%s; to write it anew: mvn test -Dtest=DesignSchemasTest -Dworthwhile.documents=write", file)
                .isEqualTo(whole);
    }

    private static String rule(Design design) {
        String name = DesignOptions.name(design);
        return """
                    {
                      "if": {"properties": {"design": {"const": "%s"}}},
                      "then": {"properties": {"options": {"$ref": "#/$defs/%s"}}}
                    }""".formatted(
                name, definitions(design, "options").keySet().iterator().next()).indent(4).stripTrailing();
    }

    /** The text with what designs define after all else that it defines. */
    private static String withDefinitions(String text, String part) {
        Matcher found = DEFINITIONS.matcher(text);
        assertThat(found.find()).isTrue();
        Map<String, String> all = new LinkedHashMap<>(split(found.group(2)));
        Map<String, String> ofDesigns = definitions(part);
        all.keySet().removeAll(ofDesigns.keySet());
        all.putAll(ofDesigns);
        return text.substring(0, found.end(1)) + String.join(",\n", all.values()) + text.substring(found.start(3));
    }

    private static Map<String, String> definitions(String part) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.of(Design.values()).forEach(design -> all.putAll(definitions(design, part)));
        return all;
    }

    /** What a design defines for one of the two schemas, by name. */
    private static Map<String, String> definitions(Design design, String part) {
        try (Stream<Path> files = Files.walk(ROOMS)) {
            Path own = files.filter(file -> file.endsWith(DesignOptions.name(design) + ".schema.json"))
                    .findFirst()
                    .orElseThrow();
            Matcher found = Pattern.compile("  \"" + part + "\": \\{\n(.*?)\n  }", Pattern.DOTALL)
                    .matcher(Files.readString(own));
            assertThat(found.find()).as("%s has %s", own, part).isTrue();
            return split(found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> split(String definitions) {
        Map<String, String> byName = new LinkedHashMap<>();
        DEFINITION.matcher(definitions).results().forEach(each -> byName.put(each.group(1), each.group()));
        return byName;
    }

    private static String part(String text, String pattern, String replacement) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return text.substring(0, found.start()) + replacement + text.substring(found.end());
    }
}
