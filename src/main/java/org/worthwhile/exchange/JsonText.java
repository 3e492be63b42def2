package org.worthwhile.exchange;

import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON, laid out for people to read and the same on every system. */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final ObjectWriter LAID_OUT = MAPPER.writer()
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private JsonText() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A number, whole where it is whole. */
    public static JsonNode number(double number) {
        if (number == (int) number) {
            return MAPPER.getNodeFactory().numberNode((int) number);
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? MAPPER.getNodeFactory().numberNode((long) number)
                : MAPPER.getNodeFactory().numberNode(number);
    }

    /** The value of a number as it was read; infinite where it is a whole number beyond all that a double holds. */
    static double doubleOf(JsonNode number) {
        return number.isBigInteger() ? number.bigIntegerValue().doubleValue() : number.doubleValue();
    }

    /** True or false. */
    public static JsonNode flag(boolean flag) {
        return MAPPER.getNodeFactory().booleanNode(flag);
    }

    /** A text. */
    public static JsonNode string(String text) {
        return MAPPER.getNodeFactory().stringNode(text);
    }

    /**
     * Reads a text that this program wrote.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /**
     * Reads a file, JSON or YAML by its name.
     *
     * @throws org.worthwhile.problem.InvalidInput if it cannot be read
     */
    public static JsonNode read(Path file) {
        return SourceText.read(file).tree();
    }

    /** On one line. */
    public static String compact(JsonNode tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new FiniteNumbers(MAPPER.createGenerator(text))) {
            MAPPER.writeTree(json, tree);
        }
        return text.toString();
    }

    /** A constant's name in a file: {@code do-minimum} for {@code DO_MINIMUM}. */
    public static String nameOf(Enum<?> constant) {
        return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Laid out. */
    public static String of(JsonNode tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new FiniteNumbers(LAID_OUT.createGenerator(text))) {
            write(json, tree);
        }
        return text + "\n";
    }

    /** What writes JSON, laid out and in UTF-8, part by part; closing it leaves the stream open. */
    public static JsonGenerator generator(OutputStream out) {
        return new FiniteNumbers(LAID_OUT.createGenerator(out));
    }

    /** Writes a value of a field or of an array. */
    public static void write(JsonGenerator json, JsonNode tree) {
        MAPPER.writeTree(json, tree);
    }
}
