package org.worthwhile.exchange.spreadsheet;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.proposal.FinancialYear;

/**
 * A block as the sheet has it, in the sheet's own unit and sign.
 *
 * @param years columns with a year, or rows where lines stand side by side
 */
record ReadBlock(Block block, TableSheet sheet, List<YearCell> years, List<Line> lines) {

    ReadBlock {
        years = List.copyOf(years);
        lines = List.copyOf(lines);
    }

    /** @param position from 0 within the range of years */
    record YearCell(int position, SheetRange.Cell cell, FinancialYear year) {}

    /**
     * A line with amounts.
     *
     * @param position from 0 within the range of labels
     * @param label where its title stands
     * @param cells where its amounts may stand
     */
    record Line(
            int position,
            String title,
            SheetRange.Cell label,
            SheetRange cells,
            SortedMap<FinancialYear, BigDecimal> amounts) {

        Line {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }

        BigDecimal sum() {
            return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** Whether every line is called as one of another block that holds the same, with amounts in a year that both have. */
    boolean repeats(ReadBlock other) {
        return block.holds() == other.block.holds()
                && !lines.isEmpty()
                && lines.stream()
                        .allMatch(line -> other.lines.stream()
                                .anyMatch(same -> same.title().equalsIgnoreCase(line.title())
                                        && !Collections.disjoint(
                                                same.amounts().keySet(),
                                                line.amounts().keySet())));
    }

    SourceWorkbook.At at(SheetRange.Cell cell) {
        return new SourceWorkbook.At(sheet, cell);
    }

    BigDecimal sum() {
        return lines.stream().map(Line::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal sum(FinancialYear year) {
        return lines.stream()
                .map(line -> line.amounts().getOrDefault(year, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum in whole money, costs and benefits being positive. */
    BigDecimal money() {
        return inMoney(sum());
    }

    /** An amount of the sheet in whole money. */
    BigDecimal inMoney(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf((long) block.scale().factor() * block.sign()));
    }
}
