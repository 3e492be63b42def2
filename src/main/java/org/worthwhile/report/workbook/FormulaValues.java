package org.worthwhile.report.workbook;

import java.util.List;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumericValueEval;
import org.apache.poi.ss.formula.eval.StringValueEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.report.workbook.WrittenCells.WrittenCell;
import org.worthwhile.report.workbook.WrittenCells.WrittenSheet;

/** The values of formulas, which a file carries beside them for programs that show files without working them out. */
final class FormulaValues {

    private FormulaValues() {}

    /**
     * Works every formula out once; nothing changes between, so that the evaluator need not keep track of what rests on what. Copies of what
     * formulas come to are put first, before anything that rests on them is worked out.
     */
    static void put(XSSFWorkbook workbook, List<SheetWriter> sheets) {
        List<WrittenSheet> written = sheets.stream().map(SheetWriter::written).toList();
        WorkbookEvaluator evaluator = new WorkbookEvaluator(
                new WrittenCells(workbook, written),
                IStabilityClassifier.TOTALLY_IMMUTABLE,
                AggregatingUDFFinder.DEFAULT);
        for (SheetWriter sheet : sheets) {
            for (SheetWriter.Copy copy : sheet.copies()) {
                if (evaluator.evaluate(copy.formula()) instanceof NumericValueEval number) {
                    sheet.number(copy.row(), copy.column(), number.getNumberValue(), copy.style());
                }
            }
        }
        for (WrittenSheet sheet : written) {
            for (WrittenCell formula : sheet.formulas()) {
                put(formula.cell(), evaluator.evaluate(formula));
            }
        }
    }

    private static void put(XSSFCell cell, ValueEval value) {
        switch (value) {
            case BoolEval truth -> cell.setCellValue(truth.getBooleanValue());
            case NumericValueEval number -> cell.setCellValue(number.getNumberValue());
            case StringValueEval text -> cell.setCellValue(text.getStringValue());
            case ErrorEval error -> cell.setCellErrorValue((byte) error.getErrorCode());
            default -> throw new IllegalStateException("A formula came to " + value + ".");
        }
    }
}
