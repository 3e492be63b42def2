package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;

/**
 * The rows from which the effects of groupings are taken: sums over their groups, and what effects give in each of them. Rows are gone
 * through a few at a time, by one grouping after another, so that they come from memory once and not once for each grouping.
 */
final class EffectRows {

    /** So few that their values, weights and groups stay in a processor's own cache. */
    private static final int BLOCK = 1 << 11;

    private final int[][] codes;
    private final double[] weights;

    /** The weights of the groups and one over them, which is 0 where there is none, by grouping and group. */
    private final double[][] totals;

    private final double[][] inverse;
    private final int largest;

    /**
     * What is left of values.
     *
     * @param sums weighted, by grouping and group
     * @param square their weighted squared length
     */
    record Left(double[][] sums, double square) {}

    EffectRows(List<Grouping> effects, double[] weights) {
        this.codes = effects.stream().map(Grouping::codes).toArray(int[][]::new);
        this.weights = weights;
        this.totals = effects.stream().map(effect -> new double[effect.size()]).toArray(double[][]::new);
        int most = 0;
        for (int q = 0; q < codes.length; q++) {
            addWeights(codes[q], totals[q]);
            most = totals[q].length > totals[most].length ? q : most;
        }
        this.largest = most;
        this.inverse = Arrays.stream(totals)
                .map(own -> Arrays.stream(own)
                        .map(total -> total > 0 ? 1 / total : 0)
                        .toArray())
                .toArray(double[][]::new);
    }

    private void addWeights(int[] codes, double[] sums) {
        for (int row = 0; row < weights.length; row++) {
            sums[codes[row]] += weights[row];
        }
    }

    int groupings() {
        return codes.length;
    }

    /** The grouping with most groups. */
    int largest() {
        return largest;
    }

    int[] codes(int grouping) {
        return codes[grouping];
    }

    double[] weights() {
        return weights;
    }

    double[] totals(int grouping) {
        return totals[grouping];
    }

    double[] inverse(int grouping) {
        return inverse[grouping];
    }

    /** No effect of any group, by grouping. */
    double[][] zeros() {
        return Arrays.stream(totals).map(own -> new double[own.length]).toArray(double[][]::new);
    }

    /** Takes the means of the groups of the largest grouping off values, and adds them to its effects. */
    Left removeMeans(double[] values, double[][] effects) {
        double[] means = new double[totals[largest].length];
        inBlocks((from, to) -> addSums(values, codes[largest], means, from, to));
        return removeMeans(values, means, effects);
    }

    /** Takes effects off values, and then the means of the groups of the largest grouping, which it adds to its effects. */
    Left subtract(double[][] step, double[] values, double[][] effects) {
        double[] means = new double[totals[largest].length];
        inBlocks((from, to) -> {
            for (int q = 0; q < codes.length; q++) {
                addTo(values, step[q], codes[q], -1, from, to);
            }
            addSums(values, codes[largest], means, from, to);
        });
        return removeMeans(values, means, effects);
    }

    /** @param means still the sums over the groups */
    private Left removeMeans(double[] values, double[] means, double[][] effects) {
        for (int group = 0; group < means.length; group++) {
            means[group] *= inverse[largest][group];
            effects[largest][group] += means[group];
        }
        double[][] sums = zeros();
        double[] square = new double[1];
        inBlocks((from, to) -> {
            addTo(values, means, codes[largest], -1, from, to);
            for (int q = 0; q < codes.length; q++) {
                addSums(values, codes[q], sums[q], from, to);
            }
            square[0] += square(values, from, to);
        });
        return new Left(sums, square[0]);
    }

    /** What effects give in each row. */
    double[] fitted(double[][] effects) {
        double[] fitted = new double[weights.length];
        for (int q = 0; q < codes.length; q++) {
            addTo(fitted, effects[q], codes[q], 1, 0, fitted.length);
        }
        return fitted;
    }

    /** The same without the effects of the largest grouping. */
    double[] fittedWithoutLargest(double[][] effects) {
        double[] fitted = new double[weights.length];
        for (int q = 0; q < codes.length; q++) {
            if (q != largest) {
                addTo(fitted, effects[q], codes[q], 1, 0, fitted.length);
            }
        }
        return fitted;
    }

    /** The weighted sums of values by grouping and group. */
    double[][] sums(double[] values) {
        double[][] sums = zeros();
        for (int q = 0; q < codes.length; q++) {
            addSums(values, codes[q], sums[q], 0, values.length);
        }
        return sums;
    }

    /** The weighted sums of values by the groups of one grouping. */
    double[] sums(double[] values, int grouping) {
        double[] sums = new double[totals[grouping].length];
        addSums(values, codes[grouping], sums, 0, values.length);
        return sums;
    }

    /** The work on a block of rows. */
    private interface Block {
        void work(int from, int to);
    }

    private void inBlocks(Block block) {
        for (int from = 0; from < weights.length; from += BLOCK) {
            block.work(from, Math.min(weights.length, from + BLOCK));
        }
    }

    private static void addTo(double[] values, double[] effect, int[] codes, double factor, int from, int to) {
        for (int row = from; row < to; row++) {
            values[row] += factor * effect[codes[row]];
        }
    }

    private void addSums(double[] values, int[] codes, double[] sums, int from, int to) {
        for (int row = from; row < to; row++) {
            sums[codes[row]] += weights[row] * values[row];
        }
    }

    private double square(double[] values, int from, int to) {
        double square = 0;
        for (int row = from; row < to; row++) {
            square += weights[row] * values[row] * values[row];
        }
        return square;
    }
}
