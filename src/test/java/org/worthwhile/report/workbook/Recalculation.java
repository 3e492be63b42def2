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
import java.util.concurrent.TimeUnit;
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

/** Computes a workbook's results a second time, by other programs, from nothing but its inputs and formulas. */
final class Recalculation {

    private static final int LONGEST_SECONDS = 240;

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

    static boolean libreOfficeIsInstalled() {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    /** The named results of each workbook as LibreOffice recalculates them. */
    static List<Map<String, Double>> byLibreOffice(List<XSSFWorkbook> workbooks, Path folder)
            throws IOException, InterruptedException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path recalculated = Files.createDirectories(folder.resolve("out"));
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                recalculated.toString()));
        for (int i = 0; i < workbooks.size(); i++) {
            Path file = in.resolve(i + ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbooks.get(i).write(out);
            }
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "LibreOffice did not finish: " + Files.readString(folder.resolve("log.txt")));
        }
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
