package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.Series;

/** The estimates behind a finding as tables. */
public final class AttributionTables {

    /** More rows than this are read from the result file. */
    private static final int MOST_ROWS = 24;

    /** The series that are tables of intervals, with their headings. */
    private static final Map<String, List<String>> INTERVALS = Map.of(
            "event-study", List.of("Periods since treatment began", "Estimate", "Low", "High"),
            "trend-sensitivity", List.of("Multiple of the largest drift before", "Middle", "Low", "High"),
            "trend-smoothness", List.of("Change of slope in a period, at most", "Middle", "Low", "High"));

    private AttributionTables() {}

    /**
     * A table.
     *
     * @param rows as many values in each as headings
     */
    public record Table(String title, List<String> headings, List<List<String>> rows) {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /** Those that the design has: contributions, effects by period, coefficients. */
    public static List<Table> of(Attribution attribution) {
        List<Table> tables = new ArrayList<>();
        if (!attribution.details().contributions().isEmpty()) {
            tables.add(contributions(attribution.details().contributions()));
        }
        attribution.series().stream()
                .filter(series -> INTERVALS.containsKey(series.id()))
                .map(AttributionTables::intervals)
                .forEach(tables::add);
        if (!attribution.coefficients().isEmpty()) {
            tables.add(table(
                    "Coefficients",
                    List.of("Term", "Estimate", "Standard error", "Low", "High", "p-value"),
                    attribution.coefficients().stream().map(AttributionTables::row)));
        }
        return tables;
    }

    private static Table contributions(List<Contribution> contributions) {
        return table(
                "What each cause contributes",
                List.of("Cause", "Contribution", "Share", "Standard error", "Low", "High"),
                contributions.stream()
                        .map(each -> Stream.of(
                                        Stream.of(each.cause()),
                                        numbers(each.contribution(), each.share(), each.standardError()),
                                        limits(each.low(), each.high()))
                                .flatMap(part -> part)
                                .toList()));
    }

    private static Table intervals(Series series) {
        return table(
                series.title(),
                INTERVALS.getOrDefault(series.id(), List.of()),
                series.points().stream()
                        .map(point -> Stream.concat(numbers(point.x(), point.y()), limits(point.low(), point.high()))
                                .toList()));
    }

    private static List<String> row(Coefficient coefficient) {
        return Stream.of(
                        Stream.of(coefficient.term()),
                        numbers(coefficient.estimate(), coefficient.standardError()),
                        limits(coefficient.low(), coefficient.high()),
                        Stream.of(Wording.BRITISH.probability(coefficient.pValue())))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> numbers(double... values) {
        return DoubleStream.of(values).mapToObj(Wording.BRITISH::significant);
    }

    private static Stream<String> limits(double low, double high) {
        return DoubleStream.of(low, high)
                .mapToObj(limit -> Double.isInfinite(limit) ? "no limit" : Wording.BRITISH.significant(limit));
    }

    private static Table table(String title, List<String> headings, Stream<List<String>> rows) {
        List<List<String>> all = rows.toList();
        return all.size() > MOST_ROWS
                ? new Table(
                        title + " (the first " + MOST_ROWS + " of " + all.size() + "; the result file has all)",
                        headings,
                        all.subList(0, MOST_ROWS))
                : new Table(title, headings, all);
    }
}
