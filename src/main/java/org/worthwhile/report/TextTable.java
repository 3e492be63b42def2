package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;

/** A table of text for a terminal: a line of headings, a rule, and a line for each row. */
final class TextTable {

    private TextTable() {}

    /**
     * Lays the table out.
     *
     * @param rows each as long as the headings
     * @param leftAligned how many of the first columns hold texts; the others hold figures
     */
    static List<String> lines(List<String> headings, List<List<String>> rows, int leftAligned) {
        List<List<String>> all = new ArrayList<>(List.of(headings));
        all.addAll(rows);
        int[] widths = new int[headings.size()];
        for (List<String> row : all) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        List<String> lines = new ArrayList<>(
                all.stream().map(row -> line(row, widths, leftAligned)).toList());
        lines.add(1, "-".repeat(lines.getFirst().length()));
        return lines;
    }

    private static String line(List<String> row, int[] widths, int leftAligned) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - row.get(column).length());
            line.append(column < leftAligned ? row.get(column) + padding : padding + row.get(column));
            line.append(column < widths.length - 1 ? "  " : "");
        }
        return line.toString();
    }
}
