package org.worthwhile.exchange.packs;

import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.worthwhile.problem.Place;
import org.worthwhile.proposal.FinancialYear;

/** A monthly index by financial year: the mean of April to March, of which all twelve are there. */
final class FinancialYearMeans {

    private static final Pattern LABEL = Pattern.compile("(\\d{4}) ?([A-Za-z]{3})");
    private static final int MONTHS = 12;

    private final PublishedFigures<YearMonth> months = new PublishedFigures<>();

    /** The month of a label such as {@code 2025 JAN}. */
    static Optional<YearMonth> month(String label) {
        Matcher month = LABEL.matcher(label);
        return month.matches()
                ? Arrays.stream(Month.values())
                        .filter(each -> each.name().startsWith(month.group(2).toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .map(each -> YearMonth.of(Integer.parseInt(month.group(1)), each))
                : Optional.empty();
    }

    void put(YearMonth month, double level, Place place) {
        months.put(month, level, place);
    }

    /** The levels by month of each financial year of which there are some. */
    private SortedMap<FinancialYear, List<Double>> byYear() {
        SortedMap<FinancialYear, List<Double>> byYear = new TreeMap<>();
        months.all()
                .forEach((month, level) -> byYear.merge(
                        year(month),
                        List.of(level),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return byYear;
    }

    private static FinancialYear year(YearMonth month) {
        return new FinancialYear(month.getMonth().compareTo(Month.APRIL) < 0 ? month.getYear() - 1 : month.getYear());
    }

    /** How many years are whole. */
    long count() {
        return byYear().values().stream()
                .filter(levels -> levels.size() == MONTHS)
                .count();
    }

    /** Years of which months are missing, with how many there are, such as: 2026/27 has 6 of 12 months. */
    List<String> incomplete() {
        return byYear().entrySet().stream()
                .filter(year -> year.getValue().size() < MONTHS)
                .map(year -> year.getKey() + " has " + year.getValue().size() + " of 12 months")
                .toList();
    }

    /**
     * Puts the means of whole years into a series.
     *
     * @throws org.worthwhile.problem.InvalidInput where a month has two figures
     */
    void putInto(PriceSeries series) {
        months.requireOneEach();
        byYear().forEach((year, levels) -> {
            if (levels.size() == MONTHS) {
                double mean = levels.stream().mapToDouble(Double::doubleValue).sum() / MONTHS;
                series.level(
                        year,
                        mean,
                        months.place(YearMonth.of(year.start(), Month.APRIL)).orElseThrow());
            }
        });
    }
}
