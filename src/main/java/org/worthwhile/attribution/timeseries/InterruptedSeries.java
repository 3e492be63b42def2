package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Calendar;

/**
 * The interrupted series in order of time, with a row for each observed period, and after it those it is compared with.
 *
 * @param periods of the rows, as indices on the calendar
 * @param units of the rows: the first is the interrupted series
 * @param exposure by row, to which the mean is proportional; 1 where a study names none
 * @param start the first period after the interruption, observed or not
 * @param others the first periods after other interruptions, rising
 */
record InterruptedSeries(
        Calendar calendar,
        int[] periods,
        Grouping units,
        double[] outcome,
        double[] exposure,
        List<Term> controls,
        int start,
        int[] others,
        List<Dropped> dropped) {

    static final int INTERRUPTED = 0;

    int rows() {
        return periods.length;
    }

    /** Whether a row is of the interrupted series. */
    boolean isOwn(int row) {
        return units.codes()[row] == INTERRUPTED;
    }

    /** Times of the interrupted series. */
    int size() {
        return (int) IntStream.range(0, rows()).filter(this::isOwn).count();
    }

    boolean hasComparison() {
        return units.size() > 1;
    }

    /** How many times of the interrupted series come before the interruption. */
    int before() {
        return count(INTERRUPTED, period -> period < start);
    }

    int after() {
        return size() - before();
    }

    /** How many times of a series the predicate holds for. */
    int count(int unit, IntPredicate period) {
        return (int) IntStream.range(0, rows())
                .filter(row -> units.codes()[row] == unit && period.test(periods[row]))
                .count();
    }

    String startLabel() {
        return calendar.label(start);
    }

    /** The row as a number along the axis of plots. */
    double plotted(int row) {
        return calendar.plotted(periods[row]);
    }

    /** Periods since the interruption, negative before it. */
    int since(int row) {
        return periods[row] - start;
    }

    /** The rows since the interruption before it, if any, and up to this one, as if that had come half-way through them. */
    InterruptedSeries beforeOnly() {
        int from = IntStream.of(others).filter(other -> other < start).max().orElse(Integer.MIN_VALUE);
        InterruptedSeries early = where(row -> periods[row] >= from && periods[row] < start);
        int size = early.size();
        return size == 0 ? early : early.interruptedAt(early.periods[size / 2]);
    }

    private InterruptedSeries interruptedAt(int period) {
        return new InterruptedSeries(
                calendar, periods, units, outcome, exposure, controls, period, new int[0], dropped);
    }

    /**
     * The interrupted series less the mean of those it is compared with, at the periods in which all are observed. What moves
     * all alike is gone from it, and it is of no consequence by how much some of them vary more than others.
     */
    InterruptedSeries apart() {
        int[] own = IntStream.range(0, rows())
                .filter(row -> isOwn(row)
                        && IntStream.range(0, rows())
                                        .filter(other -> periods[other] == periods[row])
                                        .count()
                                == units.size())
                .toArray();
        List<Term> differences = new ArrayList<>();
        controls.forEach(term -> differences.add(new Term(term.name(), apart(term.values(), own))));
        return new InterruptedSeries(
                calendar,
                IntStream.of(own).map(row -> periods[row]).toArray(),
                Grouping.of(own.length, _ -> units.labels().get(INTERRUPTED)),
                apart(outcome, own),
                LinearModel.ones(own.length),
                differences,
                start,
                others,
                dropped);
    }

    private double[] apart(double[] values, int[] own) {
        return IntStream.of(own)
                .mapToDouble(row -> values[row]
                        - IntStream.range(0, rows())
                                        .filter(other -> periods[other] == periods[row] && !isOwn(other))
                                        .mapToDouble(other -> values[other])
                                        .sum()
                                / (units.size() - 1))
                .toArray();
    }

    /** The rows from the period of the {@code from}-th time of the interrupted series to before that of the {@code to}-th. */
    InterruptedSeries between(int from, int to) {
        int first = periods[from];
        int last = periods[to - 1];
        return where(row -> periods[row] >= first && periods[row] <= last);
    }

    private InterruptedSeries where(IntPredicate chosen) {
        int[] rows = IntStream.range(0, rows()).filter(chosen).toArray();
        List<Term> kept = new ArrayList<>();
        controls.forEach(term -> kept.add(new Term(term.name(), Matrices.take(term.values(), rows))));
        return new InterruptedSeries(
                calendar,
                IntStream.of(rows).map(row -> periods[row]).toArray(),
                Grouping.of(rows.length, row -> units.labels().get(units.codes()[rows[row]])),
                Matrices.take(outcome, rows),
                Matrices.take(exposure, rows),
                kept,
                start,
                others,
                dropped);
    }
}
