package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.worthwhile.attribution.Column;

/** Sheets of a workbook as Excel saved it until 2003, which hold at most 65,536 rows each. */
final class LegacySheet {

    private static final int LAST_COLUMN = SpreadsheetVersion.EXCEL97.getLastColumnIndex();

    private LegacySheet() {}

    /** Reads the first sheet. */
    static void read(Path file, SheetSink rows) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            read(workbook.getSheetAt(0), rows);
        }
    }

    /** Reads every sheet. */
    static void readAll(Path file, SheetStream.Sinks sinks) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
                SheetSink rows = sinks.of(workbook.getSheetName(i), hidden);
                read(workbook.getSheetAt(i), rows);
                for (int column = 0; column <= LAST_COLUMN; column++) {
                    if (workbook.getSheetAt(i).isColumnHidden(column)) {
                        rows.hiddenColumns(column, column);
                    }
                }
                workbook.getSheetAt(i).getMergedRegions().forEach(region -> rows.merged(region.formatAsString()));
            }
        }
    }

    private static void read(Sheet sheet, SheetSink rows) {
        for (Row row : sheet) {
            if (row.getZeroHeight()) {
                rows.hiddenRow(row.getRowNum() + 1);
            }
            for (Cell cell : row) {
                tell(cell, rows);
            }
            if (!rows.end(row.getRowNum() + 1)) {
                return;
            }
        }
    }

    private static void tell(Cell cell, SheetSink rows) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        int column = cell.getColumnIndex();
        switch (type) {
            case ERROR ->
                rows.error(column, FormulaError.forInt(cell.getErrorCellValue()).getString());
            case NUMERIC -> {
                if (DateUtil.isCellDateFormatted(cell)) {
                    rows.put(column, text(cell));
                } else {
                    number(cell, rows);
                }
            }
            default -> rows.put(column, text(cell));
        }
    }

    private static void number(Cell cell, SheetSink rows) {
        if (SheetStream.isPercent(cell.getCellStyle())) {
            rows.percent(cell.getColumnIndex(), text(cell));
            return;
        }
        String currency = ShownCurrency.of(cell.getCellStyle());
        if (currency.isEmpty()) {
            rows.number(cell.getColumnIndex(), text(cell));
        } else {
            rows.money(cell.getColumnIndex(), text(cell), currency);
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : Column.Numeric.text(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "1" : "0";
            case BLANK, ERROR, FORMULA, _NONE -> "";
        };
    }
}
