package org.worthwhile.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.spreadsheet.Block.Scale;
import org.worthwhile.exchange.spreadsheet.SourceWorkbook.At;
import org.worthwhile.problem.Fault;

/** What the words of headings and labels say of the figures beside them. */
final class SheetHeadings {

    private static final int ROWS_FOR_SCALE = 20;
    private static final int ROWS_FOR_DISCOUNTING = 3;
    private static final int BESIDE = 3;

    private static final Pattern DISCOUNTED = Pattern.compile(
            "(?i)(?<!not )(?<!before )\\bdiscounted\\b|\\bpresent values?\\b|\\bN?PVs?\\b|\\bdiscount (?:factor|rate)s?\\b");
    private static final Pattern COUNT = Pattern.compile(
            "(?i)^(?:number|no\\.?) of\\b|\\bpopulation\\b|\\(?\\bt ?CO2e?\\b|\\bassumptions?\\b|^FTEs?\\b|^headcount\\b|^%|\\(%\\)");
    private static final Pattern REAL =
            Pattern.compile("(?i)\\b(?:real (?:terms|prices)|constant prices|(?:19|20)\\d{2}[/-]\\d{2} prices)");
    private static final Pattern NOMINAL =
            Pattern.compile("(?i)\\b(?:nominal|cash terms|current prices|outturn prices)\\b");
    private static final String POUNDS = "[\u00a3$\u20ac]\\s?";
    private static final Pattern THOUSANDS = Pattern.compile(
            "(?i)" + POUNDS + "(?:'?0{3}s?|k)(?!\\d)|(?<![\\d,.])'?0{3}s\\b|\\bthousands?\\b|\\bGBP ?k\\b");
    private static final Pattern ONES = Pattern.compile(
            "(?i)\\(\\s*(?:[\u00a3$\u20ac]|GBP|pounds)\\s*\\)|,\\s*[\u00a3$\u20ac]\\s*$|\\bin (?:whole )?pounds\\b");
    private static final Pattern MILLIONS =
            Pattern.compile("(?i)" + POUNDS + "m(?:n|illions?)?\\b|\\bmillions?\\b|\\bGBP ?mn?\\b");

    private SheetHeadings() {}

    /** Whether a label seems to count something else than money. */
    static boolean isCount(String label) {
        return COUNT.matcher(label).find();
    }

    static boolean isDiscounted(String text) {
        return DISCOUNTED.matcher(text).find();
    }

    /** What a heading says that amounts are counted in; empty where it says nothing. */
    static Optional<Scale> scale(String text) {
        boolean thousands = THOUSANDS.matcher(text).find();
        boolean millions = MILLIONS.matcher(text).find();
        if (!thousands && !millions && ONES.matcher(text).find()) {
            return Optional.of(Scale.ONES);
        }
        return thousands == millions ? Optional.empty() : Optional.of(thousands ? Scale.THOUSANDS : Scale.MILLIONS);
    }

    /** Whether a heading says that amounts are at constant prices. */
    static boolean isReal(String text) {
        return REAL.matcher(text).find();
    }

    /** Whether a heading says that amounts are at the prices of their own years. */
    static boolean isNominal(String text) {
        return NOMINAL.matcher(text).find();
    }

    /** Holds a block against the headings above its years, and those between its years and its lines. */
    static void check(Block block, TableSheet sheet, Findings findings) {
        heading(block, sheet, ROWS_FOR_SCALE, text -> scale(text).isPresent())
                .ifPresent(at -> requireScale(block, at, at.text(), findings));
        heading(block, sheet, ROWS_FOR_DISCOUNTING, SheetHeadings::isDiscounted)
                .ifPresent(at -> findings.doubtful(
                        at,
                        new Fault(
                                "'" + at.text() + "' seems to say that amounts are discounted already",
                                "point at the amounts before they are discounted, or accept it in the mapping")));
        boolean real = block.prices().year().isPresent();
        heading(block, sheet, ROWS_FOR_SCALE, text -> isReal(text) != isNominal(text))
                .filter(at -> isReal(at.text()) != real)
                .ifPresent(at -> findings.doubtful(
                        at,
                        new Fault(
                                "'" + at.text() + "' seems to say that amounts are " + (real ? "nominal" : "real")
                                        + ", and the mapping reads "
                                        + block.labels().address() + " as "
                                        + (real ? "real" : "nominal"),
                                "set 'prices' of the block, or accept it in the mapping")));
    }

    /** Holds what a text says that amounts are counted in against the mapping. */
    static void requireScale(Block block, At at, String text, Findings findings) {
        Scale said = scale(text).orElse(block.scale());
        if (said != block.scale()) {
            findings.doubtful(
                    at,
                    new Fault(
                            "'" + text + "' seems to say that amounts are in "
                                    + said.name().toLowerCase(Locale.ROOT)
                                    + ", and the mapping reads "
                                    + block.labels().address() + " in "
                                    + block.scale().name().toLowerCase(Locale.ROOT),
                            "set 'scale', or accept it in the mapping"));
        }
    }

    /** The heading nearest to a block of which something holds: between its years and its lines, or else above. */
    private static Optional<At> heading(Block block, TableSheet sheet, int rows, Predicate<String> holds) {
        int years = block.years().firstRow();
        int labels = block.labels().firstRow();
        return nearest(sheet, labels - 1, labels - years - 2, holds.and(text -> block.yearsAcross()))
                .or(() -> nearest(sheet, Math.min(years, labels), rows, holds));
    }

    /** The nearest text in a row, or as a heading above it, of which something holds. */
    static Optional<At> nearest(TableSheet sheet, int row, int rows, Predicate<String> holds) {
        List<At> found = new ArrayList<>();
        for (int each = row; each > Math.max(0, row - rows - 1) && found.isEmpty(); each--) {
            int above = each;
            sheet.rows()
                    .tailMap(above)
                    .headMap(above + 1)
                    .values()
                    .forEach(cells -> cells.forEach((column, cell) -> {
                        if (cell.state() == TableSheet.State.TEXT
                                && holds.test(cell.text())
                                && (above == row || !isLabel(cells, column))) {
                            found.add(new At(sheet, new SheetRange.Cell(above, column)));
                        }
                    }));
        }
        return found.stream().findFirst();
    }

    /** Whether a number stands beside a text, which then is the label of a row and no heading. */
    private static boolean isLabel(SortedMap<Integer, TableSheet.Cell> cells, int column) {
        SortedMap<Integer, TableSheet.Cell> beside = cells.tailMap(column + 1).headMap(column + 1 + BESIDE);
        return !beside.isEmpty() && beside.firstEntry().getValue().state() == TableSheet.State.NUMBER;
    }
}
