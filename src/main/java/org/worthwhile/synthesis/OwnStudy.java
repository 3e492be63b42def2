package org.worthwhile.synthesis;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * One's own study of a place, combined with what the others say of a place that they did not study: their prediction as prior, the own
 * estimate as likelihood, by Bayes's theorem with numerical integration.
 *
 * @param own estimate of the own study
 * @param mean with {@code deviation} of the posterior
 * @param low with {@code high} its central interval
 * @param quantiles of the posterior, each as likely as the others
 * @param curves the densities of others, own study and both together, at the same points
 */
public record OwnStudy(
        EffectSize own,
        double mean,
        double deviation,
        double low,
        double high,
        List<Double> quantiles,
        List<Curve> curves) {

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(8, 0, 1);

    /** Panels end at every eighth of either standard deviation, this many on each side. */
    private static final int EIGHTHS = 96;

    private static final int POINTS = 121;
    private static final int QUANTILES = 999;

    public OwnStudy {
        quantiles = List.copyOf(quantiles);
        curves = List.copyOf(curves);
    }

    /**
     * A density.
     *
     * @param title of what it is of
     * @param x from low to high
     */
    public record Curve(String title, List<Double> x, List<Double> density) {
        public Curve {
            x = List.copyOf(x);
            density = List.copyOf(density);
        }
    }

    /**
     * Combines an own study with the others.
     *
     * @param prior the density of the effect in a new place, of that centre and scale
     */
    static OwnStudy of(EffectSize own, DoubleUnaryOperator prior, double centre, double scale, double level) {
        double error = own.standardError();
        NormalDistribution likelihood = NormalDistribution.of(own.estimate(), error);
        double[] ends = DoubleStream.concat(
                        IntStream.rangeClosed(-EIGHTHS, EIGHTHS).mapToDouble(i -> own.estimate() + i * error / 8),
                        IntStream.rangeClosed(-EIGHTHS, EIGHTHS).mapToDouble(i -> centre + i * scale / 8))
                .sorted()
                .distinct()
                .toArray();
        int points = RULE.getNumberOfPoints();
        double[] at = new double[(ends.length - 1) * points];
        double[] weights = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double width = ends[i / points + 1] - ends[i / points];
            at[i] = ends[i / points] + width * RULE.getPoint(i % points);
            weights[i] = width * RULE.getWeight(i % points) * prior.applyAsDouble(at[i]) * likelihood.density(at[i]);
        }
        double sum = DoubleStream.of(weights).sum();
        double[] shares = DoubleStream.of(weights).map(weight -> weight / sum).toArray();
        double mean = OrthogonalColumns.dot(shares, at);
        double variance = IntStream.range(0, at.length)
                .mapToDouble(i -> shares[i] * (at[i] - mean) * (at[i] - mean))
                .sum();
        double[] masses = new double[ends.length - 1];
        for (int i = 0; i < at.length; i++) {
            masses[i / points] += weights[i];
        }
        CumulativeDensity cumulative = CumulativeDensity.of(
                ends,
                masses,
                DoubleStream.of(ends)
                        .map(end -> prior.applyAsDouble(end) * likelihood.density(end))
                        .toArray());
        double low = cumulative.quantile((1 - level) / 2);
        double high = cumulative.quantile((1 + level) / 2);
        List<Double> quantiles = IntStream.range(0, QUANTILES)
                .mapToObj(i -> cumulative.quantile((i + 0.5) / QUANTILES))
                .toList();
        return new OwnStudy(
                own,
                mean,
                Math.sqrt(variance),
                low,
                high,
                quantiles,
                curves(prior, likelihood, sum, centre, scale, own.estimate(), error));
    }

    private static List<Curve> curves(
            DoubleUnaryOperator prior,
            NormalDistribution likelihood,
            double sum,
            double centre,
            double scale,
            double own,
            double error) {
        double from = Math.min(centre - 4 * scale, own - 4 * error);
        double to = Math.max(centre + 4 * scale, own + 4 * error);
        List<Double> x = IntStream.range(0, POINTS)
                .mapToObj(i -> from + (to - from) * i / (POINTS - 1))
                .toList();
        return List.of(
                curve("other studies, for a new place", x, prior),
                curve("own study", x, likelihood::density),
                curve("both together", x, at -> prior.applyAsDouble(at) * likelihood.density(at) / sum));
    }

    private static Curve curve(String title, List<Double> x, DoubleUnaryOperator density) {
        return new Curve(title, x, x.stream().map(density::applyAsDouble).toList());
    }
}
