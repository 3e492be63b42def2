package org.worthwhile.attribution.discontinuity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.estimation.FoldedNormal;
import org.worthwhile.attribution.estimation.QrLeastSquares;

/**
 * The jump at the cutoff by local linear fits, with the most that it may be biased where the outcome's mean bends on either side
 * by no more than a given second derivative: its interval holds whether the running variable is continuous or not (Armstrong and
 * Kolesar 2020, Quantitative Economics 11; Kolesar and Rothe 2018, American Economic Review 108).
 *
 * @param bias the greatest in size
 * @param curvature the bound on the second derivative
 * @param left rows that count to the left
 * @param right rows that count to the right
 */
record HonestJump(double estimate, double error, double bias, double bandwidth, double curvature, int left, int right) {

    private static final int CANDIDATES = 60;
    private static final int QUARTIC = 4;

    /** A local linear fit of one side at the cutoff, as weights on its rows. */
    private record Level(Side side, LocalPolynomial fit) {

        static Level of(Side all, Kernel kernel, double bandwidth) {
            Side side = all.within(kernel, bandwidth);
            return new Level(side, LocalPolynomial.fit(side, 1, kernel, bandwidth));
        }

        double[] weights() {
            return fit.weights()[0];
        }

        double value() {
            return fit.coefficient(0, side.y());
        }

        /**
         * The integral over s of |sum of weights times distances beyond s|, by which a second derivative of 1 with the worst
         * signs moves the level; the sum is linear between values of the running variable.
         */
        double bias() {
            double[] distances = Arrays.stream(side.x()).map(Math::abs).toArray();
            int[] order = IntStream.range(0, distances.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(distances[b], distances[a]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double sum = 0;
            double weight = 0;
            double moment = 0;
            for (int i = 0; i < order.length; i++) {
                weight += weights()[order[i]];
                moment += weights()[order[i]] * distances[order[i]];
                double to = distances[order[i]];
                double from = i + 1 < order.length ? distances[order[i + 1]] : 0;
                sum += absolute(moment - weight * to, moment - weight * from, to - from);
            }
            return sum;
        }

        /** The integral of the size of a line between two values over a length. */
        private static double absolute(double first, double last, double length) {
            return first * last >= 0
                    ? length * Math.abs(first + last) / 2
                    : length * (first * first + last * last) / (2 * (Math.abs(first) + Math.abs(last)));
        }
    }

    /**
     * Estimates at a bandwidth.
     *
     * @throws LocalPolynomial.TooFewRows if a side has fewer than two values within it
     */
    static HonestJump at(Side left, Side right, Kernel kernel, double bandwidth, double curvature) {
        List<Side> adjusted = CovariateAdjustment.of(List.of(left, right), 1, kernel, bandwidth);
        Level below = Level.of(adjusted.getFirst(), kernel, bandwidth);
        Level above = Level.of(adjusted.getLast(), kernel, bandwidth);
        double variance = below.side.variance(below.weights(), below.side.y(), below.fit)
                + above.side.variance(above.weights(), above.side.y(), above.fit);
        return new HonestJump(
                above.value() - below.value(),
                Math.sqrt(variance),
                curvature * (below.bias() + above.bias()),
                bandwidth,
                curvature,
                below.side.size(),
                above.side.size());
    }

    /**
     * Estimates at the bandwidth that makes the greatest mean squared error least, with one variance of rows on each side.
     *
     * @throws LocalPolynomial.TooFewRows if no bandwidth reaches two values on both sides
     */
    static HonestJump best(Side left, Side right, Kernel kernel, double curvature) {
        double ofLeft = variance(left);
        double ofRight = variance(right);
        double nearest = Math.max(left.distanceOfUnique(2), right.distanceOfUnique(2));
        double widest = Math.max(left.reach(), right.reach());
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= CANDIDATES; i++) {
            double bandwidth =
                    nearest * 1.000001 * StrictMath.pow(Math.max(1, widest / nearest) * 1.01, (double) i / CANDIDATES);
            try {
                Level below = Level.of(left, kernel, bandwidth);
                Level above = Level.of(right, kernel, bandwidth);
                double bias = curvature * (below.bias() + above.bias());
                double error = bias * bias + ofLeft * square(below.weights()) + ofRight * square(above.weights());
                if (error < least) {
                    least = error;
                    best = bandwidth;
                }
            } catch (LocalPolynomial.TooFewRows tooFew) {
                continue;
            }
        }
        if (Double.isNaN(best)) {
            throw new LocalPolynomial.TooFewRows();
        }
        return at(left, right, kernel, best, curvature);
    }

    private static double square(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    /** The mean squared residual of a side's rows from their nearest neighbours. */
    private static double variance(Side side) {
        return square(side.neighbourResiduals(side.y())) / side.size();
    }

    /**
     * The rule of thumb for the bound: the greatest second derivative of a polynomial of fourth order over each side (Armstrong
     * and Kolesar 2020, section 3.1).
     *
     * @throws LocalPolynomial.TooFewRows if a side has too few values for it
     */
    static double ruleOfThumb(Side left, Side right) {
        return Math.max(greatestCurvature(left), greatestCurvature(right));
    }

    private static double greatestCurvature(Side side) {
        double reach = side.reach();
        double[][] columns = new double[QUARTIC + 1][side.size()];
        double[] outcome = new double[side.size()];
        for (int i = 0; i < side.size(); i++) {
            double root = Math.sqrt(side.weights()[i]);
            outcome[i] = root * side.y()[i];
            double power = root;
            for (int j = 0; j <= QUARTIC; j++) {
                columns[j][i] = power;
                power *= side.x()[i] / reach;
            }
        }
        QrLeastSquares fit = QrLeastSquares.fit(columns, outcome, QrLeastSquares.lengths(columns), 1e-12);
        if (fit.kept().length <= QUARTIC) {
            throw new LocalPolynomial.TooFewRows();
        }
        double[] c = fit.coefficients();
        double turn = c[4] == 0 ? 0 : -c[3] / (4 * c[4]);
        double end = side.x()[0] < 0 ? side.x()[0] / reach : side.x()[side.size() - 1] / reach;
        double start = side.x()[0] < 0 ? side.x()[side.size() - 1] / reach : side.x()[0] / reach;
        double inside = Math.clamp(turn, Math.min(start, end), Math.max(start, end));
        return DoubleStream.of(start, end, inside)
                        .map(z -> Math.abs(2 * c[2] + 6 * c[3] * z + 12 * c[4] * z * z))
                        .max()
                        .orElseThrow()
                / (reach * reach);
    }

    /** Holds the jump at least as often as the level says, whatever the bias up to the greatest. */
    Interval interval(double level) {
        double critical = FoldedNormal.critical(bias / error, level);
        return new Interval(estimate - critical * error, estimate + critical * error, level);
    }

    /** The probability of an estimate so far from 0 with the greatest bias, were there no jump. */
    double pValue() {
        return FoldedNormal.beyond(Math.abs(estimate) / error, bias / error);
    }
}
