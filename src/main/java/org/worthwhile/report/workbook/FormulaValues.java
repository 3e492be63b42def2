package org.worthwhile.report.workbook;

import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumericValueEval;
import org.apache.poi.ss.formula.eval.StringValueEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The values of formulas, which a file carries beside them for programs that show files without working them out. */
final class FormulaValues {

    private FormulaValues() {}

    /** Works every formula out once; nothing changes between, so that the evaluator need not keep track of what rests on what. */
    static void put(XSSFWorkbook workbook) {
        ReadCells cells = new ReadCells(workbook);
        WorkbookEvaluator evaluator =
                new WorkbookEvaluator(cells, IStabilityClassifier.TOTALLY_IMMUTABLE, AggregatingUDFFinder.DEFAULT);
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            XSSFSheet sheet = workbook.getSheetAt(index);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    ReadCells.ReadCell read = cells.getSheet(index).getCell(cell.getRowIndex(), cell.getColumnIndex());
                    if (read != null && read.getCellType() == CellType.FORMULA) {
                        put(cell, evaluator.evaluate(read));
                    }
                }
            }
        }
    }

    private static void put(Cell cell, ValueEval value) {
        switch (value) {
            case BoolEval truth -> cell.setCellValue(truth.getBooleanValue());
            case NumericValueEval number -> cell.setCellValue(number.getNumberValue());
            case StringValueEval text -> cell.setCellValue(text.getStringValue());
            case ErrorEval error -> cell.setCellErrorValue((byte) error.getErrorCode());
            default -> throw new IllegalStateException("A formula came to " + value + ".");
        }
    }
}
