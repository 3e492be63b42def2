package org.worthwhile.exchange;

import java.util.Map;
import java.util.TreeMap;

/** The marks for a missing value that stand in a column, counted as they are met. */
final class MarkCounts {

    private final MissingMarks missing;
    private final int longest;
    private final Map<String, Integer> counts = new TreeMap<>();

    MarkCounts(MissingMarks missing) {
        this.missing = missing;
        this.longest = missing.longest();
    }

    /**
     * Counts a value if it is a mark.
     *
     * @param amongTexts whether the column holds texts, among which a mark may be a code unless the analyst states it
     * @return whether it is one
     */
    boolean take(char[] buffer, int from, int count, boolean amongTexts) {
        if (count > longest || (!missing.areStated() && (amongTexts || !mayBeUsual(buffer, from, count)))) {
            return false;
        }
        String text = new String(buffer, from, count);
        boolean mark = amongTexts ? missing.isStated(text) : missing.isMark(text);
        if (mark) {
            counts.merge(text, 1, Integer::sum);
        }
        return mark;
    }

    /** No usual mark begins as a number does. */
    private static boolean mayBeUsual(char[] buffer, int from, int count) {
        return !CellText.isDigit(buffer[from])
                && !(count > 1 && buffer[from] == '-' && CellText.isDigit(buffer[from + 1]));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    void clear() {
        counts.clear();
    }

    /** How often each occurs. */
    Map<String, Integer> byText() {
        return new TreeMap<>(counts);
    }
}
