package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.proposal.Category;

/**
 * Where a sheet of the unit cost database has what, by words of its headings.
 *
 * @param row of the headings
 * @param values original figures, by what they are
 * @param agencies columns that name agencies
 * @param shares columns that hold the share of one kind of agency
 */
record UnitCostColumns(
        int row,
        int code,
        int title,
        int unit,
        List<Figure> values,
        List<Integer> agencies,
        Map<AgencyKind, Integer> shares,
        OptionalInt comment) {

    private static final int HEADER_ROWS = 40;
    private static final int MOST_COLUMNS = 200;

    /** An original figure and the column of its price year. */
    record Figure(Category category, int value, int year) {}

    /** Empty where no row has headings for codes, units, agencies, original figures and their years. */
    static Optional<UnitCostColumns> of(TableSheet sheet) {
        return sheet.rows().keySet().stream()
                .limit(HEADER_ROWS)
                .flatMap(row -> of(sheet, row).stream())
                .findFirst();
    }

    private static Optional<UnitCostColumns> of(TableSheet sheet, int row) {
        List<String> headings = IntStream.range(0, Math.min(MOST_COLUMNS, sheet.width()))
                .mapToObj(column -> (sheet.isMerged(row - 1, column) ? sheet.heading(row - 1, column) + " " : "")
                        + sheet.heading(row, column))
                .map(heading -> heading.toLowerCase(Locale.ROOT).strip())
                .toList();
        List<Integer> codes = columns(headings, text -> text.matches("(code|ref|reference|id)\\b.*"));
        List<Integer> units = columns(headings, text -> text.matches("units?( of .*)?|.* unit"));
        List<Integer> agencies = columns(headings, text -> text.contains("agency"));
        List<Integer> titles = columns(
                headings, text -> text.matches(".*\\b(details?|description|outcome)\\b.*") && !text.contains("agency"));
        List<Figure> values = figures(headings);
        if (codes.isEmpty() || units.isEmpty() || titles.isEmpty() || agencies.isEmpty() || values.isEmpty()) {
            return Optional.empty();
        }
        int title = titles.stream()
                .filter(column -> column < units.getFirst())
                .reduce(titles.getFirst(), (_, last) -> last);
        Map<AgencyKind, Integer> shares = new EnumMap<>(AgencyKind.class);
        columns(
                        headings,
                        text -> text.length() < 60
                                && !text.contains("agency")
                                && AgencyKind.of(text).isPresent())
                .forEach(column ->
                        AgencyKind.of(headings.get(column)).ifPresent(kind -> shares.putIfAbsent(kind, column)));
        return Optional.of(new UnitCostColumns(
                row,
                codes.getFirst(),
                title,
                units.getFirst(),
                values,
                agencies,
                shares,
                columns(headings, text -> text.matches("(comments?|notes?)\\b.*")).stream()
                        .mapToInt(Integer::intValue)
                        .findFirst()));
    }

    private static List<Integer> columns(List<String> headings, Predicate<String> rule) {
        return IntStream.range(0, headings.size())
                .filter(column -> rule.test(headings.get(column)))
                .boxed()
                .toList();
    }

    /** Original figures, and not those that the database brings to the prices of another year, each with the next column of years. */
    private static List<Figure> figures(List<String> headings) {
        List<Figure> figures = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            String heading = headings.get(column);
            boolean figure = heading.matches(".*(value|cost|saving|estimate|£).*")
                    && heading.matches(".*(fiscal|economic|social|environmental|original|estimate).*")
                    && !heading.matches(
                            ".*(year|agency|updat|uprat|current|nominal|inflat|real|prices|detail|source|unit$).*");
            if (figure) {
                Category category = Category.FISCAL;
                for (Category each : Category.values()) {
                    category = heading.contains(each.name().toLowerCase(Locale.ROOT)) ? each : category;
                }
                int value = column;
                Category found = category;
                IntStream.range(column + 1, Math.min(headings.size(), column + 4))
                        .filter(next -> headings.get(next).contains("year"))
                        .findFirst()
                        .ifPresent(year -> figures.add(new Figure(found, value, year)));
            }
        }
        return figures;
    }
}
