package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.worthwhile.report.workbook.WrittenCells.WrittenCell;
import org.worthwhile.report.workbook.WrittenCells.WrittenSheet;

/** The input cells of a sheet, what they can hold, and what guards them: validation, colour, and a formula that looks at all. */
final class GuardedInputs {

    private final List<CellAddress> inputs = new ArrayList<>();
    private final Map<Integer, InputRule> byColumn = new HashMap<>();
    private final Map<CellAddress, InputRule> byCell = new HashMap<>();
    private @Nullable InputRule others;

    /**
     * The inputs of a row.
     *
     * @param columns in which they stand
     */
    record Across(SortedSet<Integer> columns) {

        int first() {
            return columns.first();
        }

        int last() {
            return columns.last();
        }
    }

    void add(int row, int column) {
        inputs.add(new CellAddress(row, column));
    }

    void rule(int column, InputRule rule) {
        byColumn.put(column, rule);
    }

    void rule(int row, int column, InputRule rule) {
        byCell.put(new CellAddress(row, column), rule);
    }

    /** Of all cells of which nothing else is said. */
    void others(InputRule rule) {
        others = rule;
    }

    /** A rule's cells in a column, or in all columns where the rule is that of all others. */
    private record Group(InputRule rule, int column) {}

    /** The rows that have inputs, of which something is said. */
    SortedMap<Integer, Across> rows() {
        SortedMap<Integer, Across> rows = new TreeMap<>();
        for (CellAddress input : inputs) {
            if (ruleOf(input) != null) {
                rows.computeIfAbsent(input.getRow(), _ -> new Across(new TreeSet<>()))
                        .columns()
                        .add(input.getColumn());
            }
        }
        return rows;
    }

    private @Nullable InputRule ruleOf(CellAddress input) {
        InputRule own = byCell.getOrDefault(input, byColumn.get(input.getColumn()));
        return own == null ? others : own;
    }

    private boolean isOwn(CellAddress input) {
        return byCell.containsKey(input) || byColumn.containsKey(input.getColumn());
    }

    /** Guards the cells, and gives what is to be checked of them. */
    List<WorkbookCheck> guard(SheetWriter writer) {
        Map<Group, List<CellAddress>> groups = new LinkedHashMap<>();
        for (CellAddress input : inputs) {
            InputRule rule = ruleOf(input);
            if (rule != null) {
                groups.computeIfAbsent(new Group(rule, isOwn(input) ? input.getColumn() : -1), _ -> new ArrayList<>())
                        .add(input);
            }
        }
        List<WorkbookCheck> checks = new ArrayList<>();
        groups.forEach((group, cells) -> {
            validate(writer.sheet(), group.rule, cells);
            CellRangeAddress block = around(cells);
            checks.add(WorkbookCheck.count(
                    writer.name() + ", " + block.formatAsString(),
                    group.rule.counted(writer.block(block)),
                    counted(writer.written(), block, group.rule),
                    group.rule.asked() + "."));
        });
        return checks;
    }

    private static void validate(XSSFSheet sheet, InputRule rule, List<CellAddress> cells) {
        CellRangeAddress[] ranges = ranges(cells);
        String first = new CellReference(ranges[0].getFirstRow(), ranges[0].getFirstColumn()).formatAsString();
        CellRangeAddressList list = new CellRangeAddressList();
        for (CellRangeAddress range : ranges) {
            list.addCellRangeAddress(range);
        }
        DataValidation validation = sheet.getDataValidationHelper()
                .createValidation(rule.constraint(sheet.getDataValidationHelper(), first), list);
        validation.setShowErrorBox(true);
        validation.createErrorBox("What can stand here", rule.asked());
        sheet.addValidationData(validation);
        colour(sheet, "NOT(" + rule.holds(first) + ")", ranges);
    }

    /** Red where a formula holds. */
    static void colour(XSSFSheet sheet, String wrong, CellRangeAddress... ranges) {
        fill(sheet, wrong, IndexedColors.RED, IndexedColors.WHITE, ranges);
    }

    /** The colour of what was changed, where a formula holds. */
    static void colourChanged(XSSFSheet sheet, String changed, CellRangeAddress... ranges) {
        fill(sheet, changed, IndexedColors.GOLD, IndexedColors.BLACK, ranges);
    }

    /** Green where a formula holds. */
    static void colourRight(XSSFSheet sheet, String right, CellRangeAddress... ranges) {
        fill(sheet, right, IndexedColors.GREEN, IndexedColors.WHITE, ranges);
    }

    private static void fill(
            XSSFSheet sheet, String when, IndexedColors background, IndexedColors font, CellRangeAddress... ranges) {
        var formats = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(when);
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(background.getIndex());
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        rule.createFontFormatting().setFontColorIndex(font.getIndex());
        formats.addConditionalFormatting(ranges, rule);
    }

    /** Cells beneath or beside one another in one range. */
    private static CellRangeAddress[] ranges(List<CellAddress> cells) {
        List<CellRangeAddress> ranges = new ArrayList<>();
        for (CellAddress cell : cells) {
            CellRangeAddress last = ranges.isEmpty() ? null : ranges.getLast();
            boolean beneath = last != null
                    && last.getFirstColumn() == last.getLastColumn()
                    && last.getFirstColumn() == cell.getColumn()
                    && last.getLastRow() == cell.getRow() - 1;
            boolean beside = last != null
                    && last.getFirstRow() == last.getLastRow()
                    && last.getLastRow() == cell.getRow()
                    && last.getLastColumn() == cell.getColumn() - 1;
            if (last != null && beneath) {
                last.setLastRow(cell.getRow());
            } else if (last != null && beside) {
                last.setLastColumn(cell.getColumn());
            } else {
                ranges.add(new CellRangeAddress(cell.getRow(), cell.getRow(), cell.getColumn(), cell.getColumn()));
            }
        }
        return ranges.toArray(CellRangeAddress[]::new);
    }

    /** The cells and the row above them, so that a row that is put in before the first is looked at too. */
    private static CellRangeAddress around(List<CellAddress> cells) {
        return new CellRangeAddress(
                Math.max(0, cells.stream().mapToInt(CellAddress::getRow).min().orElseThrow() - 1),
                cells.stream().mapToInt(CellAddress::getRow).max().orElseThrow(),
                cells.stream().mapToInt(CellAddress::getColumn).min().orElseThrow(),
                cells.stream().mapToInt(CellAddress::getColumn).max().orElseThrow());
    }

    /** How many cells of a block a rule's formula counts as they were written, inputs or not. */
    private static long counted(WrittenSheet written, CellRangeAddress block, InputRule rule) {
        long counted = 0;
        for (int row = block.getFirstRow(); row <= block.getLastRow(); row++) {
            for (int column = block.getFirstColumn(); column <= block.getLastColumn(); column++) {
                WrittenCell cell = written.getCell(row, column);
                if (cell != null && isCounted(cell, rule)) {
                    counted++;
                }
            }
        }
        return counted;
    }

    /** A formula among the inputs is one of numbers within the bounds. */
    private static boolean isCounted(WrittenCell cell, InputRule rule) {
        return switch (cell.getCellType()) {
            case STRING -> rule.counts(cell.getStringCellValue());
            case NUMERIC -> rule.counts(cell.getNumericCellValue());
            default ->
                rule instanceof InputRule.Whole || rule instanceof InputRule.Number number && !number.mayBeEmpty();
        };
    }
}
