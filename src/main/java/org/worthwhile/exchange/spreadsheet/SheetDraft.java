package org.worthwhile.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.TotalLabel;

/** Looks for blocks of lines below the years of a sheet, and for the cells that sum them up. */
final class SheetDraft {

    private static final Pattern BENEFITS =
            Pattern.compile("(?i)\\b(?:benefits?|savings?|gains?|avoided|income|receipts?)\\b");
    private static final Pattern COSTS =
            Pattern.compile("(?i)\\b(?:costs?|spend(?:ing)?|expenditure|investment|capex|opex|capital|revenue)\\b");
    private static final Pattern SURELY_BENEFITS = Pattern.compile("(?i)\\b(?:savings?|avoided)\\b");
    private static final Pattern PRESENT_VALUE =
            Pattern.compile("(?i).*\\b(?:NPS?V|net present (?:social )?value)\\b.*");
    private static final Pattern NET = Pattern.compile("(?i)net\\b.*");
    private static final Pattern NO_LINE = Pattern.compile("(?i).*\\bcumulative\\b.*");

    /** Sheets add up in binary numbers. */
    private static final double ROUNDING = 1e-9;

    private final TableSheet sheet;
    private final List<DraftBlock> blocks = new ArrayList<>();
    private final List<String> questions;
    private Optional<SheetRange> costs = Optional.empty();
    private Optional<SheetRange> benefits = Optional.empty();
    private Optional<SheetRange> net = Optional.empty();
    private Optional<SheetRange> npv = Optional.empty();

    private String heading = "";
    private boolean discounted;
    private Optional<Block.Holds> holds = Optional.empty();
    private List<Integer> lines = new ArrayList<>();

    private SheetDraft(TableSheet sheet, List<String> questions) {
        this.sheet = sheet;
        this.questions = questions;
    }

    /** @param questions told of what the analyst is to look at */
    static SheetDraft of(TableSheet sheet, List<String> questions) {
        SheetDraft draft = new SheetDraft(sheet, questions);
        List<YearRow> years = YearRow.of(sheet);
        for (int i = 0; i < years.size(); i++) {
            int end = i + 1 < years.size() ? years.get(i + 1).row() : Integer.MAX_VALUE;
            draft.below(years.get(i), end);
        }
        return draft;
    }

    TableSheet sheet() {
        return sheet;
    }

    List<DraftBlock> blocks() {
        return List.copyOf(blocks);
    }

    /** The first text of the sheet; empty where there is none. */
    String title() {
        return sheet.rows().values().stream()
                .flatMap(cells -> cells.values().stream())
                .filter(cell -> cell.state() == TableSheet.State.TEXT)
                .map(TableSheet.Cell::text)
                .findFirst()
                .orElse("");
    }

    SpreadsheetMapping.Sums sums() {
        return new SpreadsheetMapping.Sums(costs, benefits, net, npv);
    }

    /** What a heading says that lines below it hold; empty where it says neither, or both. */
    static Optional<Block.Holds> holds(String heading) {
        boolean gain = BENEFITS.matcher(heading).find();
        boolean cost = COSTS.matcher(heading).find()
                && !SURELY_BENEFITS.matcher(heading).find();
        return gain == cost ? Optional.empty() : Optional.of(gain ? Block.Holds.BENEFITS : Block.Holds.COSTS);
    }

    private void below(YearRow years, int end) {
        Optional<Integer> label = label(years, end);
        if (label.isEmpty()) {
            return;
        }
        Optional<Integer> lineTotals = IntStream.rangeClosed(years.last() + 1, years.last() + 2)
                .filter(column -> TotalLabel.AMOUNT.matches(sheet.heading(years.row(), column)))
                .boxed()
                .findFirst();
        if (isDiscounted(years, label.get())) {
            return;
        }
        discounted = false;
        begin(context(years, label.get()));
        for (int row : sheet.rows().tailMap(years.row() + 1).headMap(end).keySet()) {
            row(years, label.get(), lineTotals, row);
        }
        close(years, label.get(), lineTotals, Optional.empty());
    }

    private void row(YearRow years, int label, Optional<Integer> lineTotals, int row) {
        String text = text(years, label, row);
        boolean amounts = hasAmounts(years, row);
        Optional<SheetRange> sum = lineTotals
                .filter(column -> sheet.number(row, column).isPresent())
                .map(column -> cell(row, column));
        if (PRESENT_VALUE.matcher(text).matches()) {
            close(years, label, lineTotals, Optional.empty());
            npv = npv.or(() -> onlyNumber(row));
        } else if (discounted) {
            return;
        } else if (!amounts && SheetHeadings.isDiscounted(text)) {
            close(years, label, lineTotals, Optional.empty());
            discounted = true;
            questions.add(SourceWorkbook.place(new SourceWorkbook.At(sheet, new SheetRange.Cell(row, label)))
                            .position()
                    + ": '" + text + "' seems to say that what follows is discounted, so that it was left out");
        } else if (SheetHeadings.isDiscounted(text) || NO_LINE.matcher(text).matches()) {
            close(years, label, lineTotals, Optional.empty());
        } else if (NET.matcher(text).matches() && TotalLabel.AMOUNT.matches(text)) {
            close(years, label, lineTotals, Optional.empty());
            net = net.or(() -> sum);
        } else if (TotalLabel.AMOUNT.matches(text)) {
            total(years, label, lineTotals, row, text, sum);
        } else if (!amounts && !text.isEmpty()) {
            close(years, label, lineTotals, Optional.empty());
            begin(text);
        } else if (amounts && !text.isEmpty()) {
            Optional<String> section = section(label, row);
            if (section.isPresent()) {
                close(years, label, lineTotals, Optional.empty());
                begin(section.get());
            }
            lines.add(row);
        }
    }

