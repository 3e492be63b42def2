package org.worthwhile.attribution.discontinuity;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;
import org.worthwhile.attribution.estimation.Inference;

/**
 * Whether the density of the running variable jumps at the cutoff, as it does where people sort themselves across it: the
 * log difference of local linear fits to a fine histogram (McCrary 2008, Journal of Econometrics 142).
 */
final class DensityTest {

    private static final double RULE_OF_THUMB = 3.348;
    private static final int LEAST_BINS = 6;

    private final double bin;
    private final double rows;

    private DensityTest(double bin, double rows) {
        this.bin = bin;
        this.rows = rows;
    }

    /** The test: the log difference and its p-value; empty when there are too few rows. */
    record Result(OptionalDouble difference, OptionalDouble pValue) {}

    static Result of(Side left, Side right) {
        double[] x = DoubleStream.concat(Arrays.stream(left.x()), Arrays.stream(right.x()))
                .toArray();
        double mean = Arrays.stream(x).average().orElse(0);
        double deviation = Math.sqrt(
                Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum() / (x.length - 1));
        double bin = 2 * deviation / Math.sqrt(x.length);
        DensityTest test = new DensityTest(bin, x.length);
        double[][] below = test.histogram(left.x(), -1);
        double[][] above = test.histogram(right.x(), 1);
        if (below[0].length < LEAST_BINS || above[0].length < LEAST_BINS) {
            return new Result(OptionalDouble.empty(), OptionalDouble.empty());
        }
        // Half the rule of thumb, so that what curvature the fits miss is small beside their error (McCrary 2008,
        // section 3.2).
        double bandwidth = (bandwidth(below) + bandwidth(above)) / 4;
        double belowDensity = density(below, bandwidth);
        double aboveDensity = density(above, bandwidth);
        if (!(belowDensity > 0) || !(aboveDensity > 0)) {
            return new Result(OptionalDouble.empty(), OptionalDouble.empty());
        }
        double difference = StrictMath.log(aboveDensity) - StrictMath.log(belowDensity);
        double error = Math.sqrt(24 / 5.0 / (x.length * bandwidth) * (1 / belowDensity + 1 / aboveDensity));
        return new Result(
                OptionalDouble.of(difference),
                OptionalDouble.of(Inference.normal(0.95).pValue(difference, error)));
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

    private static double density(double[][] histogram, double bandwidth) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double t0 = 0;
        double t1 = 0;
        for (int i = 0; i < histogram[0].length; i++) {
            double z = histogram[0][i];
            double weight = Math.max(0, 1 - Math.abs(z / bandwidth));
            s0 += weight;
            s1 += weight * z;
            s2 += weight * z * z;
            t0 += weight * histogram[1][i];
            t1 += weight * z * histogram[1][i];
        }
        return (s2 * t0 - s1 * t1) / (s0 * s2 - s1 * s1);
    }
}
