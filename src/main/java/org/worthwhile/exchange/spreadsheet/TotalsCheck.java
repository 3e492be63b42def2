package org.worthwhile.exchange.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.spreadsheet.ReadBlock.Line;
import org.worthwhile.exchange.spreadsheet.ReadBlock.YearCell;
import org.worthwhile.exchange.spreadsheet.SourceWorkbook.At;
import org.worthwhile.problem.Fault;
import org.worthwhile.proposal.FinancialYear;

/** Holds the totals of a sheet against the sums of what was read. */
final class TotalsCheck {

    /** By so much of the amounts that are added up, the order of adding moves a sum of floating point numbers. */
    private static final double ROUNDING = 1e-10;

    private final SourceWorkbook workbook;
    private final Findings findings;
    private int agreeing;

    TotalsCheck(SourceWorkbook workbook, Findings findings) {
        this.workbook = workbook;
        this.findings = findings;
    }

    /** How many totals agree with what was read. */
    int agreeing() {
        return agreeing;
    }

    /** The totals of a block. */
    void check(ReadBlock read) {
        Block.Totals totals = read.block().totals();
        totals.byYear().ifPresent(range -> byYear(read, range));
        totals.byLine().ifPresent(range -> byLine(read, range));
        totals.all().ifPresent(range -> check(range, "the total", read.sum(), size(List.of(read))));
    }

    private void byYear(ReadBlock read, SheetRange range) {
        if (isOf(range, read.block().years().size(), "years")) {
            Map<Integer, FinancialYear> years = new HashMap<>();
            read.years().forEach((YearCell year) -> years.put(year.position(), year.year()));
            each(
                    range,
                    position -> Optional.ofNullable(years.get(position)),
                    (cell, year) ->
                            check(on(range, cell), "the total of " + year, read.sum(year), size(List.of(read))));
        }
    }

    private void byLine(ReadBlock read, SheetRange range) {
        if (isOf(range, read.block().lines(), "lines")) {
            Map<Integer, Line> lines = new HashMap<>();
            read.lines().forEach((Line line) -> lines.put(line.position(), line));
            each(
                    range,
                    position -> Optional.ofNullable(lines.get(position)),
                    (cell, line) -> check(
                            on(range, cell), "the total of '" + line.title() + "'", line.sum(), size(List.of(read))));
        }
    }

    /** The sums of an option, in the unit and sign that its blocks have. */
    void check(SpreadsheetMapping.Sums sums, List<ReadBlock> blocks) {
        List<ReadBlock> costs = of(blocks, Block.Holds.COSTS);
        List<ReadBlock> benefits = of(blocks, Block.Holds.BENEFITS);
        sums.costs().ifPresent(range -> check(range, "the sum of costs", inUnit(costs, true), size(costs)));
        sums.benefits().ifPresent(range -> check(range, "the sum of benefits", inUnit(benefits, true), size(benefits)));
        sums.net()
                .ifPresent(range -> check(
                        range,
                        "the sum of benefits less costs",
                        inUnit(blocks, false, money(benefits).subtract(money(costs))),
                        size(blocks)));
    }

    /** A net present value, in whole money. */
    void checkPresentValue(SheetRange range, List<ReadBlock> blocks, double value) {
        check(range, "the net present value", inUnit(blocks, false, BigDecimal.valueOf(value)), size(blocks));
    }

    private static List<ReadBlock> of(List<ReadBlock> blocks, Block.Holds holds) {
        return blocks.stream().filter(read -> read.block().holds() == holds).toList();
    }

    private static BigDecimal money(List<ReadBlock> blocks) {
        return blocks.stream().map(ReadBlock::money).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal inUnit(List<ReadBlock> blocks, boolean signed) {
        return inUnit(blocks, signed, money(blocks));
    }

    private static BigDecimal inUnit(List<ReadBlock> blocks, boolean signed, BigDecimal money) {
        if (blocks.isEmpty()) {
            return money;
        }
        Block first = blocks.getFirst().block();
        int sign = signed ? first.sign() : 1;
        return money.divide(BigDecimal.valueOf((long) first.scale().factor() * sign), MathContext.DECIMAL64);
    }

    /** What is added up without its signs, in the unit of the first block. */
    private static double size(List<ReadBlock> blocks) {
        double money = blocks.stream()
                .flatMap(read -> read.lines().stream()
                        .flatMap(line -> line.amounts().values().stream())
                        .map(read::inMoney))
                .mapToDouble(amount -> Math.abs(amount.doubleValue()))
                .sum();
        return blocks.isEmpty() ? 0 : money / blocks.getFirst().block().scale().factor();
    }

    private boolean isOf(SheetRange range, long wanted, String what) {
        if (range.size() != wanted) {
            workbook.sheet(range.sheet())
                    .ifPresent(sheet -> findings.wrong(
                            SourceWorkbook.place(sheet, range.words()),
                            new Fault(
                                    "has " + range.size() + " cells for the totals of " + wanted + " " + what,
                                    "point at a cell for each")));
        }
        return range.size() == wanted;
    }

    private interface Summand<T> {
        Optional<T> at(int position);
    }

    private interface Total<T> {
        void check(SheetRange.Cell cell, T of);
    }

    private <T> void each(SheetRange range, Summand<T> summand, Total<T> total) {
        List<SheetRange.Cell> cells = range.cells();
        for (int i = 0; i < cells.size(); i++) {
            SheetRange.Cell cell = cells.get(i);
            summand.at(i).ifPresent(of -> total.check(cell, of));
        }
    }

    private static SheetRange on(SheetRange range, SheetRange.Cell cell) {
        return new SheetRange(range.sheet(), cell.row(), cell.column(), cell.row(), cell.column());
    }

    private void check(SheetRange range, String what, BigDecimal sum, double size) {
        Optional<TableSheet> sheet = workbook.sheet(range.sheet());
        if (sheet.isEmpty()) {
            return;
        }
        At at = new At(sheet.get(), range.cells().getFirst());
        workbook.markRead(at);
        OptionalDouble stated = at.isNothing() && sum.signum() == 0 ? OptionalDouble.of(0) : at.amount();
        if (stated.isEmpty()) {
            findings.wrong(
                    at,
                    new Fault(
                            what + " cannot be checked: " + at.fault().what(),
                            at.isNothing() ? "point at the total" : at.fault().remedy()));
            return;
        }
        double difference =
                BigDecimal.valueOf(stated.getAsDouble()).subtract(sum).doubleValue();
        double tolerance = ROUNDING * Math.max(size, Math.abs(stated.getAsDouble()));
        if (Math.abs(difference) <= tolerance) {
            agreeing++;
            return;
        }
        findings.differs(
                at,
                difference,
                new Fault(
                        what + " is " + text(BigDecimal.valueOf(stated.getAsDouble())) + ", and what was read comes to "
                                + text(sum) + ", a difference of " + text(BigDecimal.valueOf(difference)),
                        "point at everything that it counts and at nothing else, or accept it in the mapping"));
    }

    /** To twelve digits, so that a difference is not rounded away. */
    private static String text(BigDecimal number) {
        BigDecimal rounded =
                number.round(new MathContext(12, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
