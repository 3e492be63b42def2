package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.worthwhile.attribution.Column;
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

    /** That a column which holds numbers is one of texts, and by which cells. */
    void numbersAmongTexts(ColumnBuilder builder, NumberColumn numbers) {
        List<Integer> others = numbers.others();
        boolean[] areOther = new boolean[numbers.levels().size()];
        others.forEach(level -> areOther[level] = true);
        Column.Strays cells = DatasetNotation.strays(numbers.levels(), builder.codes(), areOther, false, false);
        if (cells.count() == 0) {
            return;
        }
        String share = String.format(
                Locale.UK,
                "(%,d of %,d values are)",
                numbers.rowsOfNumbers() - otherNumbers(numbers, others),
                numbers.rowsOfValues());
        add(
                builder.name(),
                cells.count() == 1
                        ? "taken for texts, as " + cell(cells.first().getFirst())
                                + " of the data is not a number like the"
                                + " others " + share + "; write a number there, leave the cell blank, or name the text"
                                + " among the marks for missing values in the study's format."
                        : "taken for texts, as " + cells(cells) + " of the data are not numbers like the others "
                                + share
                                + "; write numbers there, leave the cells blank, or name the texts among the marks for"
                                + " missing values in the study's format.");
    }

    private static String cells(Column.Strays cells) {
        String first = cells.first().stream().map(ReadingNotes::cell).collect(Collectors.joining(", "));
        return cells.more() == 0 ? first : String.format(Locale.UK, "%s and %,d more", first, cells.more());
    }

    private static String cell(Column.Stray cell) {
        return String.format(Locale.UK, "'%s' in row %,d", cell.text(), cell.row() + 1);
    }

    /** Rows of numbers in another unit than most. */
    private static int otherNumbers(NumberColumn numbers, List<Integer> others) {
        return others.stream()
                .filter(level -> numbers.numbers().get(level).isPresent())
                .mapToInt(level -> numbers.counts()[level])
                .sum();
    }

    /** That the numbers of a column can be read in more than one way, or not in the way that is stated. */
    void unclearNumbers(String column, Optional<Character> stated) {
        add(
                column,
                stated.map(decimal -> "taken for texts, as not all of its numbers can be read with '" + decimal
                                + "' between whole numbers and decimals; correct them, or the study's format.")
                        .orElse("taken for texts, as its numbers can be read in two ways; state in the study's format"
                                + " what separates decimals."));
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
