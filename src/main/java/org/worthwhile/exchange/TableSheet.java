package org.worthwhile.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.worthwhile.problem.Place;

/**
 * A sheet of somebody's table: cells by their places, without any rule of where headings stand.
 *
 * @param file that it is in
 * @param name of the sheet; empty for a file of comma-separated values
 * @param hidden whether a spreadsheet program does not show it
 * @param rows cells that are not blank, by the row's number as the file shows it and by the column, from 0
 * @param hiddenRows rows that a spreadsheet program does not show
 * @param hiddenColumns likewise columns, from 0
 * @param merges ranges of cells that are shown as one
 * @param notation of the numbers that stand as texts
 */
public record TableSheet(
        String file,
        String name,
        boolean hidden,
        SortedMap<Integer, SortedMap<Integer, Cell>> rows,
        Set<Integer> hiddenRows,
        Set<Integer> hiddenColumns,
        List<CellRangeAddress> merges,
        NumberNotation notation) {

    private static final Cell BLANK = new Cell("", State.TEXT, "");

    public TableSheet {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        hiddenRows = Set.copyOf(hiddenRows);
        hiddenColumns = Set.copyOf(hiddenColumns);
        merges = List.copyOf(merges);
    }

    /**
     * What a cell holds: as it is, or why it has no value.
     *
     * @param currency in which its format shows its number, by sign or code; empty where it shows none
     */
    public record Cell(String text, State state, String currency) {}

    /** The kinds of cells. */
    public enum State {
        TEXT,
        NUMBER,
        /** A number that is shown in per cent. */
        PERCENT,
        /** A formula whose value is an error. */
        ERROR,
        /** A formula that no program has computed. */
        NOT_COMPUTED
    }

    /** The cell of a row and a column, a blank one where nothing stands. */
    public Cell cell(int row, int column) {
        SortedMap<Integer, Cell> cells = rows.get(row);
        return cells == null ? BLANK : cells.getOrDefault(column, BLANK);
    }

    /** Its text on one line; empty for a blank cell and for one without a value. */
    public String text(int row, int column) {
        Cell cell = cell(row, column);
        return switch (cell.state()) {
            case TEXT, NUMBER, PERCENT -> cell.text().replaceAll("\\s+", " ").strip();
            case ERROR, NOT_COMPUTED -> "";
        };
    }

    /** Its number, which may be a text with separators of thousands and a sign of a currency; empty where it is none. */
    public OptionalDouble number(int row, int column) {
        Cell cell = cell(row, column);
        return switch (cell.state()) {
            case NUMBER, PERCENT -> DecimalText.parse(cell.text());
            case TEXT -> notation.strict(cell.text());
            case ERROR, NOT_COMPUTED -> OptionalDouble.empty();
        };
    }

    /**
     * The sign or code of a currency other than that of a code, which its number is written with, or shown in by its format.
     *
     * @param code such as GBP
     */
    public Optional<String> otherCurrency(int row, int column, String code) {
        Cell cell = cell(row, column);
        return (cell.state() == State.TEXT
                        ? NumberText.of(cell.text()).map(NumberText::currency)
                        : Optional.of(cell.currency()))
                .filter(currency -> !currency.isEmpty()
                        && !currency.equals(code)
                        && !CurrencySigns.isOf(currency.replace(code, "").strip(), code));
    }

    /** Its number, or the fraction that a text such as 25% is; empty where it is neither. */
    public OptionalDouble fraction(int row, int column) {
        String text = text(row, column);
        if (cell(row, column).state() != State.TEXT || !text.endsWith("%")) {
            return number(row, column);
        }
        OptionalDouble percent =
                notation.strict(text.substring(0, text.length() - 1).strip());
        return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent;
    }

    /** The texts of all its cells, row by row. */
    public Stream<String> texts() {
        return rows.values().stream()
                .flatMap(row -> row.values().stream())
                .filter(cell -> cell.state() == State.TEXT)
                .map(Cell::text);
    }

    /** Whether nothing stands there, or a mark that there is no value, such as {@code n/a}, {@code -} or {@code [x]}. */
    public boolean isNothing(int row, int column) {
        Cell cell = cell(row, column);
        return cell.state() == State.TEXT
                && MissingMarks.USUAL.isMark(cell.text().strip());
    }

    /** Why a cell gives no number, as a clause. */
    public String whyNoNumber(int row, int column) {
        Cell cell = cell(row, column);
        return switch (cell.state()) {
            case ERROR -> "its formula gives " + cell.text();
            case NOT_COMPUTED -> "its formula has not been computed: open the file in Excel and save it";
            case TEXT, NUMBER, PERCENT ->
                isNothing(row, column)
                        ? cell.text().isBlank()
                                ? "is empty"
                                : "holds '" + cell.text().strip() + "'"
                        : "'" + shortened(text(row, column))
                                + (NumberText.of(cell.text()).isPresent()
                                                && !cell.text().contains("%")
                                        ? "' may be one number or another, by what separates its decimals"
                                        : "' is no number");
        };
    }

    /** The text of a cell, or of the merged range that it is in. */
    public String heading(int row, int column) {
        return merges.stream()
                .filter(range -> range.isInRange(row - 1, column))
                .findFirst()
                .map(range -> text(range.getFirstRow() + 1, range.getFirstColumn()))
                .orElseGet(() -> text(row, column));
    }

    /** Whether a cell is part of a merged range. */
    public boolean isMerged(int row, int column) {
        return merges.stream().anyMatch(range -> range.isInRange(row - 1, column));
    }

    /** Where a cell stands, as its reader sees it: {@code Sheet!C5} or, in a file of lines, the line and the column. */
    public Place place(int row, int column) {
        String letters = CellReference.convertNumToColString(column);
        return name.isEmpty()
                ? new Place(file, "column " + letters, row)
                : Place.of(file).within(name + "!" + letters + row);
    }

    /** One more than the last column in which anything stands. */
    public int width() {
        return rows.values().stream().mapToInt(SortedMap::lastKey).max().orElse(-1) + 1;
    }

    /** What problems call the sheet. */
    public Place whole() {
        return name.isEmpty() ? Place.of(file) : Place.of(file).within("sheet " + name);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
