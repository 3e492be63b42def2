package org.worthwhile.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.proposal.FinancialYear;

/**
 * A row of a sheet in which years follow one another.
 *
 * @param first column of them
 * @param last column of them
 * @param numbered whether they are 0, 1, 2
 * @param doubtful whether a single year among them may begin or end its financial year
 */
record YearRow(int row, int first, int last, boolean numbered, boolean doubtful) {

    private static final int FEWEST = 3;
    private static final FinancialYear SOME_YEAR = new FinancialYear(1900);
    private static final YearStyle LENIENT =
            new YearStyle(Optional.of(SOME_YEAR), Optional.of(YearStyle.Single.BEGINS));
    private static final YearStyle WITHOUT_ZERO = new YearStyle(Optional.empty(), LENIENT.single());
    private static final YearStyle WITHOUT_SINGLE = new YearStyle(LENIENT.zero(), Optional.empty());

    /** Every row with at least three years, each the one after that before it. */
    static List<YearRow> of(TableSheet sheet) {
        List<YearRow> rows = new ArrayList<>();
        for (int row : sheet.rows().keySet()) {
            longest(sheet, row).ifPresent(rows::add);
        }
        return rows;
    }

    /** Years of a sheet that are in no such row, as a clause: in a column, or with years left out. */
    static Optional<String> elsewhere(TableSheet sheet) {
        for (int column = 0; column < sheet.width(); column++) {
            for (int row : sheet.rows().keySet()) {
                int end = row;
                while (follows(sheet, end, column, end + 1, column)) {
                    end++;
                }
                if (end - row + 1 >= FEWEST) {
                    return Optional.of("has years in a column, from "
                            + SourceWorkbook.place(new SourceWorkbook.At(sheet, new SheetRange.Cell(row, column)))
                                    .position()
                            + " on, of which no mapping is proposed");
                }
            }
        }
        return sheet.rows().keySet().stream()
                .filter(row -> IntStream.range(0, sheet.width())
                                .filter(column -> year(sheet, row, column).isPresent() && isHeading(sheet, row, column))
                                .count()
                        >= FEWEST)
                .findFirst()
                .map(row -> "has years that do not follow one another in row " + row
                        + (sheet.name().isEmpty() ? "" : " of the sheet '" + sheet.name() + "'"));
    }

    private static boolean follows(TableSheet sheet, int row, int column, int nextRow, int nextColumn) {
        Optional<FinancialYear> year = year(sheet, row, column);
        return year.isPresent() && year(sheet, nextRow, nextColumn).equals(year.map(known -> known.plus(1)));
    }

    private static Optional<YearRow> longest(TableSheet sheet, int row) {
        Optional<YearRow> longest = Optional.empty();
        int width = sheet.width();
        int column = 0;
        while (column < width) {
            Optional<FinancialYear> year = year(sheet, row, column);
            int last = column;
            while (year.isPresent() && year(sheet, row, last + 1).equals(year.map(known -> known.plus(1)))) {
                year = year.map(known -> known.plus(1));
                last++;
            }
            int length = last - column + 1;
            if (length >= FEWEST && length > longest.map(YearRow::length).orElse(0) && isHeading(sheet, row, column)) {
                longest = Optional.of(of(sheet, row, column, last));
            }
            column = last + 1;
        }
        return longest;
    }

    private static YearRow of(TableSheet sheet, int row, int first, int last) {
        String text = sheet.heading(row, first);
        return new YearRow(
                row,
                first,
                last,
                WITHOUT_ZERO.read(text) instanceof YearStyle.Reading.None,
                WITHOUT_SINGLE.read(text) instanceof YearStyle.Reading.None);
    }

    int length() {
        return last - first + 1;
    }

    private static Optional<FinancialYear> year(TableSheet sheet, int row, int column) {
        String text = sheet.heading(row, column);
        return !text.isEmpty() && LENIENT.read(text) instanceof YearStyle.Reading.Year found
                ? Optional.of(found.year())
                : Optional.empty();
    }

    /** Small numbers are years only if they count from 0 or 1 after a text that says so, or each says so. */
    private static boolean isHeading(TableSheet sheet, int row, int first) {
        String text = sheet.heading(row, first);
        var number = YearStyle.numbered(text);
        if (number.isEmpty() || !text.matches("\\d+")) {
            return true;
        }
        return number.getAsInt() <= 1
                && IntStream.range(0, first)
                        .anyMatch(column -> sheet.heading(row, column)
                                .toLowerCase(Locale.ROOT)
                                .contains("year"));
    }
}
