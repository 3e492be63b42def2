package org.worthwhile.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was probably meant to be. */
public final class Nearest {

    private Nearest() {}

    /** The known name with the fewest single-letter changes from {@code name}, when they are few enough to be a slip. */
    public static Optional<String> to(String name, Collection<String> known) {
        if (known.stream().allMatch(candidate -> name.length() - candidate.length() > most(candidate))) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(name, candidate) <= most(candidate));
    }

    /** The most changes that are still a slip. */
    private static int most(String candidate) {
        return Math.max(2, candidate.length() / 3);
    }

    /** A remedy: the nearest known name, or else the names there are. */
    public static String remedy(String name, Collection<String> known) {
        return to(name, known)
                .map(candidate -> "did you mean '" + candidate + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? "none is defined"
                        : "use one of "
                                + String.join(
                                        ", ", known.stream().sorted().limit(20).toList()));
    }

    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
