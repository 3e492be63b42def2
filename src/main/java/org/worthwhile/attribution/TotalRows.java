package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.problem.TotalLabel;

/**
 * Rows that add up others, such as one of all places beneath those of each. Beside the others they would count everything twice.
 *
 * @param column of texts by which they are known
 * @param text that stands for a total there, such as {@code Total}
 * @param rows in which it stands
 */
record TotalRows(String column, String text, int[] rows) {

    private static final String FIRST_LETTERS = "gostaGOSTA";
    private static final int LONGEST = "overall totals".length();
    private static final int FEWEST_PARTS = 2;

    /**
     * The totals of a dataset.
     *
     * @param filtered columns of which the analyst says which values count
     */
    static List<TotalRows> of(Dataset dataset, Set<String> filtered) {
        List<TotalRows> found = new ArrayList<>();
        for (Column column : dataset.columns()) {
            if (column instanceof Column.Categorical texts && !filtered.contains(column.name())) {
                List<Integer> totals = IntStream.range(0, texts.levels().size())
                        .filter(level -> isTotal(texts.levels().get(level)))
                        .boxed()
                        .toList();
                if (texts.levels().size() - totals.size() >= FEWEST_PARTS) {
                    totals.forEach(level -> found.add(new TotalRows(
                            column.name(),
                            texts.levels().get(level),
                            IntStream.range(0, texts.rows())
                                    .filter(row -> texts.codes()[row] == level)
                                    .toArray())));
                }
            }
        }
        return found;
    }

    /** Looked for among as many texts as a dataset has units, most of which their first letter or their length rules out. */
    private static boolean isTotal(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && FIRST_LETTERS.indexOf(text.charAt(0)) >= 0
                && TotalLabel.ROW.matches(text);
    }

    /** What a reader of the data should know of them. */
    String sentence() {
        return String.format(
                Locale.UK,
                "'%s': %,d %s '%s', which adds up others; a study leaves %s out unless it filters by the column.",
                column,
                rows.length,
                rows.length == 1 ? "row holds" : "rows hold",
                text,
                rows.length == 1 ? "it" : "them");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotalRows totals
                && column.equals(totals.column)
                && text.equals(totals.text)
                && Arrays.equals(rows, totals.rows);
    }

    @Override
    public int hashCode() {
        return 31 * column.hashCode() + text.hashCode();
    }
}
