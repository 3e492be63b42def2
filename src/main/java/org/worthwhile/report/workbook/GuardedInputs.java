package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
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

    /** A block of cells under one rule, with the formula that says whether all hold. */
    record Guarded(String where, String holds, String words) {}

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

    /** Guards the cells, and gives what is to be checked of them. */
    List<Guarded> guard(SheetWriter writer, WrittenSheet written) {
        XSSFSheet sheet = writer.sheet();
        Map<Group, List<CellAddress>> groups = new LinkedHashMap<>();
        for (CellAddress input : inputs) {
            InputRule own = byCell.getOrDefault(input, byColumn.get(input.getColumn()));
            InputRule rule = own == null ? others : own;
            if (rule != null) {
                groups.computeIfAbsent(new Group(rule, own == null ? -1 : input.getColumn()), _ -> new ArrayList<>())
                        .add(input);
            }
        }
        List<Guarded> guarded = new ArrayList<>();
        groups.forEach((group, cells) -> {
            validate(sheet, group.rule, cells);
            CellRangeAddress block = around(cells);
            guarded.add(new Guarded(
                    writer.name() + ", " + block.formatAsString(),
                    group.rule.holdsAll(
                            writer.block(
                                    block.getFirstRow(),
                                    block.getFirstColumn(),
                                    block.getLastRow(),
                                    block.getLastColumn()),
                            kept(written, block, group.rule)),
                    group.rule.asked() + "."));
        });
        return guarded;
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
        var formats = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(wrong);
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(IndexedColors.RED.getIndex());
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        rule.createFontFormatting().setFontColorIndex(IndexedColors.WHITE.getIndex());
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

    private static CellRangeAddress around(List<CellAddress> cells) {
        return new CellRangeAddress(
                cells.stream().mapToInt(CellAddress::getRow).min().orElseThrow(),
                cells.stream().mapToInt(CellAddress::getRow).max().orElseThrow(),
                cells.stream().mapToInt(CellAddress::getColumn).min().orElseThrow(),
                cells.stream().mapToInt(CellAddress::getColumn).max().orElseThrow());
    }

    /** How many cells of a block hold what the rule asks for, inputs or not: those that a formula would count. */
    private static long kept(WrittenSheet written, CellRangeAddress block, InputRule rule) {
        long kept = 0;
        for (int row = block.getFirstRow(); row <= block.getLastRow(); row++) {
            for (int column = block.getFirstColumn(); column <= block.getLastColumn(); column++) {
                WrittenCell cell = written.getCell(row, column);
                if (cell != null
                        && (cell.getCellType() == CellType.STRING
                                ? rule.isText(cell.getStringCellValue())
                                : rule instanceof InputRule.Number)) {
                    kept++;
                }
            }
        }
        return kept;
    }
}
