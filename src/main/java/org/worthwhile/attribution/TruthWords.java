package org.worthwhile.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Words of a column that stand for 1 and 0.
 *
 * @param one as the data write it
 * @param zero likewise
 */
public record TruthWords(String one, String zero) {

    /** Words for 0 by the word for 1. */
    private static final Map<String, List<String>> PAIRS = Map.of(
            "true", List.of("false"),
            "t", List.of("f"),
            "yes", List.of("no"),
            "y", List.of("n"),
            "treated", List.of("control", "untreated", "not treated", "comparison"),
            "treatment", List.of("control", "comparison"),
            "intervention", List.of("control", "comparison"));

    /** The words, if the different texts of a column are one of the pairs. */
    public static Optional<TruthWords> of(List<String> texts) {
        if (texts.size() != 2) {
            return Optional.empty();
        }
        for (int first = 0; first < 2; first++) {
            String one = texts.get(first);
            String zero = texts.get(1 - first);
            if (PAIRS.getOrDefault(lower(one), List.of()).contains(lower(zero))) {
                return Optional.of(new TruthWords(one, zero));
            }
        }
        return Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    double value(String text) {
        return text.equals(one) ? 1 : 0;
    }
}
