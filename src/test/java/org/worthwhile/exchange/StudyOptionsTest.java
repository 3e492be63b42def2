package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.options.DesignOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the schema says of a design's options is what the program does with them. */
class StudyOptionsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode SCHEMA = JSON.readTree(Path.of("models", "schema", "study.schema.json"));

    /** Options of old files that have no meaning left, and are accepted for their sake. */
    private static final Map<Design, List<String>> WITHOUT_MEANING =
            Map.of(Design.OBSERVATIONAL, List.of("draws", "seed"));

    @ParameterizedTest
    @EnumSource
    void theDefaultsThatTheSchemaStatesAreThoseOfTheProgram(Design design) {
        ObjectNode stated = JSON.createObjectNode();
        properties(design).forEach(option -> {
            JsonNode value = attribute(option.getValue(), "default");
            if (!value.isMissingNode()) {
                stated.set(option.getKey(), value);
            }
        });
        assertThat(stated.size()).isPositive();
        assertThat(read(design, stated)).isEqualTo(read(design, JSON.createObjectNode()));
    }

    @ParameterizedTest
    @EnumSource
    void everyOptionOfTheSchemaHasAMeaning(Design design) {
        properties(design)
                .filter(option ->
                        !WITHOUT_MEANING.getOrDefault(design, List.of()).contains(option.getKey()))
                .forEach(option -> assertThat(read(design, another(option.getKey(), option.getValue())))
                        .as(option.getKey())
                        .isNotEqualTo(read(design, JSON.createObjectNode())));
    }

    private static DesignOptions read(Design design, JsonNode options) {
        return DesignOptionsReader.read(design, options);
    }

    private static Stream<Map.Entry<String, JsonNode>> properties(Design design) {
        String name = JsonText.nameOf(design);
        String definition = SCHEMA.get("allOf")
                .valueStream()
                .filter(rule ->
                        rule.at("/if/properties/design/const").asString().equals(name))
                .map(rule -> rule.at("/then/properties/options/$ref").asString())
                .findFirst()
                .orElseThrow();
        return SCHEMA.at(definition.substring(1)).get("properties").propertyStream();
    }

    /** Of the property itself or of what it refers to. */
    private static JsonNode attribute(JsonNode property, String name) {
        return property.has(name)
                ? property.get(name)
                : property.has("$ref")
                        ? attribute(SCHEMA.at(property.get("$ref").asString().substring(1)), name)
                        : property.path(name);
    }

    /** The option with a value that is not its default. */
    private static ObjectNode another(String name, JsonNode property) {
        ObjectNode options = JSON.createObjectNode();
        JsonNode choices = attribute(property, "enum");
        JsonNode otherwise = attribute(property, "default");
        if (!choices.isMissingNode()) {
            return options.set(
                    name,
                    choices.valueStream()
                            .filter(choice -> !choice.equals(otherwise))
                            .findFirst()
                            .orElseThrow());
        }
        String type = property.has("anyOf")
                ? property.at("/anyOf/0/type").asString()
                : attribute(property, "type").isArray()
                        ? attribute(property, "type").get(0).asString()
                        : attribute(property, "type").asString();
        return switch (type) {
            case "boolean" -> options.put(name, !otherwise.asBoolean(false));
            case "integer" -> options.put(name, otherwise.asInt(50) + 1);
            case "number" -> options.put(name, 0.7);
            case "string" -> options.put(name, "something");
            case "array" ->
                options.set(
                        name,
                        JSON.createArrayNode()
                                .add(another(name, attribute(property, "items")).get(name)));
            default -> throw new IllegalArgumentException(type);
        };
    }
}
