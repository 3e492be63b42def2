package org.worthwhile.exchange.spreadsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.spreadsheet.ReadBlock.Line;
import org.worthwhile.exchange.spreadsheet.ReadBlock.YearCell;
import org.worthwhile.exchange.spreadsheet.SourceWorkbook.At;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.TotalLabel;
import org.worthwhile.proposal.FinancialYear;

/** Reads the years and lines of blocks. */
final class BlockReader {

    private static final int MOST_SUMMED = 200;

    /** The sheet adds up in binary numbers. */
    private static final double ROUNDING = 1e-9;

    private final SourceWorkbook workbook;
    private final YearStyle style;
    private final String currency;
    private final Findings findings;
    private final List<String> notes;

    /**
     * A reader of blocks.
     *
     * @param currency of the proposal, by its code
     * @param notes told of what a reader of the proposal should know
     */
    BlockReader(SourceWorkbook workbook, YearStyle style, String currency, Findings findings, List<String> notes) {
        this.workbook = workbook;
        this.style = style;
        this.currency = currency;
        this.findings = findings;
        this.notes = notes;
    }

    /** The lines of a block on a sheet; what is wrong is among the findings. */
    ReadBlock read(Block block, TableSheet sheet) {
        List<YearCell> years = years(block, sheet);
        SheetHeadings.check(block, sheet, findings);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < block.lines(); i++) {
            if (!block.leavesOut(i)) {
                line(block, sheet, years, i).ifPresent(lines::add);
            }
        }
        if (lines.isEmpty()) {
            findings.wrong(
                    SourceWorkbook.place(sheet, block.labels().words()),
                    new Fault("no line has an amount", "point at the labels of lines and the years of their amounts"));
        }
        ReadBlock read = new ReadBlock(block, sheet, years, lines);
        requireSign(read);
        requireNoSum(read);
        return read;
    }

    private List<YearCell> years(Block block, TableSheet sheet) {
        List<YearCell> years = new ArrayList<>();
        Map<FinancialYear, SheetRange.Cell> seen = new HashMap<>();
        List<SheetRange.Cell> cells = block.years().cells();
        for (int i = 0; i < cells.size(); i++) {
            At at = new At(sheet, cells.get(i));
            String text = at.heading();
            if (text.isEmpty() && isGap(block, sheet, cells.get(i))) {
                continue;
            }
            workbook.markRead(at);
            switch (style.read(text)) {
                case YearStyle.Reading.None(Fault fault) -> findings.wrong(at, fault);
                case YearStyle.Reading.Year(FinancialYear year, String note) -> {
                    SheetRange.Cell earlier = seen.putIfAbsent(year, cells.get(i));
                    if (earlier != null) {
                        findings.wrong(
                                at,
                                new Fault(
                                        "is the year " + year + ", as cell " + earlier.address() + " is",
                                        "point at each year once"));
                    } else {
                        years.add(new YearCell(i, cells.get(i), year));
                    }
                    if (!note.isEmpty() && years.size() == 1) {
                        notes.add(SourceWorkbook.place(at).position() + ": " + note);
                    }
                }
            }
        }
        tellHidden(block, sheet, years);
        return years;
    }

    private void tellHidden(Block block, TableSheet sheet, List<YearCell> years) {
        List<YearCell> hidden = years.stream()
                .filter(year -> block.yearsAcross()
                        ? sheet.hiddenColumns().contains(year.cell().column())
                        : sheet.hiddenRows().contains(year.cell().row()))
                .toList();
        if (!hidden.isEmpty()) {
            notes.add(SourceWorkbook.place(new At(sheet, hidden.getFirst().cell()))
                            .position() + ": "
                    + hidden.stream().map(year -> year.year().label()).collect(Collectors.joining(", "))
                    + (hidden.size() == 1 ? " is" : " are") + " hidden in the sheet, and amounts there were read");
        }
    }

    /** Whether no line has an amount beside a blank cell among the years. */
    private static boolean isGap(Block block, TableSheet sheet, SheetRange.Cell year) {
        for (int i = 0; i < block.lines(); i++) {
            if (!new At(sheet, block.amount(i, year)).isNothing() && !block.leavesOut(i)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Line> line(Block block, TableSheet sheet, List<YearCell> years, int position) {
        SortedMap<FinancialYear, BigDecimal> amounts = new TreeMap<>();
        boolean any = false;
        for (YearCell year : years) {
            At at = new At(sheet, block.amount(position, year.cell()));
            workbook.markRead(at);
            if (!at.isNothing()) {
                any = true;
                sheet.otherCurrency(at.row(), at.column(), currency)
                        .ifPresent(other -> findings.wrong(
                                at,
                                new Fault(
                                        "is shown in " + other + ", and the proposal is in " + currency,
                                        "convert the amount, or give the cell the format of a plain number")));
                OptionalDouble amount = at.amount();
                if (amount.isPresent()) {
                    amounts.put(year.year(), BigDecimal.valueOf(amount.getAsDouble()));
                } else {
                    findings.wrong(at, at.fault());
                }
            }
        }
        List<SheetRange.Cell> labels = block.label(position);
        String title = labels.stream()
                .map(cell -> new At(sheet, cell).heading())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" - "));
        At label = new At(sheet, labels.getLast());
        if (!any) {
            if (!title.isEmpty()) {
                notes.add(SourceWorkbook.place(label).position() + ": '" + title + "' has no amounts and is no line");
            }
            return Optional.empty();
        }
        if (title.isEmpty()) {
            findings.wrong(
                    label,
                    new Fault("is empty, and amounts stand beside it", "name the line, or leave it out with 'except'"));
        }
        if (TotalLabel.AMOUNT.matches(title)) {
            findings.doubtful(
                    label,
                    new Fault(
                            "'" + title + "' seems to be a total, whose lines would count twice",
                            "leave it out with 'except', or accept it in the mapping if it is a line"));
        }
        if (SheetHeadings.isCount(title)) {
            findings.doubtful(
                    label,
                    new Fault(
                            "'" + title + "' seems to count something else than money",
                            "leave it out with 'except', or accept it in the mapping if it is an amount"));
        }
        SheetHeadings.requireScale(block, label, title, findings);
        tellHidden(block, sheet, label);
        if (amounts.isEmpty() || years.isEmpty()) {
            return Optional.empty();
        }
        SheetRange.Cell first = block.amount(position, years.getFirst().cell());
        SheetRange.Cell last = block.amount(position, years.getLast().cell());
        return Optional.of(new Line(
                position,
                title,
                label.cell(),
                new SheetRange(sheet.name(), first.row(), first.column(), last.row(), last.column()),
                amounts));
    }

    private void tellHidden(Block block, TableSheet sheet, At label) {
        boolean hidden = block.yearsAcross()
                ? sheet.hiddenRows().contains(label.row())
                : sheet.hiddenColumns().contains(label.column());
        if (hidden) {
            notes.add(SourceWorkbook.place(label).position() + ": '" + label.heading()
                    + "' is hidden in the sheet and was read");
        }
    }

    /** A line that is in every year the sum of two or more lines just above it is told. */
    private void requireNoSum(ReadBlock read) {
        List<Line> lines = read.lines();
        for (int i = 2; i < lines.size(); i++) {
            Map<FinancialYear, BigDecimal> sum = new HashMap<>(lines.get(i - 1).amounts());
            for (int j = i - 2; j >= Math.max(0, i - MOST_SUMMED); j--) {
                lines.get(j).amounts().forEach((year, amount) -> sum.merge(year, amount, BigDecimal::add));
                if (isSame(sum, lines.get(i).amounts())) {
                    findings.doubtful(
                            read.at(lines.get(i).label()),
                            new Fault(
                                    "'" + lines.get(i).title() + "' is in every year the sum of the " + (i - j)
                                            + " lines above, which would count twice",
                                    "leave it out with 'except', or accept it in the mapping if it is a line"));
                    break;
                }
            }
        }
    }

    private static boolean isSame(Map<FinancialYear, BigDecimal> sum, Map<FinancialYear, BigDecimal> amounts) {
        Set<FinancialYear> years = new HashSet<>(sum.keySet());
        years.addAll(amounts.keySet());
        boolean any = false;
        for (FinancialYear year : years) {
            double one = sum.getOrDefault(year, BigDecimal.ZERO).doubleValue();
            double other = amounts.getOrDefault(year, BigDecimal.ZERO).doubleValue();
            if (Math.abs(one - other) > ROUNDING * Math.max(Math.abs(one), Math.abs(other))) {
                return false;
            }
            any |= one != 0;
        }
        return any;
    }

    /** Costs that are all negative, or benefits that all are, have the other sign than is stated. */
    private void requireSign(ReadBlock read) {
        List<BigDecimal> amounts = read.lines().stream()
                .flatMap(line -> line.amounts().values().stream())
                .filter(amount -> amount.signum() != 0)
                .toList();
        if (!amounts.isEmpty()
                && amounts.stream()
                        .allMatch(amount -> amount.signum() != read.block().sign())) {
            boolean negative = read.block().sign() > 0;
            String what = read.block().holds() == Block.Holds.COSTS ? "costs" : "benefits";
            findings.doubtful(
                    read.at(read.lines().getFirst().label()),
                    new Fault(
                            "every amount of this block of " + what + " is "
                                    + (negative ? "negative" : "positive where 'sign' says negative"),
                            "set its 'sign' to " + (negative ? "negative" : "positive")
                                    + ", or accept it in the mapping"));
        }
    }
}
