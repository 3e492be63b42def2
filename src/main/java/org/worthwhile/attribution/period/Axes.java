package org.worthwhile.attribution.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.DoubleToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.worthwhile.attribution.period.TimeText.Kind;

/** Finds the calendar on which times lie. */
final class Axes {

    /** Whole numbers from the first to the last of these are years. */
    private static final double FIRST_YEAR = 1800;

    private static final double LAST_YEAR = 2200;

    /** A calendar of days, weeks, months or quarters found from dates of no fixed day has at least this share filled. */
    private static final double FULL = 0.5;

    /** How far written decimals may be from their place, in periods. */
    private static final double DECIMALS = 0.02;

    /** What years may be cut into when they are written with decimals. */
    private static final double[] PARTS_OF_A_YEAR = {4, 12};

    private Axes() {}

    /** The axis of different times, rising. */
    static Axis of(Kind kind, double[] times) {
        return switch (kind) {
            case NUMBER -> numbers(times);
            case FINANCIAL_YEAR ->
                new Axis.Numbers(
                        Step.FINANCIAL_YEAR, times[0], step(times, value -> (long) value), Axis.Numbers.ROUNDING);
            case MONTH -> months(times, 1);
            case QUARTER -> months(times, 3);
            case WEEK ->
                new Axis.Days((long) times[0], 7 * (int) step(times, value -> Math.floorDiv((long) value, 7L)));
            case DAY -> days(times);
        };
    }

    private static Axis numbers(double[] times) {
        boolean years = times[0] >= FIRST_YEAR && times[times.length - 1] <= LAST_YEAR;
        if (DoubleStream.of(times).allMatch(time -> time == Math.rint(time))) {
            return new Axis.Numbers(
                    years ? Step.YEAR : Step.PERIOD,
                    times[0],
                    step(times, value -> (long) value),
                    Axis.Numbers.ROUNDING);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < times.length; i++) {
            least = Math.min(least, times[i] - times[i - 1]);
        }
        double width = least;
        if (times.length == 1 || lieOn(times, times[0], width, DECIMALS)) {
            return new Axis.Numbers(Step.PERIOD, times[0], times.length == 1 ? 1 : exact(times, width), DECIMALS);
        }
        for (double parts : PARTS_OF_A_YEAR) {
            if (years && lieOn(times, Math.floor(times[0]), 1 / parts, DECIMALS)) {
                long[] counts = DoubleStream.of(times)
                        .mapToLong(time -> Math.round(time * parts))
                        .toArray();
                return new Axis.Numbers(Step.PERIOD, counts[0] / parts, 1 / parts, DECIMALS);
            }
        }
        return new Axis.Order(times, false);
    }

    private static boolean lieOn(double[] times, double origin, double width, double tolerance) {
        return DoubleStream.of(times).allMatch(time -> {
            double place = (time - origin) / width;
            return Math.abs(place - Math.rint(place)) <= tolerance;
        });
    }

    /** The width with which the last time, too, is in its place. */
    private static double exact(double[] times, double width) {
        double span = times[times.length - 1] - times[0];
        return span / Math.rint(span / width);
    }

    /** The greatest common step of the counts of times; 1 for a single one. */
    private static long step(double[] times, DoubleToLongFunction count) {
        long step = 0;
        long first = count.applyAsLong(times[0]);
        for (double time : times) {
            step = gcd(step, count.applyAsLong(time) - first);
        }
        return Math.max(1, step);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }

    private static Axis months(double[] times, int least) {
        int step = (int) step(times, Axis.Months::months);
        int day = (int) DoubleStream.of(times)
                .mapToLong(time -> LocalDate.ofEpochDay((long) time).getDayOfMonth())
                .max()
                .orElse(1);
        return new Axis.Months(Axis.Months.months(times[0]), times.length == 1 ? least : Math.max(least, step), day);
    }

    private static Axis days(double[] times) {
        if (haveOneDayOfTheMonth(times)) {
            return months(times, 1);
        }
        int step = (int) step(times, value -> (long) value);
        Axis days = new Axis.Days((long) times[0], step);
        if (isFull(days, times)) {
            return days;
        }
        long monday =
                LocalDate.ofEpochDay((long) times[0]).with(DayOfWeek.MONDAY).toEpochDay();
        Axis weeks = new Axis.Days(monday, 7);
        Axis months = new Axis.Months(Axis.Months.months(times[0]), 1, 1);
        long quarter = Math.floorDiv(Axis.Months.months(times[0]), 3L) * 3;
        long year = Math.floorDiv(Axis.Months.months(times[0]), 12L) * 12;
        for (Axis axis : new Axis[] {weeks, months, new Axis.Months(quarter, 3, 1)}) {
            if (holdsOneEach(axis, times) && isFull(axis, times)) {
                return axis;
            }
        }
        Axis years = new Axis.Months(year, 12, 1);
        return holdsOneEach(years, times) ? years : new Axis.Order(times, true);
    }

    /** Whether all times are on the same day of their months, or on the last where a month has no such day. */
    private static boolean haveOneDayOfTheMonth(double[] times) {
        LocalDate[] dates = DoubleStream.of(times)
                .mapToObj(time -> LocalDate.ofEpochDay((long) time))
                .toArray(LocalDate[]::new);
        int day = Arrays.stream(dates).mapToInt(LocalDate::getDayOfMonth).max().orElseThrow();
        return Arrays.stream(dates).allMatch(date -> date.getDayOfMonth() == Math.min(day, date.lengthOfMonth()));
    }

    private static boolean holdsOneEach(Axis axis, double[] times) {
        return LongStream.of(DoubleStream.of(times).mapToLong(axis::index).toArray())
                        .distinct()
                        .count()
                == times.length;
    }

    private static boolean isFull(Axis axis, double[] times) {
        return times.length >= FULL * (axis.index(times[times.length - 1]) + 1.0);
    }
}
