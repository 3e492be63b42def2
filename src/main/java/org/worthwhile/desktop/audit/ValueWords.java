package org.worthwhile.desktop.audit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.worthwhile.desktop.Words;
import org.worthwhile.report.Wording;
import tools.jackson.databind.JsonNode;

/** A value of a document in words, of which the format's names are those of the screens. */
final class ValueWords {

    /** By which the program knows things, and not the analyst where there is a title. */
    private static final Set<String> NAMES = Set.of("id", "format");

    private ValueWords() {}

    /** Such as: “Classes”; Amount a year 36,000; From 2026/27. */
    static String of(JsonNode value) {
        if (value.isObject()) {
            return object(value);
        }
        return value.isArray()
                ? value.isEmpty()
                        ? Words.of("audit.nothing")
                        : value.valueStream().map(ValueWords::of).collect(Collectors.joining("; "))
                : plain(value);
    }

    private static String plain(JsonNode value) {
        if (value.isString()) {
            return "“" + value.asString() + "”";
        }
        return value.isNumber()
                ? Wording.here().exact(BigDecimal.valueOf(value.asDouble()))
                : value.isBoolean()
                        ? Words.of(value.booleanValue() ? "attribution.yes" : "attribution.no")
                        : Words.of("audit.nothing");
    }

    private static String object(JsonNode object) {
        String title = object.path("title").asString("");
        String parts = object.propertyStream()
                .filter(part -> !part.getKey().equals("title"))
                .filter(part -> title.isEmpty() || !NAMES.contains(part.getKey()))
                .map(part -> named(part.getKey(), part.getValue()))
                .collect(Collectors.joining("; "));
        return title.isEmpty() ? parts.isEmpty() ? Words.of("audit.nothing") : parts : titled(title, parts);
    }

    private static String titled(String title, String parts) {
        return "“" + title + "”" + (parts.isEmpty() ? "" : "; " + parts);
    }

    private static String named(String name, JsonNode value) {
        String word = Words.find("edit." + name)
                .or(() -> Words.find("input." + name))
                .orElseGet(() -> name.replaceAll("([a-z])([A-Z])", "$1 $2"));
        return word.toLowerCase(Locale.ROOT) + " "
                + (value.isString() ? value.asString() : value.isObject() ? "(" + of(value) + ")" : of(value));
    }
}
