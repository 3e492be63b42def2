package org.worthwhile.desktop.editor;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.desktop.NumberParser;
import org.worthwhile.desktop.Words;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.report.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Values as they are written on the screen and read from it. What cannot be read is kept as the text it is, so that nothing
 * typed is lost and the reader of the format says what is wrong with it.
 */
final class Entry {

    private static final String TICK = "✓";
    private static final Set<String> YES = Set.of("true", "yes", "y", "x", "1", TICK, "✔");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private Entry() {}

    private static String tick(boolean isSet) {
        return isSet ? TICK : "";
    }

    /** A value as it is written. */
    static String text(JsonNode node, Field.Input input) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return switch (input) {
            case SHARE ->
                figure(node).isNumber()
                        ? percent(figure(node).asDouble())
                        : figure(node).asString("");
            case NUMBER, COUNT, MONEY -> plainOrNumber(figure(node));
            case ESTIMATE ->
                node.isNumber() ? Wording.here().brief(BigDecimal.valueOf(node.asDouble())) : node.asString("");
            case FLAG -> node.isBoolean() ? tick(node.booleanValue()) : node.asString("");
            case NOT -> node.isBoolean() ? tick(!node.booleanValue()) : node.asString("");
            case WORDS -> node.valueStream().map(word -> word.asString("")).collect(Collectors.joining("; "));
            case SHARES -> joined(node, Field.Input.SHARE);
            case NUMBERS, AMOUNTS -> joined(node, Field.Input.NUMBER);
            case AMOUNT -> amount(node);
            case EFFECT -> effect(node);
            case WORTH -> worth(node);
            case TEXT, LONG_TEXT, YEAR, CHOICE, FIXED -> node.isNumber() ? number(node) : node.asString("");
        };
    }

    private static String joined(JsonNode list, Field.Input input) {
        return list.valueStream().map(entry -> text(entry, input)).collect(Collectors.joining("; "));
    }

    /**
     * What was typed as a value; nothing when it is blank.
     *
     * @param currency of the proposal, by its code; blank where it has none yet
     */
    static Optional<JsonNode> value(String text, Field.Input input, String currency) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (input) {
                    case NUMBER, ESTIMATE, COUNT, MONEY, SHARE, AMOUNT, WORTH ->
                        NumberEntry.json(stripped, input, currency);
                    case EFFECT -> withError(stripped).orElseGet(() -> NumberEntry.json(stripped, input, currency));
                    case CHOICE -> choice(stripped);
                    case FLAG -> flag(stripped, true);
                    case NOT -> flag(stripped, false);
                    case WORDS -> list(stripped, JsonText::string);
                    case SHARES -> list(stripped, entry -> NumberEntry.json(entry, Field.Input.SHARE, currency));
                    case NUMBERS -> list(stripped, entry -> NumberEntry.json(entry, Field.Input.NUMBER, currency));
                    case AMOUNTS -> list(stripped, entry -> NumberEntry.json(entry, Field.Input.MONEY, currency));
                    case TEXT, LONG_TEXT, YEAR, FIXED -> JsonText.string(text);
                });
    }

    /** How what was typed will be written. */
    static String written(String text, Field.Input input, String currency) {
        return value(text, input, currency).map(value -> text(value, input)).orElse("");
    }

    /** @param yes what a tick stands for */
    private static JsonNode flag(String text, boolean yes) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word)
                ? JsonText.flag(yes)
                : NO.contains(word) ? JsonText.flag(!yes) : JsonText.string(text);
    }

    private static JsonNode list(String text, Function<String, JsonNode> entry) {
        ArrayNode list = JsonText.object().putArray("list");
        Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(entry)
                .forEach(list::add);
        return list;
    }

    /**
     * The name of an evidence record or a unit value, and what it is multiplied by where that is not 1.
     *
     * @param name in the library or the file
     */
    record Named(String name, Optional<JsonNode> factor) {}

    /** Reads a name such as {@code falls-programme × -0.001}. */
    static Named named(String text) {
        String[] parts = text.strip().split("\\s*[×*]\\s*", 2);
        Optional<JsonNode> factor = parts.length == 2 ? number(parts[1]) : Optional.empty();
        return factor.isPresent() ? new Named(parts[0], factor) : new Named(text.strip(), Optional.empty());
    }

    /** Reads a value with its standard error, such as {@code 0.8 ± 0.2}. */
    private static Optional<JsonNode> withError(String text) {
        String[] parts = text.split("±|\\+/-", 2);
        return parts.length < 2
                ? Optional.empty()
                : number(parts[0])
                        .flatMap(value -> number(parts[1])
                                .map(error ->
                                        JsonText.object().set("value", value).set("standardError", error)));
    }

    static Optional<JsonNode> number(String text) {
        return NumberParser.number(text).map(JsonText::number);
    }

    private static JsonNode choice(String text) {
        return text.matches("-?\\d{1,2}") ? JsonText.number(Integer.parseInt(text)) : JsonText.string(text);
    }

    /** The number of a figure, which may have an uncertainty beside it; a parameter and its factor in words. */
    static JsonNode figure(JsonNode node) {
        if (isShared(node)) {
            return JsonText.string(named(node, "parameter", "times"));
        }
        return node.isObject() ? node.path("value") : node;
    }

    /** Whether a figure is a parameter's value times a factor. */
    static boolean isShared(JsonNode node) {
        return node.path("parameter").isString();
    }

    private static String named(JsonNode node, String name, String factor) {
        double times = node.path(factor).asDouble(1);
        return node.path(name).asString("") + (times == 1 ? "" : " × " + number(JsonText.number(times)));
    }

    private static String plainOrNumber(JsonNode node) {
        return node.isNumber() ? number(node) : node.asString("");
    }

    private static String number(JsonNode node) {
        BigDecimal number = BigDecimal.valueOf(node.asDouble()).stripTrailingZeros();
        return Wording.here().exact(number);
    }

    static String percent(double share) {
        return number(JsonText.number(
                        BigDecimal.valueOf(share).movePointRight(2).doubleValue())) + "%";
    }

    private static String amount(JsonNode amount) {
        if (amount.path("schedule").valueStream().anyMatch(Entry::isShared)) {
            return Words.of("edit.byYearTotal", "…");
        }
        if (amount.has("schedule")) {
            double total = amount.get("schedule")
                    .valueStream()
                    .mapToDouble(year -> figure(year).asDouble(0))
                    .sum();
            return Words.of("edit.byYearTotal", number(JsonText.number(total)));
        }
        return plainOrNumber(figure(amount.path("annual")));
    }

    private static String effect(JsonNode effect) {
        if (effect.has("evidence")) {
            return named(effect, "evidence", "scale");
        }
        String value = plainOrNumber(figure(effect));
        return effect.has("standardError") ? value + " ± " + number(effect.get("standardError")) : value;
    }

    private static String worth(JsonNode worth) {
        if (worth.has("unitValue")) {
            return named(worth, "unitValue", "factor");
        }
        return plainOrNumber(figure(worth.path("amount")));
    }
}
