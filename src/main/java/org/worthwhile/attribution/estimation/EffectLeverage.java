package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each row decides its own fit by fixed effects: the diagonal of the projection on their groups' dummies. Of several
 * effects the one with most groups is eliminated, and the equations of the others are inverted, those that the rest explain
 * left out.
 */
final class EffectLeverage {

    /** The inverse takes as many groups squared in memory, and cubed in time. */
    private static final int MOST_GROUPS = 1_500;

    /** What is left of an equation's diagonal, as a share, below which the others explain it. */
    private static final double EXPLAINED = 1e-10;

    private final int[][] codes;
    private final double[] weights;
    private final int largest;
    private final int[] offset;
    private final double[] totals;
    private final int[][] members;

    private EffectLeverage(List<Grouping> effects, double[] weights) {
        this.codes = effects.stream().map(Grouping::codes).toArray(int[][]::new);
        this.weights = weights;
        this.largest = largest(effects);
        this.offset = new int[codes.length];
        int groups = 0;
        for (int q = 0; q < codes.length; q++) {
            offset[q] = groups;
            groups += q == largest ? 0 : effects.get(q).size();
        }
        int[] own = codes[largest];
        this.totals = new double[effects.get(largest).size()];
        int[] counts = new int[totals.length];
        for (int row = 0; row < own.length; row++) {
            totals[own[row]] += weights[row];
            counts[own[row]]++;
        }
        this.members = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int row = own.length - 1; row >= 0; row--) {
            members[own[row]][--counts[own[row]]] = row;
        }
    }

    private static int largest(List<Grouping> effects) {
        return IntStream.range(0, effects.size())
                .reduce((a, b) -> effects.get(b).size() > effects.get(a).size() ? b : a)
                .orElseThrow();
    }

    private static int others(List<Grouping> effects) {
        return effects.stream().mapToInt(Grouping::size).sum()
                - effects.get(largest(effects)).size();
    }

    static boolean isFeasible(List<Grouping> effects) {
        return effects.size() < 2 || others(effects) <= MOST_GROUPS;
    }

    /** The leverages by row; 0 without effects. */
    static double[] of(List<Grouping> effects, double[] weights) {
        return effects.isEmpty()
                ? new double[weights.length]
                : new EffectLeverage(effects, weights).leverages(others(effects));
    }

    private double[] leverages(int groups) {
        double[][] inverse = inverse(equations(groups));
        double[] leverages = new double[weights.length];
        double[] shares = new double[groups];
        for (int own = 0; own < members.length; own++) {
            int[] touched = shares(members[own], totals[own], shares);
            double square = 0;
            for (int i : touched) {
                for (int j : touched) {
                    square += shares[i] * inverse[i][j] * shares[j];
                }
            }
            for (int row : members[own]) {
                int[] groupsOfRow = groups(row);
                double form = square;
                for (int i : groupsOfRow) {
                    for (int j : groupsOfRow) {
                        form += inverse[i][j];
                    }
                    for (int j : touched) {
                        form -= 2 * inverse[i][j] * shares[j];
                    }
                }
                leverages[row] = weights[row] * (1 / totals[own] + form);
            }
            clear(touched, shares);
        }
        return leverages;
    }

    private int[] groups(int row) {
        return IntStream.range(0, codes.length)
                .filter(q -> q != largest)
                .map(q -> offset[q] + codes[q][row])
                .toArray();
    }

    /** Fills in the shares of the other groups in rows of one group, and says which they are. */
    private int[] shares(int[] rows, double total, double[] shares) {
        for (int row : rows) {
            for (int group : groups(row)) {
                shares[group] += weights[row] / total;
            }
        }
        return IntStream.of(rows)
                .flatMap(row -> Arrays.stream(groups(row)))
                .distinct()
                .toArray();
    }

    private static void clear(int[] touched, double[] shares) {
        for (int group : touched) {
            shares[group] = 0;
        }
    }

    /** The normal equations of the other groups, the largest effect eliminated. */
    private double[][] equations(int groups) {
        double[][] equations = new double[groups][groups];
        double[] shares = new double[groups];
        for (int own = 0; own < members.length; own++) {
            for (int row : members[own]) {
                for (int i : groups(row)) {
                    for (int j : groups(row)) {
                        equations[i][j] += weights[row];
                    }
                }
            }
            int[] touched = shares(members[own], totals[own], shares);
            for (int i : touched) {
                for (int j : touched) {
                    equations[i][j] -= totals[own] * shares[i] * shares[j];
                }
            }
            clear(touched, shares);
        }
        return equations;
    }

    /** A generalised inverse by sweeping on each diagonal entry that the ones before it do not explain (Goodnight 1979). */
    private static double[][] inverse(double[][] equations) {
        int n = equations.length;
        double[] diagonal = new double[n];
        Arrays.setAll(diagonal, i -> equations[i][i]);
        boolean[] swept = new boolean[n];
        for (int pivot = 0; pivot < n; pivot++) {
            double[] own = equations[pivot];
            double value = own[pivot];
            if (!(value > EXPLAINED * diagonal[pivot])) {
                continue;
            }
            swept[pivot] = true;
            for (int j = 0; j < n; j++) {
                own[j] /= value;
            }
            for (int i = 0; i < n; i++) {
                double factor = equations[i][pivot];
                if (i != pivot && factor != 0) {
                    double[] other = equations[i];
                    for (int j = 0; j < n; j++) {
                        other[j] -= factor * own[j];
                    }
                    other[pivot] = -factor / value;
                }
            }
            own[pivot] = 1 / value;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                equations[i][j] = swept[i] && swept[j] ? equations[i][j] : 0;
            }
        }
        return equations;
    }
}
