package org.worthwhile.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in tables in place of a value: the marks in use by programs and statistical offices, or those that the analyst
 * states in their place.
 *
 * @param missing stated for values that are simply not there
 * @param suppressed stated for values that were withheld
 */
record MissingMarks(Optional<Set<String>> missing, Optional<Set<String>> suppressed) {

    /** Nothing is stated. */
    static final MissingMarks USUAL = new MissingMarks(Optional.empty(), Optional.empty());

    private static final int LONGEST_USUAL = 7;

    private static final Set<String> MISSING =
            Set.of("", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "null", "NULL", ".");

    /** Of these, what programs write and no code is called: missing among texts too. */
    private static final Set<String> NEVER_A_CODE = Set.of("", "#N/A", "NaN", "nan", "null", "NULL");

    /** As statistical offices mark what is withheld, not available or not applicable. */
    private static final Set<String> SUPPRESSED = Set.of(
            "*", "**", "***", "c", "C", "[c]", "[C]", "x", "X", "[x]", "[X]", "z", "[z]", "s", "[s]", "[low]", "..",
            "...", "\u2026", ":", "-", "--", "\u2013", "\u2014");

    /** Whether the analyst states marks, which then count among texts and among numbers such as -99 too. */
    boolean areStated() {
        return missing.isPresent() || suppressed.isPresent();
    }

    /** No mark has more characters. */
    int longest() {
        int stated = Stream.concat(missing.stream(), suppressed.stream())
                .flatMap(Set::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(LONGEST_USUAL, stated);
    }

    /** Whether the analyst states the text as a mark. */
    boolean isStated(String text) {
        return missing.map(marks -> marks.contains(text)).orElse(false)
                || suppressed.map(marks -> marks.contains(text)).orElse(false);
    }

    private boolean isMissing(String text) {
        return missing.orElse(MISSING).contains(text) || text.isEmpty();
    }

    /** A value that was withheld, such as {@code [c]} or {@code <5}. */
    boolean isSuppressed(String text) {
        return suppressed
                .map(marks -> marks.contains(text))
                .orElseGet(() -> SUPPRESSED.contains(text) || text.matches("< ?\\d{1,3}"));
    }

    /** What stands for no value among numbers. */
    boolean isMark(String text) {
        return isMissing(text) || isSuppressed(text);
    }

    /**
     * Likewise among times, and among numbers beside a few texts: no name of a time or number is NA, though a letter may be a
     * code beside numbers that are codes.
     */
    boolean isMissingAmongTimesOrNumbers(String text) {
        return isStated(text) || isMissing(text);
    }

    /** Likewise among texts, where NA or x may be a code unless the analyst says that it is none. */
    boolean isMissingAmongTexts(String text) {
        return isStated(text) || (missing.isEmpty() && NEVER_A_CODE.contains(text)) || text.isEmpty();
    }
}
