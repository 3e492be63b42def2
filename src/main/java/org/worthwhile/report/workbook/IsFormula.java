package org.worthwhile.report.workbook;

import org.apache.poi.ss.formula.CacheAreaEval;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.OperationEvaluationContext;
import org.apache.poi.ss.formula.eval.AreaEval;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.functions.FreeRefFunction;
import org.apache.poi.ss.formula.udf.DefaultUDFFinder;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.apache.poi.ss.usermodel.CellType;

/** Which cells of a block hold formulas: a function that spreadsheet programs have, and the evaluator has not. */
final class IsFormula implements FreeRefFunction {

    /** As files write it, the standard's own functions being older. */
    static final String NAME = "_xlfn.ISFORMULA";

    /** For evaluators of workbooks that count their formulas. */
    static final UDFFinder FINDER = new DefaultUDFFinder(new String[] {NAME}, new FreeRefFunction[] {new IsFormula()});

    private IsFormula() {}

    @Override
    public ValueEval evaluate(ValueEval[] arguments, OperationEvaluationContext context) {
        if (arguments.length != 1 || !(arguments[0] instanceof AreaEval area)) {
            return ErrorEval.VALUE_INVALID;
        }
        EvaluationSheet sheet = context.getWorkbook().getSheet(area.getFirstSheetIndex());
        ValueEval[] values = new ValueEval[area.getHeight() * area.getWidth()];
        for (int i = 0; i < values.length; i++) {
            EvaluationCell cell = sheet.getCell(
                    area.getFirstRow() + i / area.getWidth(), area.getFirstColumn() + i % area.getWidth());
            values[i] = BoolEval.valueOf(cell != null && cell.getCellType() == CellType.FORMULA);
        }
        return new CacheAreaEval(
                area.getFirstRow(), area.getFirstColumn(), area.getLastRow(), area.getLastColumn(), values);
    }
}
