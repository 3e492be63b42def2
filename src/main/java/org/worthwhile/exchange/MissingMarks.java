package org.worthwhile.exchange;

import java.util.Set;

/** What stands in tables in place of a number. */
final class MissingMarks {

    /** No mark is longer. */
    static final int LONGEST = 7;

    private static final Set<String> MISSING =
            Set.of("", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "null", "NULL", ".");

    /** Of these, what programs write and no code is called: missing among texts too. */
    private static final Set<String> NEVER_A_CODE = Set.of("", "#N/A", "NaN", "nan", "null", "NULL");

    /** As statistical offices mark what is withheld, not available or not applicable. */
    private static final Set<String> SUPPRESSED = Set.of(
            "*", "**", "***", "c", "C", "[c]", "[C]", "x", "X", "[x]", "[X]", "z", "[z]", "s", "[s]", "[low]", "..",
            "...", "\u2026", ":", "-", "--", "\u2013", "\u2014");

    private MissingMarks() {}

    /** A value that is simply not there. */
    static boolean isMissing(String text) {
        return MISSING.contains(text);
    }

    /** A value that was withheld, such as {@code [c]} or {@code <5}. */
    static boolean isSuppressed(String text) {
        return SUPPRESSED.contains(text) || text.matches("< ?\\d{1,3}");
    }

    static boolean isMark(String text) {
        return isMissing(text) || isSuppressed(text);
    }

    static boolean isMissingAmongTexts(String text) {
        return NEVER_A_CODE.contains(text);
    }
}
