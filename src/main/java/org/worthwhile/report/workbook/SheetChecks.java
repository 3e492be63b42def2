package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.report.workbook.WrittenCells.WrittenCell;

/**
 * What is checked of every sheet: that its formulas are still there and come to what they did, that none is an error, that no row was put
 * beneath its inputs.
 */
final class SheetChecks {

    /** How far beneath the last row something is looked for. */
    private static final int ROWS_BENEATH = 200;

    private SheetChecks() {}

    static List<WorkbookCheck> of(SheetWriter sheet) {
        List<WorkbookCheck> checks = new ArrayList<>();
        List<WrittenCell> formulas = sheet.written().formulas().stream()
                .filter(formula -> formula.getRowIndex() >= sheet.checkedFrom())
                .toList();
        if (!formulas.isEmpty()) {
            String block = sheet.block(
                    sheet.checkedFrom(),
                    0,
                    formulas.stream().mapToInt(WrittenCell::getRowIndex).max().orElseThrow(),
                    formulas.stream()
                            .mapToInt(WrittenCell::getColumnIndex)
                            .max()
                            .orElseThrow());
            checks.add(WorkbookCheck.count(
                    "Errors on " + sheet.name(),
                    CellCounts.errors(block),
                    0,
                    "No formula of the sheet comes to an error."));
            checks.add(WorkbookCheck.count(
                    "Formulas on " + sheet.name(),
                    CellCounts.formulas(block),
                    formulas.size(),
                    "No formula of the sheet was overwritten."));
            // What cross-checks leave of amounts is the rounding of whichever program worked them out.
            if (!sheet.name().equals(CrossCheckSheet.NAME)) {
                checks.add(WorkbookCheck.figures(
                        "Figures on " + sheet.name(),
                        block,
                        "The figures of the sheet add up to what they did when it was written."));
            }
        }
        if (!sheet.inputs().rows().isEmpty()) {
            int last = sheet.written().getLastRowNum();
            int width = sheet.inputs().rows().values().stream()
                    .mapToInt(GuardedInputs.Across::last)
                    .max()
                    .orElseThrow();
            // The last row is taken off again, so that a row put in right after it is looked at.
            checks.add(WorkbookCheck.count(
                    "Rows beneath on " + sheet.name(),
                    "COUNTA(" + sheet.block(last, 0, last + ROWS_BENEATH, width) + ")-COUNTA("
                            + sheet.block(last, 0, last, width) + ")",
                    0,
                    "No row stands beneath those that results come from."));
        }
        return checks;
    }
}
