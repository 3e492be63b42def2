package org.worthwhile.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.exchange.TableSheet;

/** The cells with numbers of a workbook that nothing was made of, as few rectangles. */
final class UnreadNumbers {

    private record Columns(int first, int last) {}

    private UnreadNumbers() {}

    /** A sentence for each rectangle, sheet by sheet. */
    static List<String> of(SourceWorkbook workbook) {
        return workbook.sheets().stream()
                .flatMap(sheet -> ranges(workbook, sheet).stream().map(range -> sentence(sheet, range)))
                .toList();
    }

    private static String sentence(TableSheet sheet, SheetRange range) {
        return SourceWorkbook.place(sheet, range.words()).position()
                + (sheet.hidden() ? " (the sheet is hidden)" : "")
                + (range.size() == 1 ? "" : ": " + range.size() + " numbers");
    }

    /** Runs of columns that are the same in rows below one another are one rectangle. */
    private static List<SheetRange> ranges(SourceWorkbook workbook, TableSheet sheet) {
        List<SheetRange> done = new ArrayList<>();
        Map<Columns, SheetRange> open = new LinkedHashMap<>();
        for (int row : sheet.rows().keySet()) {
            Map<Columns, SheetRange> next = new LinkedHashMap<>();
            for (Columns run : runs(workbook, sheet, row)) {
                int here = row;
                int first = Optional.ofNullable(open.get(run))
                        .filter(above -> above.lastRow() == here - 1)
                        .map(SheetRange::firstRow)
                        .orElse(row);
                next.put(run, new SheetRange(sheet.name(), first, run.first(), row, run.last()));
                if (first < row) {
                    open.remove(run);
                }
            }
            done.addAll(open.values());
            open = next;
        }
        done.addAll(open.values());
        return done;
    }

    private static List<Columns> runs(SourceWorkbook workbook, TableSheet sheet, int row) {
        List<Columns> runs = new ArrayList<>();
        for (int column :
                sheet.rows().getOrDefault(row, Collections.emptySortedMap()).keySet()) {
            SourceWorkbook.At at = new SourceWorkbook.At(sheet, new SheetRange.Cell(row, column));
            if (sheet.number(row, column).isEmpty() || workbook.wasRead(at)) {
                continue;
            }
            if (!runs.isEmpty() && runs.getLast().last() == column - 1) {
                runs.set(runs.size() - 1, new Columns(runs.getLast().first(), column));
            } else {
                runs.add(new Columns(column, column));
            }
        }
        return runs;
    }
}
