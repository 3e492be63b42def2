package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.worthwhile.report.workbook.GuardedInputs.Across;
import org.worthwhile.report.workbook.WrittenCells.WrittenCell;

/** A copy of every input as it was appraised, a row for each row of inputs, with how many cells of it differ now. */
final class AppraisedSheet {

    private static final int NAMES = 1;
    private static final int INPUTS = 2;
    private static final int COPY = 3;
    private static final int TOTAL_ROW = 4;

    private final SheetWriter sheet;
    private final Styles styles;

    AppraisedSheet(SheetWriter sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    /** The cell that counts the inputs that differ from those appraised. */
    String differing() {
        return sheet.at(TOTAL_ROW, INPUTS);
    }

    /** Lets it be printed over as many pages as it needs. */
    void acrossPages() {
        sheet.acrossPages(COPY);
    }

    /** The cell that counts what names the rows, and is no input, where it differs. */
    private String renamed() {
        return sheet.at(TOTAL_ROW, NAMES);
    }

    /** @param fingerprint of the proposal that was appraised */
    List<WorkbookCheck> fill(List<SheetWriter> all, String fingerprint) {
        sheet.title(
                "Inputs as appraised",
                "A copy of every row of inputs as the engine had it, and how many of its cells differ now. Nothing to type here.",
                "SHA-256 of the proposal: " + fingerprint);
        if (sheet.row() != TOTAL_ROW) {
            throw new IllegalStateException("The row of totals moved.");
        }
        int headings = sheet.headings(List.of("Sheet", "Names that differ", "Inputs that differ", "As appraised"));
        int first = sheet.next();
        int widest = 0;
        for (SheetWriter inputs : all) {
            for (Map.Entry<Integer, Across> row : inputs.inputs().rows().entrySet()) {
                copy(inputs, row.getKey(), row.getValue());
                widest = Math.max(widest, COPY + row.getValue().last());
            }
        }
        int last = Math.max(first, sheet.next() - 1);
        sheet.text(TOTAL_ROW, 0, "In all", styles.label);
        for (int column = NAMES; column <= INPUTS; column++) {
            sheet.formula(
                    TOTAL_ROW,
                    column,
                    "SUM(" + SheetWriter.here(first, column) + ":" + SheetWriter.here(last, column) + ")",
                    styles.result("0"));
        }
        GuardedInputs.colour(
                sheet.sheet(), SheetWriter.here(first, NAMES) + ">0", new CellRangeAddress(first, last, NAMES, NAMES));
        GuardedInputs.colourChanged(
                sheet.sheet(),
                SheetWriter.here(first, INPUTS) + ">0",
                new CellRangeAddress(first, last, INPUTS, INPUTS));
        sheet.freeze(COPY, headings + 1);
        sheet.widths(18, 14, 14);
        for (int column = COPY; column <= widest; column++) {
            sheet.width(column, 16);
        }
        return List.of(WorkbookCheck.count(
                "Rows of inputs",
                renamed(),
                0,
                "Each row of inputs is of the option and line that it was of, in the same order."));
    }

    private void copy(SheetWriter inputs, int from, Across across) {
        int row = sheet.row();
        sheet.text(row, 0, inputs.name());
        List<String> named = new ArrayList<>();
        List<String> typed = new ArrayList<>();
        int run = 0;
        for (int column = 0; column <= across.last() + 1; column++) {
            boolean worked = column <= across.last() && isWorkedOut(inputs, from, column, across);
            if (worked || column == across.first() || column > across.last()) {
                if (column > run) {
                    (run < across.first() ? named : typed).add(differing(inputs, from, row, run, column - 1));
                }
                run = worked ? column + 1 : column;
            }
            WrittenCell cell = inputs.written().getCell(from, column);
            if (cell != null && column <= across.last() && !worked) {
                copy(cell, row, COPY + column);
            }
        }
        if (!named.isEmpty()) {
            sheet.formula(row, NAMES, String.join("+", named), styles.number("0"));
        }
        sheet.formula(row, INPUTS, String.join("+", typed), styles.number("0"));
    }

    /** Whether a cell among the inputs follows from others, and is none of them. */
    private static boolean isWorkedOut(SheetWriter inputs, int row, int column, Across across) {
        WrittenCell cell = inputs.written().getCell(row, column);
        return cell != null
                && cell.getCellType() == CellType.FORMULA
                && !across.columns().contains(column);
    }

    private String differing(SheetWriter inputs, int from, int row, int first, int last) {
        if (first == last) {
            return "IF(" + inputs.at(from, first, false, true) + "=" + SheetWriter.columnFixed(row, COPY + first)
                    + ",0,1)";
        }
        return CellCounts.of(inputs.at(from, first, false, true) + ":" + SheetWriter.columnFixed(from, last) + "<>"
                + SheetWriter.columnFixed(row, COPY + first) + ":" + SheetWriter.columnFixed(row, COPY + last));
    }

    private void copy(WrittenCell cell, int row, int column) {
        String format = cell.cell().getCellStyle().getDataFormatString();
        switch (cell.getCellType()) {
            case FORMULA -> sheet.formula(row, column, cell.getStringCellValue(), styles.number(format));
            case NUMERIC -> sheet.number(row, column, cell.getNumericCellValue(), styles.number(format));
            default -> sheet.text(row, column, cell.getStringCellValue());
        }
    }
}
