package org.worthwhile.attribution.causes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Term;

/**
 * What a decomposition works on.
 *
 * @param causes by cause and row
 * @param groups of causes that share a contribution, most of them alone
 * @param places of the rows: the index of their period, or the rank of their group
 * @param units of the rows; empty where rows are compared and not units over time
 * @param clusters that are resampled whole
 */
record CausesData(
        double[] outcome,
        List<String> names,
        double[][] causes,
        List<List<Integer>> groups,
        int[] places,
        int[] units,
        int[] clusters) {

    /** Some of the rows, in the given order and with repeats; a repeated cluster counts as another. */
    CausesData rows(int[] rows, int[] newUnits) {
        return new CausesData(
                Matrices.take(outcome, rows),
                names,
                Arrays.stream(causes).map(cause -> Matrices.take(cause, rows)).toArray(double[][]::new),
                groups,
                IntStream.of(rows).map(row -> places[row]).toArray(),
                newUnits,
                newUnits);
    }

    CausesData inGroups(List<List<Integer>> together) {
        return new CausesData(outcome, names, causes, together, places, units, clusters);
    }

    /** Each group's name, its causes in alphabetical order. */
    List<String> groupNames() {
        return groups.stream()
                .map(group -> group.size() == 1
                        ? names.get(group.getFirst())
                        : group.stream().map(names::get).sorted().collect(Collectors.joining(" and ")) + " together")
                .toList();
    }

    List<Term> terms() {
        return IntStream.range(0, names.size())
                .mapToObj(cause -> new Term(names.get(cause), causes[cause]))
                .toList();
    }

    /** What each group's causes add up to. */
    double[] byGroup(double[] byCause) {
        return groups.stream()
                .mapToDouble(group ->
                        group.stream().mapToDouble(cause -> byCause[cause]).sum())
                .toArray();
    }

    /** The change of each cause's mean between two places. */
    double[] change(int from, int to) {
        return Arrays.stream(causes)
                .mapToDouble(cause -> mean(cause, to) - mean(cause, from))
                .toArray();
    }

    /** The effects of units, where rows are of units, and of periods. */
    List<Grouping> effects() {
        return hasUnits() ? List.of(unitEffects(), periodEffects()) : List.of(periodEffects());
    }

    boolean hasUnits() {
        return units.length > 0;
    }

    private Grouping unitEffects() {
        return Grouping.ofCodes(units, Integer::toString);
    }

    private Grouping periodEffects() {
        return Grouping.ofCodes(places, Integer::toString);
    }

    /** The mean of values in rows at a place. */
    double mean(double[] values, int at) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (places[row] == at) {
                sum += values[row];
                count++;
            }
        }
        return sum / count;
    }
}
