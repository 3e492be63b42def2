package org.worthwhile.attribution.discontinuity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The bandwidths that make the mean squared error of the jump and of its bias least, one for both sides (Calonico, Cattaneo
 * and Titiunik 2014, Econometrica 82; Calonico, Cattaneo and Farrell 2020, Econometrics Journal 23).
 */
final class BandwidthSelector {

    /** The main bandwidth and the one for the bias. */
    record Bandwidths(double h, double b) {}

    private static final int NEAREST_WHERE_HEAPED = 10;

    private final Side left;
    private final Side right;
    private final Kernel kernel;
    private final double widest;
    private final double narrowest;

    private BandwidthSelector(Side left, Side right, Kernel kernel) {
        this.left = left;
        this.right = right;
        this.kernel = kernel;
        this.widest = Math.max(left.reach(), right.reach());
        boolean heaped = left.isHeaped() || right.isHeaped();
        this.narrowest = heaped
                ? Math.max(left.distanceOfUnique(NEAREST_WHERE_HEAPED), right.distanceOfUnique(NEAREST_WHERE_HEAPED))
                        * (1 + 1e-8)
                : 0;
    }

    /** Selects for a jump estimated with polynomials of an order. */
    static Bandwidths select(Side left, Side right, Kernel kernel, int order) {
        boolean complies = left.isFuzzy() && (isConstant(left.treatment()) || isConstant(right.treatment()));
        return new BandwidthSelector(complies ? left.sharp() : left, complies ? right.sharp() : right, kernel)
                .select(order);
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).distinct().limit(2).count() < 2;
    }

    private Bandwidths select(int order) {
        double pilot = wideEnough(pilot());
        int q = order + 1;
        double d = wideEnough(combined(
                parts(left, q + 1, q + 1, q + 2, pilot, left.reach(), false),
                parts(right, q + 1, q + 1, q + 2, pilot, right.reach(), false)));
        double b = Math.min(
                widest,
                combined(
                        parts(left, q, order + 1, q + 1, pilot, d, true),
                        parts(right, q, order + 1, q + 1, pilot, d, true)));
        double h = Math.min(
                widest, combined(parts(left, order, 0, q, pilot, b, true), parts(right, order, 0, q, pilot, b, true)));
        return new Bandwidths(h, b);
    }

    /** A preliminary bandwidth, which in a discrete running variable reaches enough of its values. */
    private double wideEnough(double bandwidth) {
        return Math.max(Math.min(bandwidth, widest), narrowest);
    }

    private double pilot() {
        double[] x = DoubleStream.concat(Arrays.stream(left.x()), Arrays.stream(right.x()))
                .sorted()
                .toArray();
        double mean = Arrays.stream(x).average().orElse(0);
        double square =
                Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum();
        double spread = Math.min(Math.sqrt(square / (x.length - 1)), (averaged(x, 0.75) - averaged(x, 0.25)) / 1.349);
        return kernel.pilotConstant() * spread * StrictMath.pow(left.uniqueValues() + right.uniqueValues(), -0.2);
    }

    /** The quantile that averages at jumps (Hyndman and Fan 1996, type 2). */
    private static double averaged(double[] sorted, double share) {
        double place = share * sorted.length;
        int below = (int) Math.floor(place);
        return place > below ? sorted[below] : (sorted[below - 1] + sorted[below]) / 2;
    }

    /**
     * What a side adds to the mean squared error.
     *
     * @param regularisation for the sampling error of the bias
     */
    private record Parts(double variance, double bias, double regularisation, double rate) {}

    private static double combined(Parts left, Parts right) {
        double bias = right.bias - left.bias;
        double error = bias * bias + left.regularisation + right.regularisation;
        return StrictMath.pow((left.variance + right.variance) / error, left.rate);
    }

    /**
     * @param order of the polynomial
     * @param power the coefficient that is wanted
     * @param biasOrder of the polynomial that estimates its bias
     */
    private Parts parts(
            Side all, int order, int power, int biasOrder, double pilot, double biasBandwidth, boolean regularised) {
        Side adjusted =
                CovariateAdjustment.of(List.of(all), order, kernel, pilot).getFirst();
        Side near = adjusted.within(kernel, pilot);
        LocalPolynomial main = LocalPolynomial.fit(near, order, kernel, pilot);
        double[] ratio = ratio(near, main, power);
        double variance = near.variance(main.weights()[power], mixture(near, ratio), main);
        double constant = main.pickedUp(power, near.x(), order + 1) / StrictMath.pow(pilot, order + 1 - power);
        Side wide = adjusted.within(kernel, biasBandwidth);
        LocalPolynomial curve = LocalPolynomial.fit(wide, biasOrder, kernel, biasBandwidth);
        double slope = curve.coefficient(order + 1, mixture(wide, ratio));
        double slopeVariance = regularised ? wide.variance(curve.weights()[order + 1], mixture(wide, ratio), curve) : 0;
        double scale = 2.0 * (order + 1 - power);
        return new Parts(
                (2 * power + 1) * StrictMath.pow(pilot, 2 * power + 1) * variance,
                Math.sqrt(scale) * constant * slope,
                scale * 3 * constant * constant * slopeVariance,
                1.0 / (2 * order + 3));
    }

    /** How outcome and treatment received count in the ratio of their coefficients, to first order. */
    private static double[] ratio(Side side, LocalPolynomial main, int power) {
        if (!side.isFuzzy()) {
            return new double[] {1, 0};
        }
        double factorial = 1;
        for (int i = 2; i <= power; i++) {
            factorial *= i;
        }
        double outcome = factorial * main.coefficient(power, side.y());
        double treatment = factorial * main.coefficient(power, side.treatment());
        return new double[] {1 / treatment, -outcome / (treatment * treatment)};
    }

    private static double[] mixture(Side side, double[] ratio) {
        double[] mixture = new double[side.size()];
        Arrays.setAll(mixture, i -> ratio[0] * side.y()[i] + (side.isFuzzy() ? ratio[1] * side.treatment()[i] : 0));
        return mixture;
    }
}
