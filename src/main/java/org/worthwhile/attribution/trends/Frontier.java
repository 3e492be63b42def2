package org.worthwhile.attribution.trends;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.worthwhile.attribution.estimation.Matrices;

/**
 * The vectors that make a quadratic form least for each sum of the sizes of their entries. Between corners the form's minimum moves
 * in a straight line (Osborne, Presnell and Turlach 2000, IMA Journal of Numerical Analysis 20: the homotopy of the lasso).
 */
final class Frontier {

    private static final double ROUNDING = 1e-12;
    private static final double ROUNDING_OF_PRICE = 1e-9;

    private Frontier() {}

    /**
     * The corners, from that without any entry to the one with the least form of all. Where the matrix is singular they end before
     * it.
     *
     * @param matrix of the form x'Qx/2 + c'x, symmetric
     * @param linear its c
     */
    static List<double[]> corners(double[][] matrix, double[] linear) {
        int count = linear.length;
        double[] at = new double[count];
        List<double[]> corners = new ArrayList<>(List.of(at));
        double price = DoubleStream.of(linear).map(Math::abs).max().orElse(0);
        double least = ROUNDING * price;
        boolean[] active = new boolean[count];
        int justLeft = -1;
        for (int step = 0; step < 20 * count && price > least; step++) {
            if (step == 0) {
                active[steepest(linear)] = true;
            }
            int[] own = java.util.stream.IntStream.range(0, count)
                    .filter(i -> active[i])
                    .toArray();
            double[] slope = slope(matrix, linear, at, own);
            if (slope.length == 0) {
                break;
            }
            Event next = next(matrix, linear, at, slope, active, price, justLeft);
            double[] moved = at.clone();
            for (int i = 0; i < count; i++) {
                moved[i] += slope[i] * next.length;
            }
            price -= next.length;
            justLeft = -1;
            if (next.entry >= 0) {
                active[next.entry] = !active[next.entry];
                if (!active[next.entry]) {
                    moved[next.entry] = 0;
                    justLeft = next.entry;
                }
            } else {
                price = 0;
            }
            at = moved;
            corners.add(at);
        }
        return corners;
    }

    /** What happens next as the price of size falls: an entry comes in or goes out, or with none the price is 0. */
    private record Event(double length, int entry) {}

    private static int steepest(double[] linear) {
        int steepest = 0;
        for (int i = 1; i < linear.length; i++) {
            steepest = Math.abs(linear[i]) > Math.abs(linear[steepest]) ? i : steepest;
        }
        return steepest;
    }

    /** By how much each entry moves as the price falls by 1; empty where that is not determined. */
    private static double[] slope(double[][] matrix, double[] linear, double[] at, int[] own) {
        double[][] inner = new double[own.length][own.length];
        double[] signs = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            double gradient = linear[own[i]] + Matrices.dot(matrix[own[i]], at);
            signs[i] = at[own[i]] != 0 ? Math.signum(at[own[i]]) : -Math.signum(gradient);
            for (int j = 0; j < own.length; j++) {
                inner[i][j] = matrix[own[i]][own[j]];
            }
        }
        double[] slope = new double[linear.length];
        if (own.length > 0) {
            try {
                double[] solved = new LUDecomposition(new Array2DRowRealMatrix(inner, false), 0)
                        .getSolver()
                        .solve(new ArrayRealVector(signs, false))
                        .toArray();
                for (int i = 0; i < own.length; i++) {
                    slope[own[i]] = solved[i];
                }
            } catch (SingularMatrixException singular) {
                return new double[0];
            }
        }
        return Arrays.stream(slope).allMatch(Double::isFinite) ? slope : new double[0];
    }

    private static Event next(
            double[][] matrix,
            double[] linear,
            double[] at,
            double[] slope,
            boolean[] active,
            double price,
            int justLeft) {
        Event next = new Event(price, -1);
        for (int i = 0; i < linear.length; i++) {
            if (active[i]) {
                double length = at[i] == 0 ? Double.POSITIVE_INFINITY : -at[i] / slope[i];
                next = length > 0 && length < next.length ? new Event(length, i) : next;
            } else {
                // One that has just left is still at the price, or its negative, and moves from it to the other.
                double least = i == justLeft ? ROUNDING_OF_PRICE * price : -ROUNDING_OF_PRICE * price;
                double gradient = linear[i] + Matrices.dot(matrix[i], at);
                double change = Matrices.dot(matrix[i], slope);
                // The gradient reaches the price, or its negative, which fall by 1.
                for (double length :
                        new double[] {(price - gradient) / (1 + change), (price + gradient) / (1 - change)}) {
                    next = length >= least && length < next.length ? new Event(Math.max(0, length), i) : next;
                }
            }
        }
        return next;
    }
}
