package org.worthwhile.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.proposal.Category;
import tools.jackson.databind.node.ObjectNode;

/**
 * What seems to be a block of a sheet.
 *
 * @param heading that seems to be its own
 * @param label the column of labels
 * @param rows of lines, in order
 * @param total the row of totals by year
 * @param lineTotals the column of totals by line
 */
record DraftBlock(
        TableSheet sheet,
        YearRow years,
        String heading,
        Optional<Block.Holds> holds,
        int label,
        List<Integer> rows,
        Optional<Integer> total,
        Optional<Integer> lineTotals) {

    DraftBlock {
        rows = List.copyOf(rows);
    }

    /** As a mapping has it, without what is not known; questions are told for that. */
    ObjectNode tree(List<String> questions) {
        ObjectNode block = JsonText.object();
        String at = SourceWorkbook.place(sheet, range(label, label).words()).position();
        holds.ifPresentOrElse(
                known -> block.put("holds", JsonText.nameOf(known)),
                () -> questions.add(at + ": do these lines hold costs or benefits? Write 'holds'"));
        block.put("years", new SheetRange("", years.row(), years.first(), years.row(), years.last()).address());
        block.put("labels", range(label, label).address());
        if (holds.equals(Optional.of(Block.Holds.COSTS)) && isNegative()) {
            block.put("sign", "negative");
        }
        SheetHeadings.nearest(
                        sheet,
                        years.row(),
                        20,
                        text -> SheetHeadings.scale(text).isPresent())
                .flatMap(found -> SheetHeadings.scale(found.text()))
                .ifPresent(scale -> block.put("scale", JsonText.nameOf(scale)));
        if (total.isPresent() || lineTotals.isPresent()) {
            ObjectNode totals = block.putObject("totals");
            total.ifPresent(
                    row -> totals.put("byYear", new SheetRange("", row, years.first(), row, years.last()).address()));
            lineTotals.ifPresent(
                    column -> totals.put("byLine", range(column, column).address()));
            total.flatMap(row -> lineTotals.map(column -> new SheetRange.Cell(row, column)))
                    .filter(cell -> sheet.number(cell.row(), cell.column()).isPresent())
                    .ifPresent(cell -> totals.put("all", cell.address()));
        }
        if (holds.equals(Optional.of(Block.Holds.BENEFITS))) {
            category()
                    .ifPresentOrElse(
                            category -> block.putObject("line").put("category", JsonText.nameOf(category)),
                            () -> questions.add(
                                    at
                                            + ": are these benefits fiscal, economic, social or environmental? Write 'line': {\"category\": ...}"));
        }
        return block;
    }

    private SheetRange range(int firstColumn, int lastColumn) {
        return new SheetRange("", rows.getFirst(), firstColumn, rows.getLast(), lastColumn);
    }

    /** Whether no amount is positive and one is negative. */
    private boolean isNegative() {
        List<Double> amounts = new ArrayList<>();
        for (int row : rows) {
            for (int column = years.first(); column <= years.last(); column++) {
                sheet.number(row, column).ifPresent(amounts::add);
            }
        }
        return amounts.stream().noneMatch(amount -> amount > 0)
                && amounts.stream().anyMatch(amount -> amount < 0);
    }

    private Optional<Category> category() {
        String lower = heading.toLowerCase(Locale.ROOT);
        List<Category> named = new ArrayList<>();
        for (Category category : Category.values()) {
            if (lower.contains(JsonText.nameOf(category))) {
                named.add(category);
            }
        }
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
}
