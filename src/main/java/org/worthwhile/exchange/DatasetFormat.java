package org.worthwhile.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * How the file of a dataset is written, as far as the analyst says so. What is not said is found from the file.
 *
 * @param decimal what separates decimals: a point or a comma
 * @param thousands what alone may separate thousands; an empty text where nothing does
 * @param separator what separates the values of a row
 * @param missing what stands for a missing value, blank cells apart, in columns of numbers and of texts
 * @param suppressed likewise for a value that was withheld
 */
public record DatasetFormat(
        Optional<Character> decimal,
        Optional<String> thousands,
        Optional<Character> separator,
        Optional<Charset> encoding,
        Optional<Set<String>> missing,
        Optional<Set<String>> suppressed) {

    /** Nothing is said. */
    public static final DatasetFormat DETECTED = new DatasetFormat(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_16,
            "windows-1252", Charset.forName("windows-1252"),
            "iso-8859-1", StandardCharsets.ISO_8859_1);

    public DatasetFormat {
        missing = missing.map(Set::copyOf);
        suppressed = suppressed.map(Set::copyOf);
    }

    /**
     * Reads the format that a study states.
     *
     * @param study the whole study; what does not fit its schema counts as not said
     * @param places of its parts, by JSON pointer
     * @throws InvalidInput if one sign is to separate both decimals and thousands, or both values and decimals
     */
    public static DatasetFormat of(JsonNode study, Function<String, Place> places) {
        JsonNode node = study.path("data").path("format");
        DatasetFormat format = new DatasetFormat(
                sign(node, "decimal"),
                Fields.optionalText(node, "thousands"),
                sign(node, "separator"),
                Optional.ofNullable(ENCODINGS.get(Fields.text(node, "encoding"))),
                marks(node, "missing"),
                marks(node, "suppressed"));
        format.requireDifferentSigns(places);
        return format;
    }

    private static Optional<Character> sign(JsonNode node, String field) {
        return Fields.optionalText(node, field)
                .filter(text -> text.length() == 1)
                .map(text -> text.charAt(0));
    }

    private static Optional<Set<String>> marks(JsonNode node, String field) {
        return node.has(field)
                ? Optional.of(node.get(field)
                        .valueStream()
                        .map(Fields::plain)
                        .map(String::strip)
                        .collect(Collectors.toCollection(TreeSet::new)))
                : Optional.empty();
    }

    private void requireDifferentSigns(Function<String, Place> places) {
        if (decimal.isPresent() && decimal.map(String::valueOf).equals(thousands)) {
            throw new InvalidInput(new Problem(
                    places.apply("/data/format/thousands"),
                    "'" + decimal.get() + "' cannot separate both decimals and thousands",
                    "say which of the two it separates"));
        }
    }

    /** What separates decimals, as far as it is said or follows from what separates thousands. */
    Optional<Character> knownDecimal() {
        return decimal.or(() -> thousands
                .filter(sign -> sign.equals(",") || sign.equals("."))
                .map(sign -> sign.equals(",") ? '.' : ','));
    }

    /** The marks of the format. */
    MissingMarks marks() {
        return missing.isEmpty() && suppressed.isEmpty() ? MissingMarks.USUAL : new MissingMarks(missing, suppressed);
    }
}
