package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.TruthWords;

/** What is said of how the columns of a file were read. */
final class ReadingNotes {

    private final List<Dataset.Note> notes = new ArrayList<>();

    List<Dataset.Note> all() {
        return List.copyOf(notes);
    }

    /** A sentence about a column. */
    void add(String column, String text) {
        notes.add(new Dataset.Note(column, "'" + column + "': " + text));
    }

    void addAll(String column, List<String> sentences) {
        sentences.forEach(text -> notes.add(new Dataset.Note(column, text)));
    }

    void truth(String column, TruthWords words) {
        add(column, words.one() + " stands for 1 and " + words.zero() + " for 0 where numbers are needed.");
    }

    void code(String column, String text, int count) {
        add(
                column,
                String.format(
                        Locale.UK,
                        "'%s' is taken for a code like the others (%,d %s), not for a missing value.",
                        text,
                        count,
                        count == 1 ? "row" : "rows"));
    }

    /** How often marks for no value stand in a column, those that were withheld apart. */
    void marks(String column, Map<String, Integer> counts, MissingMarks marks) {
        Map<String, Integer> suppressed = new TreeMap<>(counts);
        suppressed.keySet().removeIf(mark -> !marks.isSuppressed(mark));
        Map<String, Integer> missing = new TreeMap<>(counts);
        missing.keySet().removeAll(suppressed.keySet());
        if (!suppressed.isEmpty()) {
            add(
                    column,
                    values(suppressed) + " marked as suppressed or not available (" + names(suppressed.keySet())
                            + ") and missing.");
        }
        if (!missing.isEmpty()) {
            add(column, values(missing) + " written as missing (" + names(missing.keySet()) + ").");
        }
    }

    private static String values(Map<String, Integer> counts) {
        int count = counts.values().stream().mapToInt(Integer::intValue).sum();
        return String.format(Locale.UK, "%,d %s", count, count == 1 ? "value is" : "values are");
    }

    private static String names(Set<String> marks) {
        return marks.stream().collect(Collectors.joining(", "));
    }
}
