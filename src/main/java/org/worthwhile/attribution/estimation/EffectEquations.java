package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.Optional;

/**
 * The normal equations of several groupings' effects. The grouping with most groups is eliminated (the Schur complement), and
 * what is left is solved by conjugate gradients preconditioned with the groups' weights (Hestenes and Stiefel 1952; Golub and
 * Van Loan, Matrix Computations, section 11.5). The equations are singular, a constant being shared by the effects, which is
 * of no consequence to their fitted values.
 */
final class EffectEquations {

    /** What rounding alone may leave, as a share of the squared error to come below. */
    private static final double ROUNDING = 1e-4;

    private final EffectRows rows;
    private final int groupings;
    private final int largest;

    /** Of the largest grouping and the only other one; empty of more, or where cells are many more than rows. */
    private final Optional<CellWeights> cells;

    /**
     * A step towards a solution.
     *
     * @param effects by grouping and group
     * @param count of products with the matrix
     * @param spread how much larger a squared error may be than its gradient's energy, as far as the iteration has seen
     */
    record Step(double[][] effects, int count, double spread) {}

    EffectEquations(EffectRows rows) {
        this.rows = rows;
        this.groupings = rows.groupings();
        this.largest = rows.largest();
        this.cells = groupings == 2 ? CellWeights.of(rows, largest, 1 - largest) : Optional.empty();
    }

    double[][] less(double[][] first, double[][] second) {
        double[][] less = rows.zeros();
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
            energy += product(sums[q], sums[q], rows.inverse(q));
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
        double[][] solution = rows.zeros();
        double[][] direction = rows.zeros();
        double energy = 0;
        for (int q = 0; q < groupings; q++) {
            for (int group = 0; q != largest && group < residual[q].length; group++) {
                direction[q][group] = residual[q][group] * rows.inverse(q)[group];
            }
            energy += q == largest ? 0 : product(residual[q], residual[q], rows.inverse(q));
        }
        double spread = 1;
        int calm = 0;
        int count = 0;
        // Sums that are nothing but rounding hold no direction to go in.
        while (energy > ROUNDING * aim && count < most) {
            double[][] image = reducedProduct(direction);
            double curvature = 0;
            for (int q = 0; q < groupings; q++) {
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
            for (int q = 0; q < groupings; q++) {
                for (int group = 0; q != largest && group < residual[q].length; group++) {
                    solution[q][group] += length * direction[q][group];
                    residual[q][group] -= length * image[q][group];
                }
                energy += q == largest ? 0 : product(residual[q], residual[q], rows.inverse(q));
            }
            // A long iteration must stay below its aim for a while, since its gradient may fall and rise again.
            calm = energy * spread <= aim ? calm + 1 : 0;
            if (calm > count / 20) {
                break;
            }
            for (int q = 0; q < groupings; q++) {
                for (int group = 0; q != largest && group < residual[q].length; group++) {
                    direction[q][group] =
                            residual[q][group] * rows.inverse(q)[group] + energy / before * direction[q][group];
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
        double[][] reduced = new double[groupings][];
        double[] means = scaled(sums[largest], rows.inverse(largest));
        for (int q = 0; q < groupings; q++) {
            reduced[q] = sums[q].clone();
            if (q != largest) {
                subtractSums(means, q, reduced[q]);
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
        if (groupings == 2) {
            return reducedProductOfTwo(effects);
        }
        double[] fitted = rows.fittedWithoutLargest(effects);
        double[] means = scaled(rows.sums(fitted, largest), rows.inverse(largest));
        int[] own = rows.codes(largest);
        double[] weights = rows.weights();
        double[][] product = rows.zeros();
        for (int q = 0; q < groupings; q++) {
            int[] codes = rows.codes(q);
            for (int row = 0; q != largest && row < fitted.length; row++) {
                product[q][codes[row]] += weights[row] * (fitted[row] - means[own[row]]);
            }
        }
        return product;
    }

    /** The same without a fitted value for each row, which is half the work. */
    private double[][] reducedProductOfTwo(double[][] effects) {
        int other = 1 - largest;
        double[] means = scaled(sumsOfOthers(effects), rows.inverse(largest));
        double[][] product = rows.zeros();
        for (int group = 0; group < product[other].length; group++) {
            product[other][group] = rows.totals(other)[group] * effects[other][group];
        }
        subtractSums(means, other, product[other]);
        return product;
    }

    /** Takes the sums over a grouping's groups of what effects of the largest one give off given sums. */
    private void subtractSums(double[] effect, int grouping, double[] sums) {
        if (cells.isPresent()) {
            cells.get().subtractSums(effect, sums);
            return;
        }
        int[] own = rows.codes(largest);
        int[] others = rows.codes(grouping);
        double[] weights = rows.weights();
        for (int row = 0; row < own.length; row++) {
            sums[others[row]] -= weights[row] * effect[own[row]];
        }
    }

    /** The sums over the largest grouping's groups of what the other groupings' effects give. */
    private double[] sumsOfOthers(double[][] effects) {
        if (cells.isPresent()) {
            return cells.get().sums(effects[1 - largest]);
        }
        if (groupings != 2) {
            return rows.sums(rows.fittedWithoutLargest(effects), largest);
        }
        int[] own = rows.codes(largest);
        int[] others = rows.codes(1 - largest);
        double[] weights = rows.weights();
        double[] effect = effects[1 - largest];
        double[] sums = new double[rows.totals(largest).length];
        for (int row = 0; row < own.length; row++) {
            sums[own[row]] += weights[row] * effect[others[row]];
        }
        return sums;
    }

    /** The effects of the largest grouping, given those of the others. */
    private void complete(double[][] sums, double[][] effects) {
        double[] own = sumsOfOthers(effects);
        for (int group = 0; group < own.length; group++) {
            effects[largest][group] = (sums[largest][group] - own[group]) * rows.inverse(largest)[group];
        }
    }
}
