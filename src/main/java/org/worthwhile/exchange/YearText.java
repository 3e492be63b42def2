package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.proposal.FinancialYear;

/**
 * A year as published tables label it, such as {@code 2026-27 (1), (2)} or {@code 2025 [f]}.
 *
 * @param year a calendar year is that which begins in it
 * @param calendar whether it is a calendar year
 * @param markers of footnotes, without their brackets
 */
public record YearText(FinancialYear year, boolean calendar, List<String> markers) {

    private static final String MARKERS = "(?<markers>(?:\\s*,?\\s*[\\[(]\\w{1,12}[\\])])*)\\s*";
    private static final Pattern FINANCIAL =
            Pattern.compile("\\s*(?<year>(?:19|20|21)\\d{2})\\s*[-/–—]\\s*(?<next>\\d{2}|\\d{4})" + MARKERS);
    private static final Pattern CALENDAR = Pattern.compile("\\s*(?<year>(?:19|20|21)\\d{2})" + MARKERS);
    private static final Pattern MARKER = Pattern.compile("[\\[(](\\w{1,12})[\\])]");

    public YearText {
        markers = List.copyOf(markers);
    }

    /** Empty for whatever is no year alone. */
    public static Optional<YearText> of(String text) {
        Matcher financial = FINANCIAL.matcher(text);
        if (financial.matches()) {
            FinancialYear year = new FinancialYear(Integer.parseInt(financial.group("year")));
            String next = financial.group("next");
            boolean follows = next.equals(year.label().substring(5)) || next.equals(String.valueOf(year.start() + 1));
            return follows
                    ? Optional.of(new YearText(year, false, markers(financial.group("markers"))))
                    : Optional.empty();
        }
        Matcher calendar = CALENDAR.matcher(text);
        return calendar.matches()
                ? Optional.of(new YearText(
                        new FinancialYear(Integer.parseInt(calendar.group("year"))),
                        true,
                        markers(calendar.group("markers"))))
                : Optional.empty();
    }

    /** The year that a cell holds. */
    public static Optional<YearText> of(TableSheet sheet, int row, int column) {
        return of(sheet.text(row, column));
    }

    private static List<String> markers(String text) {
        List<String> markers = new ArrayList<>();
        Matcher marker = MARKER.matcher(text);
        while (marker.find()) {
            markers.add(marker.group(1));
        }
        return markers;
    }
}
