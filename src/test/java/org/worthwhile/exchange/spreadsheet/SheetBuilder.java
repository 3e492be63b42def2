package org.worthwhile.exchange.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;

/** Fills workbooks as analysts do: texts, numbers, and formulas that the library of workbooks computes. */
final class SheetBuilder {

    private final Sheet sheet;

    private SheetBuilder(Sheet sheet) {
        this.sheet = sheet;
    }

    static SheetBuilder on(Workbook workbook, String name) {
        return new SheetBuilder(workbook.createSheet(name));
    }

    static SheetBuilder of(Sheet sheet) {
        return new SheetBuilder(sheet);
    }

    /** Puts values into a row from a cell on: numbers, texts, texts that begin with = as formulas; blank texts as nothing. */
    SheetBuilder put(String address, Object... values) {
        CellReference first = new CellReference(address);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Number number -> cell(first, i).setCellValue(number.doubleValue());
                case String text when text.startsWith("=") -> cell(first, i).setCellFormula(text.substring(1));
                case String text when text.isEmpty() -> {}
                case Object text -> cell(first, i).setCellValue(text.toString());
            }
        }
        return this;
    }

    private Cell cell(CellReference first, int offset) {
        Row row = sheet.getRow(first.getRow());
        return (row == null ? sheet.createRow(first.getRow()) : row).createCell(first.getCol() + offset);
    }

    Sheet sheet() {
        return sheet;
    }

    Cell at(String address) {
        CellReference reference = new CellReference(address);
        return sheet.getRow(reference.getRow()).getCell(reference.getCol());
    }

    /** Computes every formula and writes the workbook. */
    static Path save(Workbook workbook, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
