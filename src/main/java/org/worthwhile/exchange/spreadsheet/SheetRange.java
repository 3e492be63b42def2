package org.worthwhile.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * A rectangle of cells of a sheet, as a spreadsheet program writes it: {@code C5:L9} or {@code 'Option A'!C5}.
 *
 * @param sheet its name; empty where it is that of the context, or the only one
 * @param firstRow from 1, as the sheet shows it
 * @param firstColumn from 0
 */
record SheetRange(String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {

    private static final Pattern RANGE = Pattern.compile("(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!]+))!)?"
            + "\\$?(?<column>[A-Za-z]{1,3})\\$?(?<row>[1-9]\\d{0,6})"
            + "(?::\\$?(?<lastColumn>[A-Za-z]{1,3})\\$?(?<lastRow>[1-9]\\d{0,6}))?");

    /** A cell by its row, from 1, and its column, from 0. */
    record Cell(int row, int column) {

        String address() {
            return CellReference.convertNumToColString(column) + row;
        }
    }

    /** Empty where the text is no range. */
    static Optional<SheetRange> of(String text) {
        Matcher match = RANGE.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        String sheet = Optional.ofNullable(match.group("quoted"))
                .map(quoted -> quoted.replace("''", "'"))
                .or(() -> Optional.ofNullable(match.group("plain")))
                .orElse("");
        int row = Integer.parseInt(match.group("row"));
        int column = CellReference.convertColStringToIndex(match.group("column"));
        boolean one = match.group("lastRow") == null;
        int lastRow = one ? row : Integer.parseInt(match.group("lastRow"));
        int lastColumn = one ? column : CellReference.convertColStringToIndex(match.group("lastColumn"));
        return Optional.of(new SheetRange(
                sheet,
                Math.min(row, lastRow),
                Math.min(column, lastColumn),
                Math.max(row, lastRow),
                Math.max(column, lastColumn)));
    }

    /** On the sheet that it names or else on this one. */
    SheetRange on(String otherwise) {
        return sheet.isEmpty() ? new SheetRange(otherwise, firstRow, firstColumn, lastRow, lastColumn) : this;
    }

    boolean isOneRow() {
        return firstRow == lastRow;
    }

    boolean isOneColumn() {
        return firstColumn == lastColumn;
    }

    boolean holds(Cell cell) {
        return cell.row >= firstRow && cell.row <= lastRow && cell.column >= firstColumn && cell.column <= lastColumn;
    }

    /** Its cells, row by row. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                cells.add(new Cell(row, column));
            }
        }
        return cells;
    }

    long size() {
        return (lastRow - firstRow + 1L) * (lastColumn - firstColumn + 1L);
    }

    /** Without the sheet. */
    String address() {
        String first = new Cell(firstRow, firstColumn).address();
        String last = new Cell(lastRow, lastColumn).address();
        return first.equals(last) ? first : first + ":" + last;
    }

    /** Without the sheet, in a sentence. */
    String words() {
        return (size() == 1 ? "cell " : "cells ") + address();
    }

    /** As formulas name it. */
    String reference() {
        boolean plain = sheet.matches("[A-Za-z_][A-Za-z0-9_]*");
        return (sheet.isEmpty() ? "" : (plain ? sheet : "'" + sheet.replace("'", "''") + "'") + "!") + address();
    }
}
