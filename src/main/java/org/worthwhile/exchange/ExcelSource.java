package org.worthwhile.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Column;

/** The first sheet of an Excel workbook. Formulas count as the values last computed; an error is a missing value. */
record ExcelSource(Path file, String name) implements DatasetReader.Source {

    private static final long LARGEST_FILE = 32L << 20;
    private static final long LARGEST_PART = 512L << 20;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    }

    @Override
    public String tell(DatasetReader reader) {
        byte[] bytes = WholeText.bytes(file, name, LARGEST_FILE);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            Sheet sheet = workbook.getSheetAt(0);
            boolean on = true;
            for (int i = sheet.getFirstRowNum(); on && i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                if (row != null && !isBlank(row)) {
                    on = tell(row, reader);
                }
            }
        } catch (EncryptedDocumentException locked) {
            throw DatasetReader.unusable(name, "is locked with a password", "save a copy without one");
        } catch (IOException | RecordFormatException | IllegalArgumentException | IllegalStateException malformed) {
            throw DatasetReader.unusable(
                    name,
                    "is not an Excel workbook that can be read",
                    "open it in Excel and save it again, or save it as CSV");
        }
        return Fingerprint.of(bytes);
    }

    private static boolean tell(Row row, DatasetReader reader) {
        int width = row.getLastCellNum();
        while (width > 0 && text(row.getCell(width - 1)).isEmpty()) {
            width--;
        }
        width = Math.max(width, reader.width());
        for (int column = 0; column < width; column++) {
            char[] value = text(row.getCell(column)).toCharArray();
            reader.value(column, value, 0, value.length);
        }
        return reader.endOfRow(width, row.getRowNum() + 1);
    }

    private static boolean isBlank(Row row) {
        for (Cell cell : row) {
            if (!text(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
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
