package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.NumberText;

/** How a unit value is split among kinds of organisations, by the columns that hold the share of each. */
final class AgencyShares {

    /** Shares are published rounded. */
    private static final double ROUNDING = 0.02;

    private AgencyShares() {}

    /** Whether a row has anything but zeros and blanks there. */
    static boolean areThere(TableSheet sheet, int row, Collection<Integer> columns) {
        return columns.stream()
                .anyMatch(column -> !sheet.isNothing(row, column)
                        && sheet.fraction(row, column).orElse(1) != 0);
    }

    /**
     * Shares of 1, which may stand as per cents; empty where there are none, and where one cannot be read or they do not add up,
     * which is told.
     *
     * @param columns by kind
     */
    static SortedMap<String, Double> of(
            TableSheet sheet, int row, Map<String, Integer> columns, Collection<UnreadCell> unread) {
        SortedMap<String, Double> shares = new TreeMap<>();
        List<UnreadCell> unreadable = new ArrayList<>();
        columns.forEach((kind, column) -> {
            if (!sheet.isNothing(row, column)) {
                sheet.fraction(row, column)
                        .ifPresentOrElse(
                                share -> shares.put(kind, share),
                                () -> unreadable.add(new UnreadCell(
                                        sheet.place(row, column),
                                        sheet.whyNoNumber(row, column) + ": the value is read without its shares")));
            }
        });
        shares.values().removeIf(share -> share == 0);
        double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean positive = shares.values().stream().allMatch(share -> share > 0);
        if (!unreadable.isEmpty()) {
            unread.addAll(unreadable);
            return new TreeMap<>();
        }
        if (shares.isEmpty() || positive && Math.abs(total - 1) <= ROUNDING) {
            return shares;
        }
        if (positive && Math.abs(total / 100 - 1) <= ROUNDING) {
            shares.replaceAll((_, share) -> share / 100);
            return shares;
        }
        int first = columns.values().stream().min(Integer::compare).orElse(0);
        unread.add(new UnreadCell(
                sheet.place(row, first),
                "the shares of agencies add up to " + NumberText.of(total)
                        + " and not to 1: the value is read without its shares"));
        return new TreeMap<>();
    }
}
