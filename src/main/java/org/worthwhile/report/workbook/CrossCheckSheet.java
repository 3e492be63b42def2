package org.worthwhile.report.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.worthwhile.exchange.OfficeFile;
import org.worthwhile.report.workbook.GuardedInputs.Across;
import org.worthwhile.report.workbook.WrittenCells.WrittenCell;

/**
 * Looks at each row of every sheet, whatever the inputs are: that what is no formula stands there as it was written, and that formulas
 * come to what they do when worked out a second time, a row of years in its total.
 */
final class CrossCheckSheet {

    static final String NAME = "Cross-checks";

    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int CELLS = 3;
    private static final int AMOUNTS = 4;

    /** Characters of a formula, of which spreadsheet programs take 8,192. */
    private static final int LONGEST = 4000;

    /** Characters of a text that are compared; programs take 255 of them in a formula. */
    private static final int LONGEST_TEXT = 200;

    /** Digits that every program keeps of a number in a formula. */
    private static final int DIGITS = 15;

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("[=|@]|\\p{Alpha}\\(");

    private final SheetWriter sheet;
    private final Styles styles;

    CrossCheckSheet(SheetWriter sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    /**
     * Fills the sheet once those that it looks at are written.
     *
     * @param free the names of sheets that are there to be written on, or that look at others themselves
     */
    List<WorkbookCheck> fill(List<SheetWriter> all, Set<String> free) {
        sheet.title(
                "Cross-checks",
                "Every row is worked out or compared a second time: 0 where nothing was damaged, whatever the inputs. Nothing to type here.",
                "A row of years is compared by its total, which is reached by another formula.");
        int headings = sheet.headings(
                List.of(
                        "Sheet",
                        "From row when written",
                        "To row",
                        "Cells that hold something else",
                        "Amounts that differ by"),
                1);
        List<WorkbookCheck> checks = new ArrayList<>();
        int top = sheet.next();
        for (SheetWriter checked : all) {
            if (!free.contains(checked.name()) && checked.written().hasFigures()) {
                int first = sheet.next();
                compare(checked);
                checks.addAll(checks(checked, first, sheet.next() - 1));
            }
        }
        if (sheet.next() > top) {
            CellRangeAddress found = new CellRangeAddress(top, sheet.next() - 1, CELLS, CELLS);
            GuardedInputs.colour(
                    sheet.sheet(),
                    "IF(ISERROR(" + SheetWriter.here(top, CELLS) + "),TRUE," + SheetWriter.here(top, CELLS) + ">0)",
                    found);
        }
        sheet.widths(34, 22, 12, 32, 26);
        sheet.freeze(0, headings + 1);
        return checks;
    }

    private List<WorkbookCheck> checks(SheetWriter checked, int first, int last) {
        return List.of(
                WorkbookCheck.count(
                        "Cells of " + checked.name(),
                        "SUM(" + sheet.block(first, CELLS, last, CELLS) + ")",
                        0,
                        "Headings, names and figures that are no formulas stand as they were written."),
                WorkbookCheck.secondRoute(
                        "Second route on " + checked.name(),
                        "SUM(" + sheet.block(first, AMOUNTS, last, AMOUNTS) + ")",
                        checked.block(
                                checked.checkedFrom(),
                                0,
                                checked.written().getLastRowNum(),
                                checked.written().lastColumn())));
    }

    /** Compares all rows of a sheet, as many in a row of this one as formulas have room for. */
    private void compare(SheetWriter checked) {
        Map<Integer, Across> inputs = checked.inputs().rows();
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
        int from = 0;
        int last = checked.written().getLastRowNum();
        for (int row = 0; row <= last; row++) {
            Parts own = new Parts(new ArrayList<>(), new ArrayList<>());
            compare(checked, row, Optional.ofNullable(inputs.get(row)), own);
            if (row > from && parts.length() + own.length() > LONGEST) {
                put(checked, from, row - 1, parts);
                from = row;
            }
            parts.cells.addAll(own.cells);
            parts.amounts.addAll(own.amounts);
        }
        put(checked, from, last, parts);
    }

    /**
     * What is compared.
     *
     * @param cells formulas that count cells which hold something else
     * @param amounts formulas of what amounts differ by
     */
    private record Parts(List<String> cells, List<String> amounts) {

        private int length() {
            return Math.max(
                    cells.stream().mapToInt(String::length).sum(),
                    amounts.stream().mapToInt(String::length).sum());
        }
    }

    /** @param inputs of the row, if it has some */
    private static void compare(SheetWriter checked, int row, Optional<Across> inputs, Parts parts) {
        List<SecondRoutes.Route> routes = checked.routes().in(row);
        routes.forEach(route -> (route.isCount() ? parts.cells : parts.amounts).add(route.deviation()));
        for (int column = 0; column <= checked.written().lastColumn(); column++) {
            WrittenCell cell = checked.written().getCell(row, column);
            int at = column;
            if (cell == null
                    || inputs.filter(across -> isCopied(cell, across)).isPresent()
                    || routes.stream().anyMatch(route -> route.covers(at))) {
                continue;
            }
            if (cell.getCellType() != CellType.FORMULA) {
                parts.cells.add(differs(checked.at(row, column, false, false), cell));
            } else if (row >= checked.checkedFrom()) {
                String own = checked.at(row, column, false, false);
                String again = CopiedFormulas.from(checked.name(), cell.getStringCellValue());
                if (mayBeText(cell.getStringCellValue())) {
                    parts.cells.add("(" + own + "<>" + again + ")");
                } else {
                    parts.amounts.add("ABS(" + own + "-(" + again + "))");
                }
            }
        }
    }

    private void put(SheetWriter checked, int from, int to, Parts parts) {
        while (!parts.cells.isEmpty() || !parts.amounts.isEmpty()) {
            int line = sheet.row();
            sheet.text(line, 0, checked.name());
            sheet.number(line, FROM, from + 1, styles.number("0"));
            sheet.number(line, TO, to + 1, styles.number("0"));
            put(line, CELLS, parts.cells);
            put(line, AMOUNTS, parts.amounts);
        }
    }

    /** Whether a cell of a row of inputs is compared with its copy among those appraised. */
    private static boolean isCopied(WrittenCell cell, Across across) {
        return cell.getColumnIndex() <= across.last()
                && (cell.getCellType() != CellType.FORMULA || across.columns().contains(cell.getColumnIndex()));
    }

    /** Puts the sum of as many as a formula has room for, and takes them off. */
    private void put(int line, int column, List<String> parts) {
        int count = 0;
        int length = 0;
        while (count < parts.size() && (count == 0 || length + parts.get(count).length() < LONGEST)) {
            length += parts.get(count++).length() + 1;
        }
        if (count > 0) {
            sheet.formula(line, column, "0+" + String.join("+", parts.subList(0, count)), styles.number("General"));
            parts.subList(0, count).clear();
        }
    }

    /** A formula that shows what stands elsewhere, that puts texts together, or that chooses what may be one. */
    private static boolean mayBeText(String formula) {
        return formula.startsWith("IF(")
                || formula.startsWith("INDEX(")
                || formula.contains("&")
                || formula.chars().noneMatch(character -> "(+-*/^".indexOf(character) >= 0);
    }

    private static String differs(String own, WrittenCell cell) {
        if (cell.getCellType() == CellType.STRING) {
            String text = cell.getStringCellValue();
            // What would be a formula if it were no text does not get into one, not even as a part of a text.
            if (OfficeFile.isActive(text) || LIKE_A_FORMULA.matcher(text).find()) {
                return "(LEN(" + own + ")<>" + text.length() + ")";
            }
            String line = text.lines().findFirst().orElse("");
            String compared = line.length() > LONGEST_TEXT
                    ? line.substring(
                            0,
                            Character.isHighSurrogate(line.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT)
                    : line;
            String part = compared.length() == text.length() ? own : "LEFT(" + own + "," + compared.length() + ")";
            return "(" + part + "<>\"" + compared.replace("\"", "\"\"") + "\")";
        }
        BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue());
        return number.stripTrailingZeros().precision() <= DIGITS
                ? "(" + own + "<>" + plain(number) + ")"
                : "(ABS(" + own + "-" + plain(number) + ")>"
                        + plain(number.abs().scaleByPowerOfTen(-9)) + ")";
    }

    private static String plain(BigDecimal number) {
        return number.signum() < 0 ? "(" + number + ")" : number.toString();
    }
}
