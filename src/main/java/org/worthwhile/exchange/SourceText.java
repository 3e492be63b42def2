package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A JSON or YAML text that knows where each of its values stands.
 *
 * @param name what the reader knows it by, usually a file's path
 * @param tree what it says
 * @param places the place of each value, by JSON pointer
 * @param unheld numbers as they are written that the tree does not hold, being too large or too small, by JSON pointer
 */
record SourceText(String name, JsonNode tree, Function<String, Place> places, Map<String, String> unheld) {

    /** Far above any proposal or pack, far below what would exhaust memory. */
    static final long LARGEST_FILE = 64L << 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** A tree whose numbers are all held. */
    SourceText(String name, JsonNode tree, Function<String, Place> places) {
        this(name, tree, places, Map.of());
    }

    /** Reads a file; one whose name ends in {@code .yaml} or {@code .yml} as YAML, any other as JSON. */
    static SourceText read(Path file) {
        String name = file.toString();
        return parse(name, new InputFile(file, LARGEST_FILE).text());
    }

    static SourceText parse(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
        ObjectMapper mapper = yaml ? Yaml.MAPPER : JSON;
        return InputFile.withinMemory(name, () -> {
            try {
                return parse(name, text, mapper);
            } catch (JacksonException malformed) {
                throw new InvalidInput(SyntaxProblem.of(name, yaml ? "YAML" : "JSON", malformed));
            }
        });
    }

    private static SourceText parse(String name, String text, ObjectMapper mapper) {
        JsonNode tree = mapper.readTree(text);
        if (tree.isMissingNode() || tree.isNull()) {
            throw InputFile.problem(name, "is empty", "check that it is the file you meant");
        }
        Map<String, Integer> lines = new HashMap<>();
        Map<String, String> unheld = new HashMap<>();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                requireNoAlias(name, parser);
                if (token.isStructEnd() || token == JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String pointer = parser.streamReadContext().pathAsPointer().toString();
                lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
                if (token.isNumeric() && DecimalText.parse(parser.getString()).isEmpty()) {
                    unheld.put(pointer, parser.getString());
                }
            }
        }
        return new SourceText(name, tree, pointer -> place(name, pointer, lines), unheld);
    }

    /** What stands for something elsewhere in a YAML file would be taken for a text of its own. */
    private static void requireNoAlias(String name, JsonParser parser) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new InvalidInput(new Problem(
                    new Place(name, "", parser.currentTokenLocation().getLineNr()),
                    "'*" + parser.getString() + "' stands for another part of the file, which is not supported",
                    "write out what is meant"));
        }
    }

    /** A tree that is not from a file; its values have places without lines. */
    static SourceText of(String name, JsonNode tree) {
        return new SourceText(name, tree, pointer -> new Place(name, pointer, 0));
    }

    /** The place of a value. */
    Place place(String pointer) {
        return places.apply(pointer);
    }

    /** The place of a value, on the line of the nearest value around it whose line is known. */
    private static Place place(String name, String pointer, Map<String, Integer> lines) {
        String known = pointer;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return new Place(name, pointer, lines.getOrDefault(known, 0));
    }

    /** Made when the first file is in YAML, as most are not. */
    private static final class Yaml {

        private static final ObjectMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .loadSettings(LoadSettings.builder()
                                .setCodePointLimit((int) LARGEST_FILE)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
