package org.worthwhile.synthesis;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * A distribution over numbers from 0 on as points with weights, by Gauss and Legendre's rule over u, where a number is size u / (1 - u).
 *
 * @param points rising
 * @param weights that sum to 1
 * @param share the distribution of u
 * @param size where half of the points lie below
 */
public record HalfLine(double[] points, double[] weights, CumulativeDensity share, double size) {

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(8, 0, 1);

    /** Points that add less than this to a distribution are left out. */
    private static final double NEGLIGIBLE = 1e-14;

    /**
     * From a density.
     *
     * @param size of the numbers, where the distribution is
     * @param panels eight points each
     * @param logDensity the logarithm of the density, but for a constant
     */
    public static HalfLine of(double size, int panels, DoubleUnaryOperator logDensity) {
        int nodes = panels * RULE.getNumberOfPoints();
        double[] points = new double[nodes];
        double[] logs = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            int point = i % RULE.getNumberOfPoints();
            double u = (i / RULE.getNumberOfPoints() + RULE.getPoint(point)) / panels;
            points[i] = size * u / (1 - u);
            logs[i] = logDensity.applyAsDouble(points[i])
                    + StrictMath.log(RULE.getWeight(point))
                    - 2 * StrictMath.log1p(-u);
        }
        double largest = Arrays.stream(logs).max().orElse(0);
        double[] weights =
                Arrays.stream(logs).map(log -> StrictMath.exp(log - largest)).toArray();
        double sum = Arrays.stream(weights).sum();
        double[] masses = new double[panels];
        for (int i = 0; i < nodes; i++) {
            masses[i / RULE.getNumberOfPoints()] += weights[i] / panels;
        }
        double[] ends = new double[panels + 1];
        double[] density = new double[panels + 1];
        for (int i = 0; i < panels; i++) {
            ends[i] = (double) i / panels;
            density[i] = StrictMath.exp(logDensity.applyAsDouble(size * ends[i] / (1 - ends[i]))
                    - 2 * StrictMath.log1p(-ends[i])
                    - largest);
        }
        ends[panels] = 1;
        int[] kept = IntStream.range(0, nodes)
                .filter(i -> weights[i] > NEGLIGIBLE * sum)
                .toArray();
        return new HalfLine(
                Arrays.stream(kept).mapToDouble(i -> points[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> weights[i] / sum).toArray(),
                CumulativeDensity.of(ends, masses, density),
                size);
    }

    /** The number below which the distribution lies with a probability. */
    public double quantile(double probability) {
        double u = share.quantile(probability);
        return size * u / (1 - u);
    }
}
