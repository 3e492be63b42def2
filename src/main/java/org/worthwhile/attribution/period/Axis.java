package org.worthwhile.attribution.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import org.worthwhile.attribution.Column;

/** Where periods lie: the index of a time, and the time of an index. Times are as {@link TimeText} has them. */
sealed interface Axis {

    Step step();

    /** How far apart neighbouring periods are, in steps. */
    double width();

    /** The period that holds the time, or the last one begun by then. */
    int index(double time);

    /** The time from which rows are of the period. */
    double begin(int index);

    /** By how much times may differ that mean the same. */
    default double tolerance() {
        return 0;
    }

    String label(int index);

    /** The period as a number for plots: years with their fractions for dates. */
    double plotted(int index);

    /**
     * Equally spaced numbers: plain ones, years or financial years.
     *
     * @param slack how far below its place a time may be written, in periods
     */
    record Numbers(Step step, double origin, double width, double slack) implements Axis {

        /** The slack of whole numbers and of decimals written in full. */
        static final double ROUNDING = 1e-6;

        @Override
        public int index(double time) {
            return (int) Math.floor((time - origin) / width + slack);
        }

        @Override
        public double begin(int index) {
            return origin + index * width;
        }

        @Override
        public double tolerance() {
            return slack * width;
        }

        @Override
        public String label(int index) {
            double value = plotted(index);
            return (step == Step.FINANCIAL_YEAR ? Column.Scale.FINANCIAL_YEAR : Column.Scale.NUMBER).text(value);
        }

        @Override
        public double plotted(int index) {
            double value = begin(index);
            return width == Math.rint(width) ? value : Math.rint(value * 1e6) / 1e6;
        }
    }

    /**
     * Months, or so many of them.
     *
     * @param first counted from year 0
     * @param day of the month on which periods begin, where a month has so many
     */
    record Months(long first, int every, int day) implements Axis {

        /** The months from year 0 to that of a day. */
        static long months(double time) {
            LocalDate date = LocalDate.ofEpochDay((long) time);
            return 12L * date.getYear() + date.getMonthValue() - 1;
        }

        @Override
        public Step step() {
            return every % 12 == 0 ? Step.YEAR : every == 3 ? Step.QUARTER : Step.MONTH;
        }

        @Override
        public double width() {
            return every % 12 == 0 ? every / 12.0 : every == 3 ? 1 : every;
        }

        @Override
        public int index(double time) {
            return (int) Math.floorDiv(months(time) - first, (long) every);
        }

        private YearMonth month(int index) {
            long month = first + (long) index * every;
            return YearMonth.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1);
        }

        @Override
        public double begin(int index) {
            YearMonth month = month(index);
            return month.atDay(Math.min(day, month.lengthOfMonth())).toEpochDay();
        }

        @Override
        public String label(int index) {
            YearMonth month = month(index);
            return switch (step()) {
                case QUARTER -> month.getYear() + " Q" + month.get(IsoFields.QUARTER_OF_YEAR);
                case YEAR -> month.getMonthValue() == 1 ? Integer.toString(month.getYear()) : month.toString();
                case PERIOD, FINANCIAL_YEAR, MONTH, WEEK, DAY, ORDER -> month.toString();
            };
        }

        @Override
        public double plotted(int index) {
            YearMonth month = month(index);
            return month.getYear() + (month.getMonthValue() - 1) / 12.0;
        }
    }

    /** Days, or so many of them. */
    record Days(long first, int every) implements Axis {

        @Override
        public Step step() {
            return every % 7 == 0 ? Step.WEEK : Step.DAY;
        }

        @Override
        public double width() {
            return every % 7 == 0 ? every / 7.0 : every;
        }

        @Override
        public int index(double time) {
            return (int) Math.floorDiv((long) Math.floor(time) - first, (long) every);
        }

        @Override
        public double begin(int index) {
            return first + (double) index * every;
        }

        @Override
        public String label(int index) {
            return LocalDate.ofEpochDay((long) begin(index)).toString();
        }

        @Override
        public double plotted(int index) {
            return year(begin(index));
        }
    }

    /** Times of which only the order is known, rising. */
    record Order(double[] times, boolean dates) implements Axis {

        @Override
        public Step step() {
            return Step.ORDER;
        }

        @Override
        public double width() {
            return 1;
        }

        @Override
        public int index(double time) {
            int place = Arrays.binarySearch(times, time);
            return place >= 0 ? place : -place - 2;
        }

        @Override
        public double begin(int index) {
            return index < 0
                    ? Double.NEGATIVE_INFINITY
                    : index < times.length ? times[index] : Double.POSITIVE_INFINITY;
        }

        @Override
        public String label(int index) {
            return index < 0
                    ? "before " + label(0)
                    : index >= times.length
                            ? "after " + label(times.length - 1)
                            : (dates ? Column.Scale.DATE : Column.Scale.NUMBER).text(times[index]);
        }

        @Override
        public double plotted(int index) {
            double time = times[Math.clamp(index, 0, times.length - 1)];
            return dates ? year(time) : time;
        }
    }

    /** A day as a year with its fraction. */
    private static double year(double time) {
        LocalDate date = LocalDate.ofEpochDay((long) time);
        return date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear();
    }
}
