package org.worthwhile.attribution.discontinuity;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;
import org.worthwhile.attribution.estimation.Inference;

/**
 * Whether the density of the running variable jumps at the cutoff, as it does where people sort themselves across it: the
 * log difference of local linear fits to a fine histogram (McCrary 2008, Journal of Econometrics 142). Where the running
 * variable is discrete, each bin holds as many of its values as any other, and the variance is that of the bins' counts.
 */
final class DensityTest {

    private static final double RULE_OF_THUMB = 3.348;
    private static final int LEAST_BINS = 6;

    /** Bins that the fit to a discrete variable needs on each side at least. */
    private static final double LEAST_WITHIN = 5;

    /** By how much the steps between values of a discrete variable may differ from whole ones. */
    private static final double EVEN = 1e-6;

    private final double bin;
    private final double rows;

    private DensityTest(double bin, double rows) {
        this.bin = bin;
        this.rows = rows;
    }

    /** The test: the log difference and its p-value; empty when there are too few rows or values. */
    record Result(OptionalDouble difference, OptionalDouble pValue) {
        static final Result NONE = new Result(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** A density at the cutoff, and its variance as of counts that are Poisson's. */
    private record Density(double value, double variance) {}

    static Result of(Side left, Side right) {
        double[] x = DoubleStream.concat(Arrays.stream(left.x()), Arrays.stream(right.x()))
                .toArray();
        double mean = Arrays.stream(x).average().orElse(0);
        double deviation = Math.sqrt(
                Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum() / (x.length - 1));
        double bin = 2 * deviation / Math.sqrt(x.length);
        if (!left.isHeaped() && !right.isHeaped()) {
            return result(new DensityTest(bin, x.length), left.x(), right.x(), false);
        }
        OptionalDouble step = step(x);
        if (step.isEmpty()) {
            return Result.NONE;
        }
        // The cutoff half-way between the values on its two sides, so that bins on both hold as many.
        double middle = (left.x()[left.size() - 1] + right.x()[0]) / 2;
        double whole = Math.max(1, Math.rint(bin / step.getAsDouble())) * step.getAsDouble();
        return result(
                new DensityTest(whole, x.length),
                Arrays.stream(left.x()).map(value -> value - middle).toArray(),
                Arrays.stream(right.x()).map(value -> value - middle).toArray(),
                true);
    }

    /** What all gaps between different values are multiples of; empty when they are not of the least one. */
    private static OptionalDouble step(double[] x) {
        double[] values = Arrays.stream(x).sorted().distinct().toArray();
        double least = IntStream.range(1, values.length)
                .mapToDouble(i -> values[i] - values[i - 1])
                .min()
                .orElse(0);
        boolean even = least > 0
                && IntStream.range(1, values.length)
                        .mapToDouble(i -> (values[i] - values[i - 1]) / least)
                        .allMatch(steps -> Math.abs(steps - Math.rint(steps)) <= EVEN * steps);
        return even ? OptionalDouble.of(least) : OptionalDouble.empty();
    }

    private static Result result(DensityTest test, double[] left, double[] right, boolean discrete) {
        double[][] below = test.histogram(left, -1);
        double[][] above = test.histogram(right, 1);
        if (below[0].length < LEAST_BINS || above[0].length < LEAST_BINS) {
            return Result.NONE;
        }
        // Half the rule of thumb, so that what curvature the fits miss is small beside their error (McCrary 2008,
        // section 3.2).
        double rule = (bandwidth(below) + bandwidth(above)) / 4;
        double bandwidth = discrete ? Math.max(rule, LEAST_WITHIN * test.bin) : rule;
        Density belowDensity = test.density(below, bandwidth);
        Density aboveDensity = test.density(above, bandwidth);
        if (!(belowDensity.value > 0) || !(aboveDensity.value > 0)) {
            return Result.NONE;
        }
        double difference = StrictMath.log(aboveDensity.value) - StrictMath.log(belowDensity.value);
        double variance = discrete
                ? aboveDensity.variance / (aboveDensity.value * aboveDensity.value)
                        + belowDensity.variance / (belowDensity.value * belowDensity.value)
                : 24 / 5.0 / (test.rows * bandwidth) * (1 / belowDensity.value + 1 / aboveDensity.value);
        return new Result(
                OptionalDouble.of(difference),
                OptionalDouble.of(Inference.normal(0.95).pValue(difference, Math.sqrt(variance))));
    }

    /** Midpoints and densities of bins that begin at the cutoff. */
    private double[][] histogram(double[] x, int sign) {
        int bins = 1 + (int) (Arrays.stream(x).map(Math::abs).max().orElse(0) / bin);
        double[][] histogram = new double[2][bins];
        for (int i = 0; i < bins; i++) {
            histogram[0][i] = sign * (i + 0.5) * bin;
        }
        for (double value : x) {
            histogram[1][Math.min(bins - 1, (int) (Math.abs(value) / bin))] += 1 / (rows * bin);
        }
        return histogram;
    }

    /** By a fourth-order polynomial over the whole side. */
    private static double bandwidth(double[][] histogram) {
        int bins = histogram[0].length;
        double reach = Math.abs(histogram[0][bins - 1]);
        WeightedObservedPoints points = new WeightedObservedPoints();
        for (int i = 0; i < bins; i++) {
            points.add(histogram[0][i] / reach, histogram[1][i]);
        }
        double[] fit = PolynomialCurveFitter.create(4).fit(points.toList());
        double residual = 0;
        double curvature = 0;
        for (int i = 0; i < bins; i++) {
            double z = histogram[0][i] / reach;
            double fitted = fit[0] + z * (fit[1] + z * (fit[2] + z * (fit[3] + z * fit[4])));
            residual += (histogram[1][i] - fitted) * (histogram[1][i] - fitted);
            double second = (2 * fit[2] + 6 * fit[3] * z + 12 * fit[4] * z * z) / (reach * reach);
            curvature += second * second;
        }
        double variance = residual / Math.max(1, bins - 5);
        return curvature > 0
                ? Math.min(reach, RULE_OF_THUMB * StrictMath.pow(variance * reach / curvature, 0.2))
                : reach;
    }

    private Density density(double[][] histogram, double bandwidth) {
        double[] weights = Arrays.stream(histogram[0])
                .map(z -> Math.max(0, 1 - Math.abs(z / bandwidth)))
                .toArray();
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        for (int i = 0; i < weights.length; i++) {
            double z = histogram[0][i];
            s0 += weights[i];
            s1 += weights[i] * z;
            s2 += weights[i] * z * z;
        }
        double value = 0;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = weights[i] * (s2 - s1 * histogram[0][i]) / (s0 * s2 - s1 * s1);
            value += share * histogram[1][i];
            variance += share * share * histogram[1][i] / (rows * bin);
        }
        return new Density(value, variance);
    }
}
