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
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.NumericValueEval;
import org.apache.poi.ss.formula.eval.StringValueEval;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
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
            XSSFWorkbook workbook = open(bytes);
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

    /** Another workbook that holds the same. */
    static XSSFWorkbook copy(XSSFWorkbook workbook) {
        try {
            var bytes = new java.io.ByteArrayOutputStream();
            workbook.write(bytes);
            return open(bytes);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static XSSFWorkbook open(java.io.ByteArrayOutputStream bytes) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(bytes.toByteArray()));
        workbook.addToolPack(IsFormula.FINDER);
        return workbook;
    }

    /**
     * The named results as Apache POI evaluates them, beside every other formula; those that are words are left out. Nothing changes
     * between, so that the evaluator need not keep track of what rests on what.
     */
    static Map<String, Double> byPoi(XSSFWorkbook workbook) {
        EvaluationWorkbook evaluated = XSSFEvaluationWorkbook.create(workbook);
        WorkbookEvaluator evaluator =
                new WorkbookEvaluator(evaluated, IStabilityClassifier.TOTALLY_IMMUTABLE, AggregatingUDFFinder.DEFAULT);
        for (Sheet sheet : workbook) {
            EvaluationSheet cells = evaluated.getSheet(workbook.getSheetIndex(sheet));
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        evaluator.evaluate(cells.getCell(cell.getRowIndex(), cell.getColumnIndex()));
                    }
                }
            }
        }
        return named(workbook, cell -> {
            EvaluationSheet cells = evaluated.getSheet(workbook.getSheetIndex(cell.getSheet()));
            return evaluator.evaluate(cells.getCell(cell.getRowIndex(), cell.getColumnIndex()))
                            instanceof NumericValueEval number
                    ? OptionalDouble.of(number.getNumberValue())
                    : OptionalDouble.empty();
        });
    }

    /** What one cell comes to as Apache POI evaluates it; "an error" where it is one. */
    static String textByPoi(XSSFWorkbook workbook, String sheet, int row, int column) {
        EvaluationWorkbook evaluated = XSSFEvaluationWorkbook.create(workbook);
        WorkbookEvaluator evaluator =
                new WorkbookEvaluator(evaluated, IStabilityClassifier.TOTALLY_IMMUTABLE, AggregatingUDFFinder.DEFAULT);
        EvaluationSheet cells = evaluated.getSheet(workbook.getSheetIndex(sheet));
        return evaluator.evaluate(cells.getCell(row, column)) instanceof StringValueEval text
                ? text.getStringValue()
                : "an error";
    }

    /** What one cell of each workbook comes to as LibreOffice works it out; "an error" where it is one. */
    static List<String> textByLibreOffice(List<XSSFWorkbook> workbooks, String sheet, int row, int column, Path folder)
            throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (XSSFWorkbook workbook : recalculated(workbooks, folder)) {
            Cell cell = workbook.getSheet(sheet).getRow(row).getCell(column);
            texts.add(cell.getCachedFormulaResultType() == CellType.STRING ? cell.getStringCellValue() : "an error");
        }
        return texts;
    }

    /** The named results of each workbook as LibreOffice recalculates them. */
    static List<Map<String, Double>> byLibreOffice(List<XSSFWorkbook> workbooks, Path folder)
            throws IOException, InterruptedException {
        return recalculated(workbooks, folder).stream()
                .map(workbook -> named(workbook, Recalculation::held))
                .toList();
    }

    private static List<XSSFWorkbook> recalculated(List<XSSFWorkbook> workbooks, Path folder)
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
        List<XSSFWorkbook> opened = new ArrayList<>();
        for (int i = 0; i < workbooks.size(); i++) {
            try (InputStream file = Files.newInputStream(recalculated.resolve(i + ".xlsx"))) {
                opened.add(new XSSFWorkbook(file));
            }
        }
        return opened;
    }

    /** The number that a file holds for a formula. */
    private static OptionalDouble held(Cell cell) {
        return cell.getCachedFormulaResultType() == CellType.NUMERIC
                ? OptionalDouble.of(cell.getNumericCellValue())
                : OptionalDouble.empty();
    }

    private static Map<String, Double> named(XSSFWorkbook workbook, Function<Cell, OptionalDouble> value) {
        Map<String, Double> results = new HashMap<>();
        for (Name name : workbook.getAllNames()) {
            if (name.getNameName().startsWith("_xlnm.")) {
                continue;
            }
            CellReference reference = new CellReference(name.getRefersToFormula());
            Cell cell = workbook.getSheet(reference.getSheetName())
                    .getRow(reference.getRow())
                    .getCell(reference.getCol());
            value.apply(cell).ifPresent(number -> results.put(name.getNameName(), number));
        }
        return results;
    }
}
