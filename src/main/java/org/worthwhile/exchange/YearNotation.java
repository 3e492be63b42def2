package org.worthwhile.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.period.WrittenTimes;

/**
 * Whether what is written as 2010-11 is a month or a financial year. A column in which each value can be a financial year and one
 * of them can be nothing else is one of financial years, and one in which a value can only be a month is one of months; a
 * column of which all can be either follows the other columns of the file, or else is one of financial years if it holds several.
 */
final class YearNotation {

    private static final String REMEDY = "write 2010/11 or 2010-11-01 to say which.";

    private final boolean months;
    private final boolean years;

    private YearNotation(boolean months, boolean years) {
        this.months = months;
        this.years = years;
    }

    /** The notation of a file, by all of its columns. */
    static YearNotation of(List<ColumnBuilder> builders) {
        boolean months = builders.stream()
                .filter(ColumnBuilder::hasMonths)
                .anyMatch(builder -> texts(builder).anyMatch(text -> year(text).isEmpty()));
        boolean years = builders.stream()
                .anyMatch(builder -> texts(builder).allMatch(text -> year(text).isPresent())
                        && texts(builder).anyMatch(text -> !isMonth(text)));
        return new YearNotation(months, years);
    }

    /** The column as one of financial years, where it is one. */
    Optional<Column> column(ColumnBuilder builder, ReadingNotes notes) {
        List<String> texts = texts(builder).toList();
        if (texts.isEmpty() || texts.stream().anyMatch(text -> year(text).isEmpty())) {
            return Optional.empty();
        }
        if (texts.stream().allMatch(YearNotation::isMonth)) {
            boolean asYears = years == months ? texts.size() > 1 : years;
            if (texts.size() > 1 || years == months) {
                notes.add(
                        builder.name(),
                        "'" + texts.getFirst() + "' may be a month or a financial year, and is read as a "
                                + (asYears ? "financial year; " : "month; ") + REMEDY);
            }
            if (!asYears) {
                return Optional.empty();
            }
        }
        Column read = builder.column();
        double[] starts = IntStream.range(0, read.rows())
                .mapToDouble(row -> start(read.text(row)))
                .toArray();
        return Optional.of(new Column.Numeric(builder.name(), starts, Column.Scale.FINANCIAL_YEAR));
    }

    /** The different texts of a column that may be of financial years; none of one that cannot. */
    private static Stream<String> texts(ColumnBuilder builder) {
        return builder.times().stream();
    }

    /** The year in which a financial year begins, which may be written as the first day of a month; NaN of a mark for none. */
    private static double start(String text) {
        OptionalInt year = year(text.matches("\\d{4}-\\d{2}-01") ? text.substring(0, "2010-11".length()) : text);
        return year.isPresent() ? year.getAsInt() : Double.NaN;
    }

    private static OptionalInt year(String text) {
        return WrittenTimes.financialYear(text);
    }

    private static boolean isMonth(String text) {
        return text.matches("\\d{4}-(0[1-9]|1[0-2])");
    }
}
