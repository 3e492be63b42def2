package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes fixed effects out of variables: the residual of a weighted regression on the groups' dummies, found by
 * sweeping the group means in turn (the method of alternating projections) with the acceleration of Irons and Tuck
 * (1969, International Journal for Numerical Methods in Engineering 1).
 */
final class FixedEffects {

    /** Sweeps end when no effect moves by more than this share of the variable's largest value. */
    private static final double TOLERANCE = 1e-13;

    private static final int MOST_SWEEPS = 10_000;

    private final List<Grouping> effects;
    private final double[] weights;
    private final double[][] groupWeights;

    /** @param weights of the rows, all above 0 */
    FixedEffects(List<Grouping> effects, double[] weights) {
        this.effects = List.copyOf(effects);
        this.weights = weights;
        this.groupWeights = new double[effects.size()][];
        for (int q = 0; q < effects.size(); q++) {
            groupWeights[q] = new double[effects.get(q).size()];
            for (int row = 0; row < weights.length; row++) {
                groupWeights[q][effects.get(q).codes()[row]] += weights[row];
            }
        }
    }

    /** The sum over effects of their groups, less one for each effect after the first. */
    int parameters() {
        return effects.stream().mapToInt(Grouping::size).sum() - Math.max(0, effects.size() - 1);
    }

    List<Grouping> effects() {
        return effects;
    }

    /** The share of a row in its group, for the leverage of a single fixed effect. */
    double leverage(int row) {
        return weights[row] / groupWeights[0][effects.getFirst().codes()[row]];
    }

    /** The variable without its fixed effects. */
    double[] without(double[] variable) {
        if (effects.isEmpty()) {
            return variable.clone();
        }
        double scale = 0;
        for (double value : variable) {
            scale = Math.max(scale, Math.abs(value));
        }
        double[][] current = zeros();
        double[][] once = sweep(variable, current);
        if (effects.size() > 1) {
            for (int count = 0; count < MOST_SWEEPS && distance(current, once) > TOLERANCE * scale; count++) {
                double[][] twice = sweep(variable, once);
                current = accelerated(current, once, twice);
                once = sweep(variable, current);
            }
        }
        return residual(variable, once);
    }

    private double[][] zeros() {
        double[][] zeros = new double[effects.size()][];
        for (int q = 0; q < zeros.length; q++) {
            zeros[q] = new double[effects.get(q).size()];
        }
        return zeros;
    }

    /** Each effect in turn becomes the group mean of the variable less all other effects. */
    private double[][] sweep(double[] variable, double[][] before) {
        double[][] after = before.clone();
        for (int q = 0; q < after.length; q++) {
            double[] sums = new double[before[q].length];
            int[] codes = effects.get(q).codes();
            for (int row = 0; row < variable.length; row++) {
                double rest = variable[row];
                for (int r = 0; r < after.length; r++) {
                    if (r != q) {
                        rest -= after[r][effects.get(r).codes()[row]];
                    }
                }
                sums[codes[row]] += weights[row] * rest;
            }
            for (int group = 0; group < sums.length; group++) {
                sums[group] /= groupWeights[q][group];
            }
            after[q] = sums;
        }
        return after;
    }

    private static double[][] accelerated(double[][] current, double[][] once, double[][] twice) {
        double product = 0;
        double square = 0;
        for (int q = 0; q < current.length; q++) {
            for (int group = 0; group < current[q].length; group++) {
                double lastStep = twice[q][group] - once[q][group];
                double bend = lastStep - (once[q][group] - current[q][group]);
                product += lastStep * bend;
                square += bend * bend;
            }
        }
        if (square == 0) {
            return twice;
        }
        double factor = product / square;
        List<double[]> accelerated = new ArrayList<>();
        for (int q = 0; q < current.length; q++) {
            double[] effect = new double[current[q].length];
            for (int group = 0; group < effect.length; group++) {
                effect[group] = twice[q][group] - factor * (twice[q][group] - once[q][group]);
            }
            accelerated.add(effect);
        }
        return accelerated.toArray(double[][]::new);
    }

    private static double distance(double[][] first, double[][] second) {
        double largest = 0;
        for (int q = 0; q < first.length; q++) {
            for (int group = 0; group < first[q].length; group++) {
                largest = Math.max(largest, Math.abs(first[q][group] - second[q][group]));
            }
        }
        return largest;
    }

    private double[] residual(double[] variable, double[][] effect) {
        double[] residual = variable.clone();
        for (int q = 0; q < effect.length; q++) {
            int[] codes = effects.get(q).codes();
            for (int row = 0; row < residual.length; row++) {
                residual[row] -= effect[q][codes[row]];
            }
        }
        return residual;
    }
}
