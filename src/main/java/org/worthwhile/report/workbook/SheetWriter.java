package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.exchange.OfficeFile;
import org.worthwhile.report.PlainText;
import org.worthwhile.report.workbook.WrittenCells.WrittenCell;
import org.worthwhile.report.workbook.WrittenCells.WrittenSheet;

/**
 * Fills a sheet from the top. Text is always written as text: whatever it begins with, it can never become a formula, even when
 * somebody edits the cell and leaves it as it is. One that is longer than a cell can hold ends in an ellipsis.
 */
final class SheetWriter {

    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    /** So many characters can be read on a page. */
    private static final int CHARACTERS_ACROSS = 220;

    private final XSSFSheet sheet;
    private final String name;
    private final Styles styles;
    private final WrittenSheet written = new WrittenSheet();
    private final GuardedInputs inputs = new GuardedInputs();
    private final SecondRoutes routes = new SecondRoutes();
    private final List<Copy> copies = new ArrayList<>();
    private int next;
    private int tables;
    private int lastHeadings;
    private int checkedFrom;

    SheetWriter(XSSFWorkbook workbook, Styles styles, String name) {
        this.sheet = workbook.createSheet(name);
        this.name = sheet.getSheetName();
        this.styles = styles;
        sheet.setDisplayGridlines(false);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    String name() {
        return name;
    }

    /** The row, from 0, that the next one written will have. */
    int next() {
        return next;
    }

    /** @param notes each of a line of its own, which should not be longer than the sheet is wide */
    void title(String title, String... notes) {
        text(next++, 0, title, styles.title);
        for (String note : notes) {
            text(next++, 0, note, styles.text);
        }
        next++;
    }

    void section(String title) {
        next++;
        text(next++, 0, title, styles.title);
    }

    /** A row of headings of columns of text. */
    int headings(List<String> headings) {
        return headings(headings, headings.size());
    }

    /** A row of column headings, the first so many of text and the others of numbers. */
    int headings(List<String> headings, int ofText) {
        for (int column = 0; column < headings.size(); column++) {
            text(next, column, headings.get(column), column < ofText ? styles.heading : styles.yearHeading);
        }
        tables++;
        lastHeadings = next;
        return next++;
    }

    /** Lets the headings be printed on each page, where the sheet has one table. */
    void repeatHeadings() {
        if (tables == 1) {
            sheet.setRepeatingRows(new CellRangeAddress(lastHeadings, lastHeadings, -1, -1));
        }
    }

    /** Makes it fit one page when printed. */
    void onOnePage() {
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    /** Lets a wide sheet be printed over several pages side by side, each with its first columns, in letters that can be read. */
    void acrossPages(int repeatedColumns) {
        int characters = 0;
        for (int column = 0; column <= written.lastColumn(); column++) {
            characters += sheet.getColumnWidth(column) / 256;
        }
        if (characters > CHARACTERS_ACROSS) {
            sheet.getPrintSetup().setFitWidth((short) ((characters + CHARACTERS_ACROSS - 1) / CHARACTERS_ACROSS));
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, repeatedColumns - 1));
        }
    }

    /** Leaves so many rows to a chart. */
    void skip(int rows) {
        next += rows;
    }

    /** Leaves what was written so far, which shows the outcome of checks, out of them. */
    void checkFromHere() {
        checkedFrom = next;
    }

    /** The first row whose formulas are checked. */
    int checkedFrom() {
        return checkedFrom;
    }

    /** A number that is what a formula of the row comes to when the workbook is written. */
    void copyOf(int row, int formula, int column, XSSFCellStyle style) {
        number(row, column, 0, style);
        copies.add(new Copy(Objects.requireNonNull(written.getCell(row, formula)), row, column, style));
    }

    List<Copy> copies() {
        return List.copyOf(copies);
    }

    /** A number to be put once the formula that it is of is worked out. */
    record Copy(WrittenCell formula, int row, int column, XSSFCellStyle style) {}

    WrittenSheet written() {
        return written;
    }

    XSSFSheet sheet() {
        return sheet;
    }

    int row() {
        return next++;
    }

    void text(int row, int column, String text) {
        text(row, column, text, styles.text);
    }

