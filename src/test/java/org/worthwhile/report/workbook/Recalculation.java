package org.worthwhile.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.samples.LibreOffice;

/** Computes a workbook's results a second time, by other programs, from nothing but its inputs and formulas. */
final class Recalculation {

    private Recalculation() {}

    /** The workbook without the values that the file carries for its formulas. */
    static XSSFWorkbook withoutValues(Appraisal appraisal) {
        try {
            var bytes = new java.io.ByteArrayOutputStream();
            AppraisalWorkbook.write(appraisal, bytes);
            XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(bytes.toByteArray()));
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA
                                && ((XSSFCell) cell).getCTCell().isSetV()) {
                            ((XSSFCell) cell).getCTCell().unsetV();
                        }
                    }
                }
            }
            return workbook;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** The named results as Apache POI evaluates them; those that are words are left out. */
    static Map<String, Double> byPoi(XSSFWorkbook workbook) {
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
        return named(workbook);
    }

    /** The named results of each workbook as LibreOffice recalculates them. */
    static List<Map<String, Double>> byLibreOffice(List<XSSFWorkbook> workbooks, Path folder)
            throws IOException, InterruptedException {
        Path in = Files.createDirectories(folder.resolve("in"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < workbooks.size(); i++) {
            Path file = in.resolve(i + ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbooks.get(i).write(out);
            }
            files.add(file);
        }
        Path recalculated = LibreOffice.convert(files, "xlsx", folder);
        List<Map<String, Double>> results = new ArrayList<>();
        for (int i = 0; i < workbooks.size(); i++) {
            try (InputStream file = Files.newInputStream(recalculated.resolve(i + ".xlsx"));
                    XSSFWorkbook workbook = new XSSFWorkbook(file)) {
                results.add(named(workbook));
            }
        }
        return results;
    }

    private static Map<String, Double> named(XSSFWorkbook workbook) {
        Map<String, Double> results = new HashMap<>();
        for (Name name : workbook.getAllNames()) {
            if (name.getNameName().startsWith("_xlnm.")) {
                continue;
            }
            CellReference reference = new CellReference(name.getRefersToFormula());
            Cell cell = workbook.getSheet(reference.getSheetName())
                    .getRow(reference.getRow())
                    .getCell(reference.getCol());
            if (cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                results.put(name.getNameName(), cell.getNumericCellValue());
            }
        }
        return results;
    }
}
