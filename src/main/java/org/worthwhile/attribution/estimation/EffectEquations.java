package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;

/**
 * The normal equations of several groupings' effects. The grouping with most groups is eliminated (the Schur complement), and
 * what is left is solved by conjugate gradients preconditioned with the groups' weights (Hestenes and Stiefel 1952; Golub and
 * Van Loan, Matrix Computations, section 11.5). The equations are singular, a constant being shared by the effects, which is
 * of no consequence to their fitted values.
 */
final class EffectEquations {

    /** What rounding alone may leave, as a share of the squared error to come below. */
    private static final double ROUNDING = 1e-4;

    private final int[][] codes;
    private final double[] weights;
    private final double[][] inverse;
    private final double[][] totals;
    private final int largest;

    /**
     * A step towards a solution.
     *
     * @param effects by grouping and group
     * @param count of products with the matrix
     * @param spread how much larger a squared error may be than its gradient's energy, as far as the iteration has seen
     */
    record Step(double[][] effects, int count, double spread) {}

    EffectEquations(List<Grouping> effects, double[] weights) {
        this.codes = effects.stream().map(Grouping::codes).toArray(int[][]::new);
        this.weights = weights;
        this.totals = effects.stream().map(effect -> new double[effect.size()]).toArray(double[][]::new);
        int most = 0;
        for (int q = 0; q < codes.length; q++) {
            for (int row = 0; row < weights.length; row++) {
                totals[q][codes[q][row]] += weights[row];
            }
            most = totals[q].length > totals[most].length ? q : most;
        }
        this.largest = most;
        this.inverse = Arrays.stream(totals)
                .map(own -> Arrays.stream(own)
                        .map(total -> total > 0 ? 1 / total : 0)
                        .toArray())
                .toArray(double[][]::new);
    }

    double[][] zeros() {
        return Arrays.stream(totals).map(own -> new double[own.length]).toArray(double[][]::new);
    }

    /** Takes the means of the groups of the largest grouping off values, and adds them to its effects. */
    void removeMeans(double[] values, double[][] effects) {
        int[] own = codes[largest];
        double[] means = new double[totals[largest].length];
        for (int row = 0; row < own.length; row++) {
            means[own[row]] += weights[row] * values[row];
        }
        for (int group = 0; group < means.length; group++) {
            means[group] *= inverse[largest][group];
            effects[largest][group] += means[group];
        }
        for (int row = 0; row < own.length; row++) {
            values[row] -= means[own[row]];
        }
    }

    /** What the effects give in each row. */
    double[] fitted(double[][] effects) {
        double[] fitted = new double[weights.length];
        for (int q = 0; q < codes.length; q++) {
            addTo(fitted, effects[q], codes[q], 1);
        }
        return fitted;
    }

    void subtract(double[][] effects, double[] values) {
        for (int q = 0; q < codes.length; q++) {
            addTo(values, effects[q], codes[q], -1);
        }
    }

    private static void addTo(double[] values, double[] effect, int[] codes, double factor) {
        for (int row = 0; row < values.length; row++) {
            values[row] += factor * effect[codes[row]];
        }
    }

    /** The weighted sums of values by grouping and group. */
    double[][] sums(double[] values) {
        double[][] sums = zeros();
        for (int q = 0; q < codes.length; q++) {
            addSums(values, codes[q], sums[q]);
        }
        return sums;
    }

    private void addSums(double[] values, int[] codes, double[] sums) {
        for (int row = 0; row < values.length; row++) {
            sums[codes[row]] += weights[row] * values[row];
        }
    }

    double[][] less(double[][] first, double[][] second) {
        double[][] less = zeros();
        for (int q = 0; q < less.length; q++) {
            for (int group = 0; group < less[q].length; group++) {
                less[q][group] = first[q][group] - second[q][group];
            }
        }
        return less;
    }

    /** The squared sums over the groups' weights: the squared length of the residuals' group means. */
    double energy(double[][] sums) {
        double energy = 0;
        for (int q = 0; q < sums.length; q++) {
            energy += product(sums[q], sums[q], inverse[q]);
        }
        return energy;
    }

    static void add(double[][] step, double[][] effects) {
        for (int q = 0; q < step.length; q++) {
            for (int group = 0; group < step[q].length; group++) {
                effects[q][group] += step[q][group];
            }
        }
    }

