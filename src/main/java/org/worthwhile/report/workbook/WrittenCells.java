package org.worthwhile.report.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.BaseXSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a workbook as they were written, for an evaluator that asks for each of them often: every sum over a block asks
 * for all its cells, and the workbook itself would read the file's XML for the answer.
 */
final class WrittenCells extends BaseXSSFEvaluationWorkbook {

    private final List<WrittenSheet> sheets;
    private final Map<EvaluationSheet, Integer> indices = new HashMap<>();
    private final CopiedFormulas copies = new CopiedFormulas();

    /** @param sheets of the workbook, all and in its order */
    WrittenCells(XSSFWorkbook workbook, List<WrittenSheet> sheets) {
        super(workbook);
        this.sheets = List.copyOf(sheets);
        for (int index = 0; index < sheets.size(); index++) {
            indices.put(sheets.get(index), index);
        }
    }

    @Override
    public WrittenSheet getSheet(int index) {
        return sheets.get(index);
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return Objects.requireNonNull(indices.get(sheet));
    }

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        String formula = ((WrittenCell) cell).text;
        return copies.tokens(
                formula,
                cell.getRowIndex(),
                cell.getColumnIndex(),
                () -> FormulaParser.parse(
                        formula, this, FormulaType.CELL, getSheetIndex(cell.getSheet()), cell.getRowIndex()));
    }

    /** The cells of a sheet. */
    static final class WrittenSheet implements EvaluationSheet {

        private @Nullable WrittenCell[][] rows = new @Nullable WrittenCell[64][];
        private int lastRow = -1;
        private int lastColumn = -1;

        /** Notes what was written into a cell, in place of what was before. */
        void note(WrittenCell cell) {
            if (cell.row >= rows.length) {
                rows = Arrays.copyOf(rows, Math.max(cell.row + 1, 2 * rows.length));
            }
            @Nullable WrittenCell[] cells = rows[cell.row];
            if (cells == null || cell.column >= cells.length) {
                cells = cells == null
                        ? new @Nullable WrittenCell[Math.max(cell.column + 1, 8)]
                        : Arrays.copyOf(cells, Math.max(cell.column + 1, 2 * cells.length));
                rows[cell.row] = cells;
            }
            cells[cell.column] = cell;
            lastRow = Math.max(lastRow, cell.row);
            lastColumn = Math.max(lastColumn, cell.column);
        }

        /** Whether it holds formulas or numbers. */
        boolean hasFigures() {
            return Arrays.stream(rows)
                    .filter(Objects::nonNull)
                    .flatMap(Arrays::stream)
                    .anyMatch(cell -> cell != null && cell.type != CellType.STRING);
        }

        /** The cells that hold formulas. */
        List<WrittenCell> formulas() {
            return Arrays.stream(rows)
                    .filter(Objects::nonNull)
                    .flatMap(Arrays::stream)
                    .filter(cell -> cell != null && cell.type == CellType.FORMULA)
                    .toList();
        }

        @Override
        public @Nullable WrittenCell getCell(int row, int column) {
            boolean isThere = row < rows.length && rows[row] != null && column < rows[row].length;
            return isThere ? rows[row][column] : null;
        }

        /** The last column that a cell was written into. */
        int lastColumn() {
            return lastColumn;
        }

        @Override
        public int getLastRowNum() {
            return lastRow;
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

    /** A cell: its type, and its formula, text or number by that. */
    static final class WrittenCell implements EvaluationCell {

        private final WrittenSheet sheet;
        private final XSSFCell cell;
        private final int row;
        private final int column;
        private final CellType type;
        private final String text;
        private final double number;

        private WrittenCell(WrittenSheet sheet, XSSFCell cell, CellType type, String text, double number) {
            this.sheet = sheet;
            this.cell = cell;
            this.row = cell.getRowIndex();
            this.column = cell.getColumnIndex();
            this.type = type;
            this.text = text;
            this.number = number;
        }

        static WrittenCell formula(WrittenSheet sheet, XSSFCell cell, String formula) {
            return new WrittenCell(sheet, cell, CellType.FORMULA, formula, 0);
        }

        static WrittenCell text(WrittenSheet sheet, XSSFCell cell, String text) {
            return new WrittenCell(sheet, cell, CellType.STRING, text, 0);
        }

        static WrittenCell number(WrittenSheet sheet, XSSFCell cell, double number) {
            return new WrittenCell(sheet, cell, CellType.NUMERIC, "", number);
        }

        /** The cell of the workbook. */
        XSSFCell cell() {
            return cell;
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
