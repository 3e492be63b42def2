package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheets of a workbook, in the order in which they were added. */
final class Sheets {

    private final XSSFWorkbook workbook;
    private final Styles styles;
    private final List<SheetWriter> sheets = new ArrayList<>();

    Sheets(XSSFWorkbook workbook, Styles styles) {
        this.workbook = workbook;
        this.styles = styles;
    }

    SheetWriter add(String name) {
        SheetWriter sheet = new SheetWriter(workbook, styles, name);
        sheets.add(sheet);
        return sheet;
    }

    List<SheetWriter> all() {
        return List.copyOf(sheets);
    }

    /** Guards the inputs of all sheets, and gives what is to be checked of them. */
    List<WorkbookCheck> guard() {
        return sheets.stream()
                .flatMap(sheet -> sheet.inputs().guard(sheet).stream())
                .toList();
    }

    /** What is to be checked of every sheet that is filled. */
    List<WorkbookCheck> checks() {
        return sheets.stream().flatMap(sheet -> SheetChecks.of(sheet).stream()).toList();
    }

    /** Lets nothing but inputs be changed. */
    void protect() {
        sheets.forEach(SheetWriter::protect);
    }

    /** Puts the values of formulas beside them, when all cells are written. */
    void putValues() {
        FormulaValues.put(workbook, sheets);
    }

    /**
     * Lets headings be printed on each page. They are names to the workbook, and formulas are worked out faster while there are
     * none.
     */
    void repeatHeadings() {
        sheets.forEach(SheetWriter::repeatHeadings);
        sheets.stream().filter(sheet -> !sheet.inputs().rows().isEmpty()).forEach(sheet -> sheet.acrossPages(3));
    }
}