    void text(int row, int column, String text, XSSFCellStyle style) {
        XSSFCell cell = cell(row, column);
        String plain = PlainText.of(text);
        String safe = plain.length() > LONGEST_TEXT ? PlainText.of(plain.substring(0, LONGEST_TEXT - 1)) + "…" : plain;
        cell.setCellValue(safe);
        written.note(WrittenCell.text(written, cell, safe));
        note(row, column, style);
        cell.setCellStyle(OfficeFile.isActive(safe) ? styles.quoted(style) : style);
    }

    /**
     * Text in as many lines as it needs, with a row that is high enough.
     *
     * @param characters that a line holds
     */
    void wrapped(int row, int column, String text, int characters) {
        text(row, column, text, styles.wrapped);
        int lines = (text.length() + characters - 1) / characters;
        if (lines > 1) {
            height(row, lines);
        }
    }

    void number(int row, int column, double number, XSSFCellStyle style) {
        XSSFCell cell = cell(row, column);
        cell.setCellValue(number);
        written.note(WrittenCell.number(written, cell, number));
        note(row, column, style);
        cell.setCellStyle(style);
    }

    XSSFCell formula(int row, int column, String formula, XSSFCellStyle style) {
        XSSFCell cell = cell(row, column);
        cell.setCellFormula(formula);
        written.note(WrittenCell.formula(written, cell, formula));
        note(row, column, style);
        cell.setCellStyle(style);
        return cell;
    }

    /** An empty cell to type in. */
    void blank(int row, int column, XSSFCellStyle style) {
        note(row, column, style);
        cell(row, column).setCellStyle(style);
    }

    private void note(int row, int column, XSSFCellStyle style) {
        if (styles.isInput(style)) {
            inputs.add(row, column);
        }
    }

    /** What the cells to type in can hold. */
    GuardedInputs inputs() {
        return inputs;
    }

    /** How cells are reached a second time. */
    SecondRoutes routes() {
        return routes;
    }

    /** Lets nothing but inputs be changed, without a password: who means to change more lifts it. */
    void protect() {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
    }

    void widths(int... characters) {
        for (int column = 0; column < characters.length; column++) {
            sheet.setColumnWidth(column, characters[column] * 256);
        }
    }

    void width(int column, int characters) {
        sheet.setColumnWidth(column, characters * 256);
    }

    void yearWidths(int firstColumn, int years) {
        for (int t = 0; t < years; t++) {
            sheet.setColumnWidth(firstColumn + t, 13 * 256);
        }
    }

    /** Makes room for wrapped text of so many lines. */
    void height(int row, int lines) {
        sheet.getRow(row).setHeightInPoints(16f * lines);
    }

    void freeze(int columns, int rows) {
        sheet.createFreezePane(columns, rows);
    }

    /** A reference from another sheet; the column or the row stays when the formula is copied where it is absolute. */
    String at(int row, int column, boolean absoluteRow, boolean absoluteColumn) {
        return "'" + name() + "'!" + new CellReference(row, column, absoluteRow, absoluteColumn).formatAsString();
    }

    /** An absolute reference to a cell from another sheet. */
    static String at(XSSFCell cell) {
        return "'" + cell.getSheet().getSheetName() + "'!"
                + new CellReference(cell.getRowIndex(), cell.getColumnIndex(), true, true).formatAsString();
    }

    /** An absolute reference from another sheet. */
    String at(int row, int column) {
        return at(row, column, true, true);
    }

    /** An absolute reference to a block from another sheet. */
    String block(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        return at(firstRow, firstColumn) + ":" + new CellReference(lastRow, lastColumn, true, true).formatAsString();
    }

    /** The same of a range. */
    String block(CellRangeAddress range) {
        return block(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn());
    }

    /** A reference within the sheet, whose column alone is fixed. */
    static String columnFixed(int row, int column) {
        return new CellReference(row, column, false, true).formatAsString();
    }

    /** The second cell of a range, whose row alone is fixed. */
    static String rowFixed(int row, int column) {
        return new CellReference(row, column, true, false).formatAsString();
    }

    /** A relative reference within the sheet. */
    static String here(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }

    private XSSFCell cell(int row, int column) {
        XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }
}
