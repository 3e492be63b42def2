package org.worthwhile.portfolio;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.WorkingBasis.Basis;

/**
 * A part of the choices.
 *
 * @param proposals that are open
 * @param open their columns
 * @param fixed the columns of the others
 * @param fixedValue what those are worth
 * @param fixedSums of the rules over the same
 * @param basis of the relaxation that it came from, for the same open proposals
 * @param bound that none of its choices exceeds
 */
record SearchNode(
        int[] proposals, int[][] open, int[] fixed, double fixedValue, double[] fixedSums, Basis basis, double bound) {

    SearchNode with(int place, int column) {
        int[][] left = open.clone();
        left[place] = new int[] {column};
        return new SearchNode(proposals, left, fixed, fixedValue, fixedSums, basis, bound);
    }

    /** Nor with the same column of a proposal that is alike, since that is the same choice the other way round. */
    SearchNode without(IntegerProgramme programme, int place, int column) {
        int[][] left = open.clone();
        int alike = programme.alike()[proposals[place]];
        int[] ordinals = ordinals(programme, open[place]);
        for (int p = 0; p < left.length; p++) {
            if (programme.alike()[proposals[p]] == alike && Arrays.equals(ordinals(programme, open[p]), ordinals)) {
                left[p] = IntStream.of(open[p])
                        .filter(j -> programme.ordinals()[j] != programme.ordinals()[column])
                        .toArray();
            }
        }
        return new SearchNode(proposals, left, fixed, fixedValue, fixedSums, basis, bound);
    }

    private static int[] ordinals(IntegerProgramme programme, int[] columns) {
        return IntStream.of(columns).map(j -> programme.ordinals()[j]).toArray();
    }

    /** The columns with which each rule can still be kept; empty if a proposal has none. */
    Optional<int[][]> withinRules(IntegerProgramme programme) {
        int[][] left = open.clone();
        for (int rule = 0; rule < programme.rules(); rule++) {
            double[] least = new double[left.length];
            double[] most = new double[left.length];
            double low = fixedSums[rule];
            double high = low;
            for (int p = 0; p < left.length; p++) {
                least[p] = Double.POSITIVE_INFINITY;
                most[p] = Double.NEGATIVE_INFINITY;
                for (int j : left[p]) {
                    least[p] = Math.min(least[p], programme.coefficient(rule, j));
                    most[p] = Math.max(most[p], programme.coefficient(rule, j));
                }
                low += least[p];
                high += most[p];
            }
            double rounding = 1e-13 * programme.sizes()[rule];
            double room = programme.highest()[rule] - low + rounding;
            double demand = programme.lowest()[rule] - high - rounding;
            if (room < 0 || demand > 0) {
                return Optional.empty();
            }
            for (int p = 0; p < left.length; p++) {
                if (most[p] - least[p] > Math.min(room, -demand)) {
                    int at = rule;
                    double atMost = least[p] + room;
                    double atLeast = most[p] + demand;
                    left[p] = IntStream.of(left[p])
                            .filter(j ->
                                    programme.coefficient(at, j) <= atMost && programme.coefficient(at, j) >= atLeast)
                            .toArray();
                    if (left[p].length == 0) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(left);
    }

    /** The node without the proposals that have one column left, but those that the basis still holds open. */
    SearchNode closed(IntegerProgramme programme, int[][] left, WorkingBasis working, double most) {
        Basis kept = working.kept();
        boolean[] held = new boolean[left.length];
        for (int p : kept.enteredAt()) {
            held[p] = true;
        }
        int[] stay = IntStream.range(0, left.length)
                .filter(p -> left[p].length > 1 || held[p])
                .toArray();
        int[] places = new int[left.length];
        for (int place = 0; place < stay.length; place++) {
            places[stay[place]] = place;
        }
        int[] closed = Arrays.copyOf(fixed, fixed.length + left.length - stay.length);
        double[] sums = fixedSums.clone();
        double value = fixedValue;
        int next = fixed.length;
        for (int p = 0; p < left.length; p++) {
            if (left[p].length == 1 && !held[p]) {
                int column = left[p][0];
                closed[next++] = column;
                value += programme.values()[column];
                for (int rule = 0; rule < sums.length; rule++) {
                    sums[rule] += programme.coefficient(rule, column);
                }
            }
        }
        return new SearchNode(
                IntStream.of(stay).map(p -> proposals[p]).toArray(),
                IntStream.of(stay).mapToObj(p -> left[p]).toArray(int[][]::new),
                closed,
                value,
                sums,
                new Basis(
                        IntStream.of(stay).map(p -> kept.keys()[p]).toArray(),
                        kept.entered(),
                        IntStream.of(kept.enteredAt()).map(p -> places[p]).toArray(),
                        kept.tight(),
                        kept.atHighest()),
                most);
    }
}
