package org.worthwhile.attribution.panel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Periods;

/**
 * Rows less the one before them of the same unit, be it one period before or more.
 *
 * @param rows those that have one, in the order of units and times
 * @param before the row before each
 */
record FirstDifferences(int[] rows, int[] before) {

    static FirstDifferences of(Grouping units, Periods periods) {
        Integer[] order = new Integer[periods.rows()];
        Arrays.setAll(order, row -> row);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(row -> units.codes()[row]).thenComparingInt(periods::of));
        int[] later = IntStream.range(1, order.length)
                .filter(i -> units.codes()[order[i]] == units.codes()[order[i - 1]])
                .toArray();
        return new FirstDifferences(
                IntStream.of(later).map(i -> order[i]).toArray(),
                IntStream.of(later).map(i -> order[i - 1]).toArray());
    }

    double[] of(double[] values) {
        return IntStream.range(0, rows.length)
                .mapToDouble(i -> values[rows[i]] - values[before[i]])
                .toArray();
    }

    List<Term> of(List<Term> terms) {
        return terms.stream()
                .map(term -> new Term(term.name(), of(term.values())))
                .toList();
    }
}