    /**
     * Solves for effects with given sums.
     *
     * @param aim the squared error to come below
     * @param most products with the matrix
     */
    Step step(double[][] sums, double aim, int most) {
        double[][] residual = reduced(sums);
        double[][] solution = zeros();
        double[][] direction = zeros();
        double energy = 0;
        for (int q = 0; q < codes.length; q++) {
            for (int group = 0; q != largest && group < residual[q].length; group++) {
                direction[q][group] = residual[q][group] * inverse[q][group];
            }
            energy += q == largest ? 0 : product(residual[q], residual[q], inverse[q]);
        }
        double spread = 1;
        int calm = 0;
        int count = 0;
        // Sums that are nothing but rounding hold no direction to go in.
        while (energy > ROUNDING * aim && count < most) {
            double[][] image = reducedProduct(direction);
            double curvature = 0;
            for (int q = 0; q < codes.length; q++) {
                curvature += q == largest ? 0 : Matrices.dot(direction[q], image[q]);
            }
            count++;
            if (!(curvature > 0)) {
                break;
            }
            double length = energy / curvature;
            spread = Math.max(spread, length);
            double before = energy;
            energy = 0;
            for (int q = 0; q < codes.length; q++) {
                for (int group = 0; q != largest && group < residual[q].length; group++) {
                    solution[q][group] += length * direction[q][group];
                    residual[q][group] -= length * image[q][group];
                }
                energy += q == largest ? 0 : product(residual[q], residual[q], inverse[q]);
            }
            // A long iteration must stay below its aim for a while, since its gradient may fall and rise again.
            calm = energy * spread <= aim ? calm + 1 : 0;
            if (calm > count / 20) {
                break;
            }
            for (int q = 0; q < codes.length; q++) {
                for (int group = 0; q != largest && group < residual[q].length; group++) {
                    direction[q][group] =
                            residual[q][group] * inverse[q][group] + energy / before * direction[q][group];
                }
            }
        }
        complete(sums, solution);
        return new Step(solution, count, spread);
    }

    private static double product(double[] first, double[] second, double[] scale) {
        double sum = 0;
        for (int group = 0; group < first.length; group++) {
            sum += first[group] * second[group] * scale[group];
        }
        return sum;
    }

    /** The sums of the other groupings less what the largest grouping's sums bring into them. */
    private double[][] reduced(double[][] sums) {
        double[][] reduced = new double[codes.length][];
        double[] means = scaled(sums[largest], inverse[largest]);
        int[] own = codes[largest];
        for (int q = 0; q < codes.length; q++) {
            reduced[q] = sums[q].clone();
            for (int row = 0; q != largest && row < weights.length; row++) {
                reduced[q][codes[q][row]] -= weights[row] * means[own[row]];
            }
        }
        return reduced;
    }

    private static double[] scaled(double[] values, double[] scale) {
        double[] scaled = new double[values.length];
        Arrays.setAll(scaled, group -> values[group] * scale[group]);
        return scaled;
    }

    /** The Schur complement times effects of the groupings that are not eliminated. */
    private double[][] reducedProduct(double[][] effects) {
        if (codes.length == 2) {
            return reducedProductOfTwo(effects);
        }
        double[] fitted = fittedWithoutLargest(effects);
        int[] own = codes[largest];
        double[] means = new double[totals[largest].length];
        addSums(fitted, own, means);
        for (int group = 0; group < means.length; group++) {
            means[group] *= inverse[largest][group];
        }
        double[][] product = zeros();
        for (int q = 0; q < codes.length; q++) {
            for (int row = 0; q != largest && row < fitted.length; row++) {
                product[q][codes[q][row]] += weights[row] * (fitted[row] - means[own[row]]);
            }
        }
        return product;
    }

    /** The same without a fitted value for each row, which is half the work. */
    private double[][] reducedProductOfTwo(double[][] effects) {
        int other = 1 - largest;
        int[] own = codes[largest];
        int[] others = codes[other];
        double[] effect = effects[other];
        double[] means = sumsOfOthers(effects);
        for (int group = 0; group < means.length; group++) {
            means[group] *= inverse[largest][group];
        }
        double[][] product = zeros();
        double[] image = product[other];
        for (int row = 0; row < own.length; row++) {
            image[others[row]] -= weights[row] * means[own[row]];
        }
        for (int group = 0; group < image.length; group++) {
            image[group] += totals[other][group] * effect[group];
        }
        return product;
    }

    /** The sums over the largest grouping's groups of what the other groupings' effects give. */
    private double[] sumsOfOthers(double[][] effects) {
        double[] sums = new double[totals[largest].length];
        if (codes.length != 2) {
            addSums(fittedWithoutLargest(effects), codes[largest], sums);
            return sums;
        }
        int[] own = codes[largest];
        int[] others = codes[1 - largest];
        double[] effect = effects[1 - largest];
        for (int row = 0; row < own.length; row++) {
            sums[own[row]] += weights[row] * effect[others[row]];
        }
        return sums;
    }

    private double[] fittedWithoutLargest(double[][] effects) {
        double[] fitted = new double[weights.length];
        for (int q = 0; q < codes.length; q++) {
            if (q != largest) {
                addTo(fitted, effects[q], codes[q], 1);
            }
        }
        return fitted;
    }

    /** The effects of the largest grouping, given those of the others. */
    private void complete(double[][] sums, double[][] effects) {
        double[] own = sumsOfOthers(effects);
        for (int group = 0; group < own.length; group++) {
            effects[largest][group] = (sums[largest][group] - own[group]) * inverse[largest][group];
        }
    }
}
