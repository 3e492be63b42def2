package org.worthwhile.proposal;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how many an outcome is counted where its unit is a rate, as far as the words that an analyst writes tell it. */
public final class CountedPer {

    private static final Map<String, Double> WORDS = Map.of("hundred", 1e2, "thousand", 1e3, "million", 1e6);

    private static final Pattern BASE =
            Pattern.compile("(?:^|.*\\bper |.*\\bfor (?:each|every) |.*/ ?)(?:a |one )?(\\d{1,3}(?:[,"
                    + " ]\\d{3})+|\\d+|hundred|thousand|million)(?: (thousand|million))?\\b.*");
    private static final Pattern PERCENT =
            Pattern.compile("(?:%|(?:per cent|percent|percentage)(?: points?)?)(?:[ ,].*)?");

    private CountedPer() {}

    /**
     * The base of a rate, such as 1,000 of {@code per 1,000 people at risk} or 100 of {@code percentage points}.
     *
     * @return empty where the words tell none, or tell that it is one
     */
    public static OptionalDouble of(String words) {
        String unit = words.strip().toLowerCase(Locale.ROOT);
        if (PERCENT.matcher(unit).matches()) {
            return OptionalDouble.of(100);
        }
        Matcher base = BASE.matcher(unit);
        if (!base.matches()) {
            return OptionalDouble.empty();
        }
        String many = base.group(1);
        Double word = WORDS.get(many);
        double number = word != null ? word : Double.parseDouble(many.replaceAll("[, ]", ""));
        double size = number * (base.group(2) == null ? 1 : WORDS.getOrDefault(base.group(2), 1.0));
        return size > 1 ? OptionalDouble.of(size) : OptionalDouble.empty();
    }
}
