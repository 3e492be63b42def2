package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of formulas of a sheet whose total, or whose words, other formulas come to as well, whatever the inputs. */
final class SecondRoutes {

    private final Map<Integer, List<Route>> byRow = new HashMap<>();

    /**
     * Cells beside one another that are reached twice.
     *
     * @param deviation a formula that is 0 while both routes end at the same
     * @param isCount whether it counts cells; otherwise it is an amount
     */
    record Route(int row, int firstColumn, int lastColumn, String deviation, boolean isCount) {

        boolean covers(int column) {
            return column >= firstColumn && column <= lastColumn;
        }
    }

    /** That cells add up to what another formula comes to. */
    void total(SheetWriter sheet, int row, int firstColumn, int lastColumn, String total) {
        String block = sheet.block(row, firstColumn, row, lastColumn);
        add(new Route(row, firstColumn, lastColumn, "ABS(SUM(" + block + ")-(" + total + "))", false));
    }

    /** That cells hold what those of another block do. */
    void same(SheetWriter sheet, int row, int firstColumn, int lastColumn, String other) {
        String block = sheet.block(row, firstColumn, row, lastColumn);
        add(new Route(row, firstColumn, lastColumn, CellCounts.of(block + "<>" + other), true));
    }

    private void add(Route route) {
        byRow.computeIfAbsent(route.row, _ -> new ArrayList<>()).add(route);
    }

    List<Route> in(int row) {
        return byRow.getOrDefault(row, List.of());
    }
}
