package org.worthwhile.desktop.choice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.desktop.Typed;

/** Reads amounts of money as people type them: {@code £2m}, {@code 2 million}, {@code 2,000,000}, {@code 500k}. */
final class MoneyParser {

    private static final Pattern SCALED =
            Pattern.compile("(.*\\d)\\s*(k|thousand|m|mn|million|bn|billion)", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Double> SCALES =
            Map.of("k", 1e3, "thousand", 1e3, "m", 1e6, "mn", 1e6, "million", 1e6, "bn", 1e9, "billion", 1e9);

    private MoneyParser() {}

    /** The amount in single units of money; empty where the text is none. */
    static Optional<Double> amount(String text) {
        if (text.contains("%")) {
            return Optional.empty();
        }
        Matcher scaled = SCALED.matcher(text.strip());
        return scaled.matches()
                ? Typed.number(scaled.group(1))
                        .map(number ->
                                number * SCALES.getOrDefault(scaled.group(2).toLowerCase(Locale.ROOT), 1.0))
                        .filter(Double::isFinite)
                : Typed.number(text);
    }
}
