package org.worthwhile.attribution.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.period.TimeText.Kind;

/**
 * That the dates of one column have the day before the month in some rows and the month before the day in others.
 *
 * @param sentence which rows those are, as goes on after the dates
 */
public record DateOrders(String sentence) {

    private static final int MOST_NAMED = 20;
    private static final int MONTHS = 12;

    /** Of each order as many rows tell it from a slip of the pen. */
    private static final int LEAST_OF_EACH = 2;

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");

    /** Empty where a column holds no dates, or none that tell of two orders. */
    public static Optional<DateOrders> of(Column column) {
        return switch (column) {
            case Column.Categorical categorical -> ofTexts(categorical);
            case Column.Numeric numeric ->
                numeric.scale() == Column.Scale.DATE ? ofDays(numeric.values()) : Optional.empty();
        };
    }

    /** Dates of which some can only have the day first and others only the month. */
    private static Optional<DateOrders> ofTexts(Column.Categorical column) {
        boolean[] dayFirst = new boolean[column.levels().size()];
        boolean[] monthFirst = new boolean[column.levels().size()];
        for (int level = 0; level < dayFirst.length; level++) {
            Matcher date = DATE.matcher(column.levels().get(level).strip());
            if (!date.matches()) {
                return Optional.empty();
            }
            int year = Integer.parseInt(date.group(3));
            int first = Integer.parseInt(date.group(1));
            int second = Integer.parseInt(date.group(2));
            dayFirst[level] = isDate(year, second, first);
            monthFirst[level] = isDate(year, first, second);
        }
        int[] codes = column.codes();
        List<String> days = named(
                column,
                IntStream.range(0, codes.length)
                        .filter(row -> codes[row] >= 0 && dayFirst[codes[row]] && !monthFirst[codes[row]])
                        .toArray());
        List<String> months = named(
                column,
                IntStream.range(0, codes.length)
                        .filter(row -> codes[row] >= 0 && monthFirst[codes[row]] && !dayFirst[codes[row]])
                        .toArray());
        return days.isEmpty() || months.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateOrders("have the day first in some rows (" + list(days)
                        + ") and the month first in others (" + list(months)
                        + "), so that those which can be read either way are not known"));
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /**
     * Dates that can all be read with the day first, but then lie irregularly, and once a month if those of one day of the month
     * that have it in the place of the month are read the other way.
     */
    private static Optional<DateOrders> ofDays(double[] values) {
        double[] different = DoubleStream.of(values)
                .filter(value -> !Double.isNaN(value))
                .distinct()
                .toArray();
        if (different.length < 2 * LEAST_OF_EACH
                || !Calendar.of(Kind.DAY, different).isOrderOnly()) {
            return Optional.empty();
        }
        LocalDate any = LocalDate.ofEpochDay((long) different[0]);
        return ofDays(values, different, any.getDayOfMonth()).or(() -> ofDays(values, different, any.getMonthValue()));
    }

    /** @param day of the month on which all of them would be */
    private static Optional<DateOrders> ofDays(double[] values, double[] different, int day) {
        DoublePredicate isTurned = value -> {
            LocalDate date = LocalDate.ofEpochDay((long) value);
            return date.getDayOfMonth() != day && date.getMonthValue() == day && date.getDayOfMonth() <= MONTHS;
        };
        Map<Double, Double> read = new HashMap<>();
        int turned = 0;
        for (double value : different) {
            LocalDate date = LocalDate.ofEpochDay((long) value);
            if (isTurned.test(value)) {
                turned++;
                read.put(value, (double)
                        LocalDate.of(date.getYear(), date.getDayOfMonth(), day).toEpochDay());
            } else if (date.getDayOfMonth() == day) {
                read.put(value, value);
            } else {
                return Optional.empty();
            }
        }
        double[] months = read.values().stream()
                .mapToDouble(Double::doubleValue)
                .distinct()
                .toArray();
        if (turned < LEAST_OF_EACH
                || different.length - turned < LEAST_OF_EACH
                || months.length < different.length
                || Calendar.of(Kind.DAY, months).isOrderOnly()) {
            return Optional.empty();
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row]) && isTurned.test(values[row])) {
                rows.add(String.format(Locale.UK, "%s in row %,d", Column.Scale.DATE.text(values[row]), row + 1));
            }
        }
        return Optional.of(
                new DateOrders("seem to have the month first in some rows and the day first in others: they lie"
                        + " once a month if the day and the month of these are exchanged: " + list(rows)));
    }

    private static List<String> named(Column column, int[] rows) {
        return IntStream.of(rows)
                .mapToObj(row -> String.format(Locale.UK, "%s in row %,d", column.text(row), row + 1))
                .toList();
    }

    private static String list(List<String> rows) {
        String first = String.join(", ", rows.subList(0, Math.min(MOST_NAMED, rows.size())));
        return rows.size() <= MOST_NAMED
                ? first
                : String.format(Locale.UK, "%s and %,d more", first, rows.size() - MOST_NAMED);
    }
}
