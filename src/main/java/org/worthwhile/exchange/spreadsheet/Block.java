package org.worthwhile.exchange.spreadsheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines of costs or of benefits on a sheet.
 *
 * @param at the JSON pointer of the block in the mapping
 * @param years one row, or one column where lines stand side by side
 * @param labels what the lines are called
 * @param except cells whose lines are none
 * @param sign what amounts are multiplied by so that costs, or benefits, are positive
 * @param totals where the sheet sums up
 * @param line fields of a proposal that each line gets
 */
record Block(
        String at,
        Holds holds,
        SheetRange years,
        SheetRange labels,
        List<SheetRange> except,
        int sign,
        Scale scale,
        Prices prices,
        Totals totals,
        ObjectNode line) {

    Block {
        except = List.copyOf(except);
    }

    /** What a block holds. */
    enum Holds {
        COSTS,
        BENEFITS
    }

    /** What amounts are counted in. */
    enum Scale {
        ONES(1),
        THOUSANDS(1_000),
        MILLIONS(1_000_000);

        private final int factor;

        Scale(int factor) {
            this.factor = factor;
        }

        int factor() {
            return factor;
        }
    }

    /** @param year whose prices real amounts are in; empty of nominal amounts */
    record Prices(Optional<FinancialYear> year) {}

    /**
     * Cells with totals.
     *
     * @param byYear one for each year
     * @param byLine one for each line
     * @param all of the whole block
     */
    record Totals(Optional<SheetRange> byYear, Optional<SheetRange> byLine, Optional<SheetRange> all) {

        List<SheetRange> ranges() {
            return Stream.of(byYear, byLine, all).flatMap(Optional::stream).toList();
        }
    }

    /** Whether years stand side by side and lines below one another. */
    boolean yearsAcross() {
        return years.isOneRow() && !(years.isOneColumn() && labels.isOneRow() && !labels.isOneColumn());
    }

    /** How many lines there may be. */
    int lines() {
        return yearsAcross()
                ? labels.lastRow() - labels.firstRow() + 1
                : labels.lastColumn() - labels.firstColumn() + 1;
    }

    /** The cell of a line, from 0, in the year of a cell. */
    SheetRange.Cell amount(int line, SheetRange.Cell year) {
        return yearsAcross()
                ? new SheetRange.Cell(labels.firstRow() + line, year.column())
                : new SheetRange.Cell(year.row(), labels.firstColumn() + line);
    }

    /** The cells of a line's label. */
    List<SheetRange.Cell> label(int line) {
        return labels.cells().stream()
                .filter(cell ->
                        (yearsAcross() ? cell.row() - labels.firstRow() : cell.column() - labels.firstColumn()) == line)
                .toList();
    }

    /** Whether a line is left out. */
    boolean leavesOut(int line) {
        return except.stream()
                .anyMatch(range -> yearsAcross()
                        ? labels.firstRow() + line >= range.firstRow() && labels.firstRow() + line <= range.lastRow()
                        : labels.firstColumn() + line >= range.firstColumn()
                                && labels.firstColumn() + line <= range.lastColumn());
    }
}
