package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.BaseXSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a workbook as they are now, read once for an evaluator that asks for each of them often: every sum over a block
 * asks for all its cells, and a workbook would read the file's XML for the answer.
 */
final class ReadCells extends BaseXSSFEvaluationWorkbook {

    private final List<ReadSheet> sheets = new ArrayList<>();
    private final CopiedFormulas copies = new CopiedFormulas();

    ReadCells(XSSFWorkbook workbook) {
        super(workbook);
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            sheets.add(new ReadSheet(index, workbook.getSheetAt(index)));
        }
    }

    @Override
    public ReadSheet getSheet(int index) {
        return sheets.get(index);
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return ((ReadSheet) sheet).index;
    }

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        String formula = ((ReadCell) cell).text;
        return copies.tokens(
                formula,
                cell.getRowIndex(),
                cell.getColumnIndex(),
                () -> FormulaParser.parse(
                        formula, this, FormulaType.CELL, getSheetIndex(cell.getSheet()), cell.getRowIndex()));
    }

    /** The cells of a sheet. */
    static final class ReadSheet implements EvaluationSheet {

        private final int index;
        private final @Nullable ReadCell[][] rows;

        private ReadSheet(int index, XSSFSheet sheet) {
            this.index = index;
            this.rows = new @Nullable ReadCell[sheet.getLastRowNum() + 1][];
            for (Row row : sheet) {
                @Nullable ReadCell[] cells = new @Nullable ReadCell[Math.max(0, row.getLastCellNum())];
                for (Cell cell : row) {
                    cells[cell.getColumnIndex()] = new ReadCell(this, cell);
                }
                rows[row.getRowNum()] = cells;
            }
        }

        @Override
        public @Nullable ReadCell getCell(int row, int column) {
            boolean isThere = row < rows.length && rows[row] != null && column < rows[row].length;
            return isThere ? rows[row][column] : null;
        }

        @Override
        public int getLastRowNum() {
            return rows.length - 1;
        }

        @Override
        public boolean isRowHidden(int row) {
            return false;
        }

        @Override
        public void clearAllCachedResultValues() {
            // What was read does not change.
        }
    }

    /** A cell: its type, and its formula, text, number or truth by that. */
    static final class ReadCell implements EvaluationCell {

        private final ReadSheet sheet;
        private final int row;
        private final int column;
        private final CellType type;
        private final String text;
        private final double number;

        private ReadCell(ReadSheet sheet, Cell cell) {
            this.sheet = sheet;
            this.row = cell.getRowIndex();
            this.column = cell.getColumnIndex();
            this.type = cell.getCellType();
            this.text = switch (type) {
                case FORMULA -> cell.getCellFormula();
                case STRING -> cell.getStringCellValue();
                default -> "";
            };
            this.number = type == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
        }

        @Override
        public Object getIdentityKey() {
            return this;
        }

        @Override
        public EvaluationSheet getSheet() {
            return sheet;
        }

        @Override
        public int getRowIndex() {
            return row;
        }

        @Override
        public int getColumnIndex() {
            return column;
        }

        @Override
        public CellType getCellType() {
            return type;
        }

        @Override
        public double getNumericCellValue() {
            return number;
        }

        @Override
        public String getStringCellValue() {
            return text;
        }

        @Override
        public boolean getBooleanCellValue() {
            throw new IllegalStateException("No cell is typed as true or false.");
        }

        @Override
        public int getErrorCellValue() {
            throw new IllegalStateException("No cell is typed as an error.");
        }

        @Override
        public @Nullable CellRangeAddress getArrayFormulaRange() {
            return null;
        }

        @Override
        public boolean isPartOfArrayFormulaGroup() {
            return false;
        }

        @Override
        public CellType getCachedFormulaResultType() {
            throw new IllegalStateException("No formula has been worked out yet.");
        }
    }
}