    /** A text to the left of a label that says what lines from here on hold, where that is other than before. */
    private Optional<String> section(int label, int row) {
        return IntStream.range(0, label)
                .mapToObj(column -> sheet.heading(row, column))
                .filter(text -> holds(text).isPresent() && !holds(text).equals(holds))
                .findFirst();
    }

    private void total(
            YearRow years, int label, Optional<Integer> lineTotals, int row, String text, Optional<SheetRange> sum) {
        if (!lines.isEmpty()) {
            boolean own = isSumOfLines(years, row);
            close(years, label, lineTotals, own ? Optional.of(row) : Optional.empty());
            if (own) {
                return;
            }
        }
        Optional<Block.Holds> summed = holds(text);
        if (summed.equals(Optional.of(Block.Holds.COSTS))) {
            costs = costs.or(() -> sum);
        } else if (summed.isPresent()) {
            benefits = benefits.or(() -> sum);
        }
    }

    /** Whether a row has in every year the sum of the lines so far; otherwise it sums up more than one block. */
    private boolean isSumOfLines(YearRow years, int row) {
        return IntStream.rangeClosed(years.first(), years.last()).allMatch(column -> {
            double sum = lines.stream()
                    .mapToDouble(line -> sheet.number(line, column).orElse(0))
                    .sum();
            double total = sheet.number(row, column).orElse(0);
            return Math.abs(sum - total) <= ROUNDING * Math.max(Math.abs(sum), Math.abs(total));
        });
    }

    private void begin(String text) {
        heading = text;
        holds = holds(text).or(() -> holds);
    }

    private void close(YearRow years, int label, Optional<Integer> lineTotals, Optional<Integer> total) {
        if (!lines.isEmpty()) {
            blocks.add(new DraftBlock(sheet, years, heading, holds, label, lines, total, lineTotals));
            lines = new ArrayList<>();
        }
    }

    /** The column to the left of the years that has the most texts beside amounts, the nearest of several. */
    private Optional<Integer> label(YearRow years, int end) {
        Optional<Integer> best = Optional.empty();
        long most = 0;
        for (int column = years.first() - 1; column >= 0; column--) {
            int each = column;
            long texts = sheet.rows().tailMap(years.row() + 1).headMap(end).keySet().stream()
                    .filter(row -> isLabel(row, each) && hasAmounts(years, row))
                    .count();
            if (texts > most) {
                best = Optional.of(column);
                most = texts;
            }
        }
        return best;
    }

    private boolean isLabel(int row, int column) {
        return sheet.cell(row, column).state() == TableSheet.State.TEXT
                && !sheet.text(row, column).isEmpty()
                && !TotalLabel.AMOUNT.matches(sheet.heading(row, column))
                && !SheetHeadings.isDiscounted(sheet.heading(row, column))
                && sheet.number(row, column).isEmpty();
    }

    private boolean hasAmounts(YearRow years, int row) {
        return IntStream.rangeClosed(years.first(), years.last())
                .anyMatch(column -> sheet.number(row, column).isPresent());
    }

    /** The label of a row, or the nearest text to the left of the years where that is blank. */
    private String text(YearRow years, int label, int row) {
        String own = sheet.heading(row, label);
        return own.isEmpty()
                ? IntStream.range(0, years.first())
                        .map(back -> years.first() - 1 - back)
                        .mapToObj(column -> sheet.heading(row, column))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("")
                : own;
    }

    /** The heading beside the years, or the nearest one above them, or the name of the sheet. */
    private String context(YearRow years, int label) {
        String beside = sheet.heading(years.row(), label);
        return holds(beside).isPresent()
                ? beside
                : SheetHeadings.nearest(
                                sheet, years.row(), 3, text -> holds(text).isPresent())
                        .map(SourceWorkbook.At::text)
                        .orElse(sheet.name());
    }

    private boolean isDiscounted(YearRow years, int label) {
        Optional<SourceWorkbook.At> found = SheetHeadings.nearest(sheet, years.row(), 3, SheetHeadings::isDiscounted);
        found.ifPresent(at -> questions.add(SourceWorkbook.place(at).position() + ": '" + at.text()
                + "' seems to say that amounts are discounted, so that the lines below were left out (labels in column "
                + new SheetRange.Cell(years.row(), label).address().replaceAll("\\d", "") + ")"));
        return found.isPresent();
    }

    private Optional<SheetRange> onlyNumber(int row) {
        List<Integer> numbers = sheet.rows().tailMap(row).headMap(row + 1).values().stream()
                .flatMap(cells -> cells.keySet().stream())
                .filter(column -> sheet.number(row, column).isPresent())
                .toList();
        return numbers.size() == 1 ? Optional.of(cell(row, numbers.getFirst())) : Optional.empty();
    }

    private SheetRange cell(int row, int column) {
        return new SheetRange("", row, column, row, column);
    }
}
