package org.worthwhile.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private static final Pattern TOTAL = Pattern.compile(
            "(?i)(?:(?:grand|sub)[ -]?)?totals?\\b.*|(?:.* )?(?:sub)?totals?:?|sum(?: of .*)?:?|net:?|net (?:cost|benefit|cash ?flow|total|position|value).*");
    private static final Pattern DISCOUNTED = Pattern.compile(
            "(?i)(?<!not )(?<!before )\\bdiscounted\\b|\\bpresent values?\\b|\\bN?PVs?\\b|\\bdiscount (?:factor|rate)s?\\b");
    private static final String POUNDS = "[\u00a3$\u20ac]\\s?";
    private static final Pattern THOUSANDS = Pattern.compile(
            "(?i)" + POUNDS + "(?:'?0{3}s?|k)(?!\\d)|(?<![\\d,.])'?0{3}s\\b|\\bthousands?\\b|\\bGBP ?k\\b");
    private static final Pattern MILLIONS =
            Pattern.compile("(?i)" + POUNDS + "m(?:n|illions?)?\\b|\\bmillions?\\b|\\bGBP ?mn?\\b");

    private SheetHeadings() {}

    static boolean isTotal(String label) {
        return TOTAL.matcher(label).matches();
    }

    static boolean isDiscounted(String text) {
        return DISCOUNTED.matcher(text).find();
    }

    /** What a heading says that amounts are counted in; empty where it says nothing. */
    static Optional<Scale> scale(String text) {
        boolean thousands = THOUSANDS.matcher(text).find();
        boolean millions = MILLIONS.matcher(text).find();
        return thousands == millions ? Optional.empty() : Optional.of(thousands ? Scale.THOUSANDS : Scale.MILLIONS);
    }

    /** Holds a block against the headings above its years. */
    static void check(Block block, TableSheet sheet, Findings findings) {
        int first = Math.min(block.years().firstRow(), block.labels().firstRow());
        nearest(sheet, first, ROWS_FOR_SCALE, text -> scale(text).isPresent()).ifPresent(at -> {
            Scale said = scale(at.text()).orElse(block.scale());
            if (said != block.scale()) {
                findings.doubtful(
                        at,
                        new Fault(
                                "'" + at.text() + "' seems to say that amounts are in "
                                        + said.name().toLowerCase(Locale.ROOT)
                                        + ", and the mapping reads "
                                        + block.labels().address() + " in "
                                        + block.scale().name().toLowerCase(Locale.ROOT),
                                "set 'scale', or accept it in the mapping"));
            }
        });
        nearest(sheet, first, ROWS_FOR_DISCOUNTING, SheetHeadings::isDiscounted)
                .ifPresent(at -> findings.doubtful(
                        at,
                        new Fault(
                                "'" + at.text() + "' seems to say that amounts are discounted already",
                                "point at the amounts before they are discounted, or accept it in the mapping")));
    }

    /** The nearest text in a row or above it of which something holds. */
    static Optional<At> nearest(TableSheet sheet, int row, int rows, Predicate<String> holds) {
        List<At> found = new ArrayList<>();
        for (int each = row; each > Math.max(0, row - rows - 1) && found.isEmpty(); each--) {
            int above = each;
            sheet.rows()
                    .tailMap(above)
                    .headMap(above + 1)
                    .values()
                    .forEach(cells -> cells.forEach((column, cell) -> {
                        if (cell.state() == TableSheet.State.TEXT && holds.test(cell.text())) {
                            found.add(new At(sheet, new SheetRange.Cell(above, column)));
                        }
                    }));
        }
        return found.stream().findFirst();
    }
}
