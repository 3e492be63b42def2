package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A JSON or YAML text that knows where each of its values stands.
 *
 * @param name what the reader knows it by, usually a file's path
 * @param tree what it says
 * @param places the place of each value, by JSON pointer
 */
record SourceText(String name, JsonNode tree, Function<String, Place> places) {

    /** Far above any proposal or pack, far below what would exhaust memory. */
    static final long LARGEST_FILE = 64L << 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads a file; one whose name ends in {@code .yaml} or {@code .yml} as YAML, any other as JSON. */
    static SourceText read(Path file) {
        String name = file.toString();
        return parse(name, WholeText.of(name, WholeText.bytes(file, name, LARGEST_FILE)));
    }

    static SourceText parse(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
        ObjectMapper mapper = yaml ? YAML : JSON;
        try {
            JsonNode tree = mapper.readTree(text);
            if (tree.isMissingNode() || tree.isNull()) {
                throw unusable(name, "is empty", "check that it is the file you meant");
            }
            Map<String, Integer> lines = lines(mapper, text);
            return new SourceText(name, tree, pointer -> place(name, pointer, lines));
        } catch (JacksonException malformed) {
            TokenStreamLocation location = malformed.getLocation();
            int line = location == null ? 0 : Math.max(0, location.getLineNr());
            throw new InvalidInput(new Problem(
                    new Place(name, "", line),
                    (yaml ? "is not well-formed YAML: " : "is not well-formed JSON: ")
                            + firstLine(malformed.getOriginalMessage()),
                    "mend the text there"));
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

    private static Map<String, Integer> lines(ObjectMapper mapper, String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd() && token != JsonToken.PROPERTY_NAME) {
                    lines.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be parsed").strip();
    }

    private static InvalidInput unusable(String name, String what, String remedy) {
        return new InvalidInput(new Problem(Place.of(name), what, remedy));
    }
}
