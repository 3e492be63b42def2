package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How the variance of clusters' changes falls with their size: a part that all have, and a part over the size, as of means of members
 * who vary by themselves (Ferman and Pinto 2019, Review of Economics and Statistics 101). Fitted to the squared changes of those not
 * treated by least squares, each square weighted by the square of the variance fitted to it, as the variance of a normal variable's
 * square goes. That both parts are at least 0 and that the treated follow the same law is taken from outside the data.
 *
 * @param common the part that all have
 * @param perSize the part over the size
 */
record SizeVariance(double common, double perSize) {

    private static final double ALIKE = 1e-9;
    private static final int ROUNDS = 5;

    /** With less than this share of the greatest variance a cluster counts for no more in the fit. */
    private static final double LEAST_SHARE = 1e-2;

    /**
     * Fits the law; without sizes that differ all have one variance.
     *
     * @param changes of clusters, with mean 0 about
     * @param sizes of the same, above 0
     */
    static SizeVariance of(double[] changes, double[] sizes) {
        double[] squares =
                DoubleStream.of(changes).map(change -> change * change).toArray();
        double[] weights = new double[squares.length];
        Arrays.fill(weights, 1);
        SizeVariance law = fit(squares, sizes, weights);
        for (int round = 0; round < ROUNDS && law.perSize > 0; round++) {
            law = fit(squares, sizes, law.weights(sizes));
        }
        return law;
    }

    private static SizeVariance fit(double[] squares, double[] sizes, double[] weights) {
        Line line = new Line(sizes, weights);
        double mean = 0;
        double slope = 0;
        double fromZero = 0;
        for (int i = 0; i < squares.length; i++) {
            mean += weights[i] * squares[i] / line.total;
            slope += weights[i] * (1 / sizes[i] - line.level) * squares[i] / line.spread;
            fromZero += weights[i] / sizes[i] * squares[i] / line.square;
        }
        if (!differ(sizes) || slope <= 0) {
            return new SizeVariance(Arrays.stream(squares).average().orElse(0), 0);
        }
        double common = mean - slope * line.level;
        return common >= 0 ? new SizeVariance(common, slope) : new SizeVariance(0, fromZero);
    }

    private double[] weights(double[] sizes) {
        double greatest = DoubleStream.of(sizes).map(this::at).max().orElse(1);
        return DoubleStream.of(sizes)
                .map(size -> Math.max(at(size), LEAST_SHARE * greatest) / greatest)
                .map(share -> 1 / (share * share))
                .toArray();
    }

    /** Weighted sums over clusters of one over their sizes. */
    private static final class Line {

        private final double total;
        private final double level;
        private final double spread;
        private final double square;

        Line(double[] sizes, double[] weights) {
            double sum = 0;
            double inverse = 0;
            double squares = 0;
            for (int i = 0; i < sizes.length; i++) {
                sum += weights[i];
                inverse += weights[i] / sizes[i];
                squares += weights[i] / (sizes[i] * sizes[i]);
            }
            this.total = sum;
            this.level = inverse / sum;
            this.spread = squares - inverse * inverse / sum;
            this.square = squares;
        }
    }

    /** Whether some cluster is larger than another. */
    static boolean differ(double[] sizes) {
        double least = DoubleStream.of(sizes).min().orElse(1);
        return DoubleStream.of(sizes).anyMatch(size -> size > least * (1 + ALIKE));
    }

    double at(double size) {
        return common + perSize / size;
    }

    /**
     * By Satterthwaite's approximation, of the variance at a size: the fewer, the fewer clusters of about that size there are.
     *
     * @param sizes of the clusters that the law was fitted to
     */
    double degreesOfFreedom(double[] sizes, double size) {
        if (perSize == 0) {
            return sizes.length;
        }
        double[] weights = weights(sizes);
        Line line = new Line(sizes, weights);
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            double count = common == 0
                    ? weights[i] / (size * sizes[i]) / line.square
                    : weights[i] / line.total
                            + weights[i] * (1 / size - line.level) * (1 / sizes[i] - line.level) / line.spread;
            sum += count * count * at(sizes[i]) * at(sizes[i]);
        }
        return Math.min(sizes.length, at(size) * at(size) / sum);
    }

    /** What clusters' changes would be if they were as large as another. */
    double[] as(double[] changes, double[] sizes, double size) {
        double[] scaled = new double[changes.length];
        for (int i = 0; i < scaled.length; i++) {
            double own = at(sizes[i]);
            scaled[i] = own > 0 ? changes[i] * Math.sqrt(at(size) / own) : changes[i];
        }
        return scaled;
    }
}
