package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
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

    /** A hundredth of a unit of money. */
    private static final double MONEY = 0.01;

    private static final double RATIO = 1e-6;

    private final XSSFWorkbook workbook;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> named = new LinkedHashMap<>();
    private final List<Cached> cached = new ArrayList<>();

    /** A result cell with the engine's own value, which the file carries until a spreadsheet program recalculates it. */
    private record Cached(XSSFCell cell, double value, double within) {}

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

    /** Notes the engine's own amount of money. */
    void remember(XSSFCell cell, double engineValue) {
        cached.add(new Cached(cell, engineValue, MONEY));
    }

    /** Notes the engine's own ratio. */
    void rememberRatio(XSSFCell cell, double engineValue) {
        cached.add(new Cached(cell, engineValue, RATIO * Math.max(1, Math.abs(engineValue))));
    }

    /** The largest of the engine's amounts and ratios. */
    double largest() {
        return cached.stream()
                .mapToDouble(result -> Math.abs(result.value))
                .max()
                .orElse(0);
    }

    /** That each is still the engine's. */
    List<WorkbookCheck> checks() {
        Map<String, String> titles = new HashMap<>();
        named.forEach((title, reference) -> titles.put(reference, title));
        double open = WorkbookCheck.roundingOf(largest());
        return cached.stream()
                .map(result -> {
                    String reference = SheetWriter.at(result.cell);
                    return WorkbookCheck.engine(
                            titles.getOrDefault(reference, "Result in " + reference),
                            reference,
                            result.value,
                            Math.max(result.within, result.within == MONEY ? open : 0));
                })
                .toList();
    }

    /** Puts the engine's own values beside the formulas. */
    void putEngineValues() {
        cached.forEach(result -> result.cell().setCellValue(result.value()));
    }
}
