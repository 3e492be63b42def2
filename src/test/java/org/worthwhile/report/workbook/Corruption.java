package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Something that is done to a workbook by hand and should not be. */
record Corruption(String name, Consumer<XSSFWorkbook> done) {

    /** Cells may be left empty on it, which is none of any amount. */
    private static final String MAY_BE_EMPTY = "Amounts by year";

    /** The kinds of corruption of one cell or row. */
    private enum Kind {
        TEXT_FOR_A_NUMBER,
        NUMBER_AS_TEXT,
        NOTHING,
        BELOW_NOTHING,
        MORE_THAN_ALL,
        WRONG_YEAR,
        UNKNOWN_WORD,
        ROW_EMPTIED,
        ROW_TWICE,
        ROW_BENEATH,
        FORMULA_OVERWRITTEN,
        ERROR
    }

    /** A seeded corruption of any kind that a workbook has a cell for. */
    static Corruption random(XSSFWorkbook workbook, long seed) {
        Random random = new Random(seed);
        while (true) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            List<Cell> cells = cells(workbook, cell -> fits(kind, cell));
            if (!cells.isEmpty()) {
                Cell cell = cells.get(random.nextInt(cells.size()));
                String sheet = cell.getSheet().getSheetName();
                int row = cell.getRowIndex();
                int column = cell.getColumnIndex();
                return new Corruption(
                        kind + " in " + sheet + "!" + new CellReference(row, column).formatAsString() + ", seed "
                                + seed,
                        other -> corrupt(other.getSheet(sheet).getRow(row).getCell(column), kind));
            }
        }
    }

    private static List<Cell> cells(XSSFWorkbook workbook, Predicate<Cell> fits) {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (fits.test(cell)) {
                        cells.add(cell);
                    }
                }
            }
        }
        return cells;
    }

    private static boolean fits(Kind kind, Cell cell) {
        Optional<? extends DataValidation> validation = validation(cell);
        boolean number = cell.getCellType() == CellType.NUMERIC;
        boolean text = cell.getCellType() == CellType.STRING;
        if (kind == Kind.FORMULA_OVERWRITTEN) {
            // What a cell that shows the light says, nothing else can know.
            return cell.getCellType() == CellType.FORMULA
                    && !(cell.getSheet().getSheetName().equals("Summary") && cell.getRowIndex() == 3)
                    && !cell.getSheet().getSheetName().equals("Checks");
        }
        if (validation.isEmpty() || cell.getCellType() == CellType.FORMULA) {
            return false;
        }
        DataValidationConstraint constraint = validation.get().getValidationConstraint();
        return switch (kind) {
            case TEXT_FOR_A_NUMBER, NUMBER_AS_TEXT -> number;
            case NOTHING ->
                cell.getCellType() != CellType.BLANK
                        && !cell.getSheet().getSheetName().equals(MAY_BE_EMPTY);
            case BELOW_NOTHING -> number && bound(constraint.getFormula1(), 0);
            case MORE_THAN_ALL -> number && bound(constraint.getFormula2(), 1);
            case WRONG_YEAR -> text && cell.getStringCellValue().matches("\\d{4}/\\d{2}");
            case UNKNOWN_WORD -> text && constraint.getValidationType() == ValidationType.LIST;
            case ROW_EMPTIED, ROW_TWICE, ROW_BENEATH, ERROR -> true;
            case FORMULA_OVERWRITTEN -> false;
        };
    }

    private static boolean bound(@Nullable String formula, double value) {
        return formula != null && formula.equals(String.valueOf((long) value));
    }

    private static Optional<? extends DataValidation> validation(Cell cell) {
        return ((XSSFSheet) cell.getSheet())
                .getDataValidations().stream()
                        .filter(validation -> List.of(validation.getRegions().getCellRangeAddresses()).stream()
                                .anyMatch(range -> range.isInRange(cell)))
                        .findFirst();
    }

    private static void corrupt(Cell cell, Kind kind) {
        Sheet sheet = cell.getSheet();
        switch (kind) {
            case TEXT_FOR_A_NUMBER -> cell.setCellValue("abc");
            case NUMBER_AS_TEXT -> cell.setCellValue(String.valueOf(cell.getNumericCellValue()));
            case NOTHING -> cell.setBlank();
            case BELOW_NOTHING -> cell.setCellValue(-5);
            case MORE_THAN_ALL -> cell.setCellValue(1.5);
            case WRONG_YEAR -> cell.setCellValue(cell.getStringCellValue().substring(0, 5) + "99");
            case UNKNOWN_WORD -> cell.setCellValue(cell.getStringCellValue() + "x");
            case ROW_EMPTIED -> cell.getRow().forEach(Cell::setBlank);
            case ROW_TWICE -> copy(cell.getRow(), sheet.getRow(cell.getRowIndex() - 1));
            case ROW_BENEATH -> copy(cell.getRow(), sheet.createRow(sheet.getLastRowNum() + 1));
            case FORMULA_OVERWRITTEN -> {
                cell.removeFormula();
                cell.setCellValue(12345);
            }
            case ERROR -> cell.setCellErrorValue(FormulaError.NUM.getCode());
        }
    }

    /** Copies what is typed in a row. */
    private static void copy(Row from, Row to) {
        for (Cell cell : from) {
            Cell copy = to.getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            switch (cell.getCellType()) {
                case STRING -> copy.setCellValue(cell.getStringCellValue());
                case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
                default -> {}
            }
        }
    }
}
