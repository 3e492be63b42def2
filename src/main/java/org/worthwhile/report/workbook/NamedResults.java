package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The result cells that other files and programs refer to by name, each with the engine's own value beside it. */
final class NamedResults {

    private final XSSFWorkbook workbook;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> named = new LinkedHashMap<>();
    private final List<Cached> cached = new ArrayList<>();

    /** A result cell with the engine's own value, which the file carries until a spreadsheet program recalculates it. */
    private record Cached(XSSFCell cell, double value) {}

    NamedResults(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Names a result {@code KIND_option}; of two whose names would be the same, only the first gets one. */
    void name(String kind, String option, SheetWriter sheet, XSSFCell cell) {
        String text = (kind + "_" + option).replaceAll("[^A-Za-z0-9_]", "_");
        if (taken.add(text.toUpperCase(Locale.ROOT))) {
            named.put(text, sheet.at(cell.getRowIndex(), cell.getColumnIndex()));
        }
    }

    /** Puts the names into the workbook. Formulas do not use them, and are worked out faster while there are none. */
    void putNames() {
        named.forEach((text, reference) -> {
            Name name = workbook.createName();
            name.setNameName(text);
            name.setRefersToFormula(reference);
        });
    }

    void remember(XSSFCell cell, double engineValue) {
        cached.add(new Cached(cell, engineValue));
    }

    /** Puts the engine's own values beside the formulas. */
    void putEngineValues() {
        cached.forEach(result -> result.cell().setCellValue(result.value()));
    }
}
