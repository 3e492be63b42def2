package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.worthwhile.attribution.Column;

/** The first sheet of a workbook as Excel saved it until 2003, which holds at most 65,536 rows. */
final class LegacySheet {

    private LegacySheet() {}

    static void read(Path file, SheetRows rows) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    rows.put(cell.getColumnIndex(), text(cell));
                }
                if (!rows.end(row.getRowNum() + 1)) {
                    return;
                }
            }
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
