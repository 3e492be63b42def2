package org.worthwhile.synthesis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Estimates combined with a prior of tau: Röver (2020), Bayesian random-effects meta-analysis using the bayesmeta R package. Given tau the effect is normal; tau is integrated out by Gauss and Legendre's rule, without any draw.
 *
 * @param effect the posterior of the effect on average
 * @param elsewhere the posterior of the effect in a place that was not studied
 * @param tau the mean of tau, and the ends of its interval
 * @param probabilityAboveZero that the effect on average is above 0
 */
public record BayesianSynthesis(
        Prior prior, Posterior effect, Posterior elsewhere, Posterior tau, double probabilityAboveZero) {

    private static final int PANELS = 160;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(8, 0, 1);

    /** Nodes that add less than this to a distribution are left out. */
    private static final double NEGLIGIBLE = 1e-14;

    /** A posterior distribution by its mean, its standard deviation and the ends of its central interval. */
    public record Posterior(double mean, double deviation, double low, double high) {}

    /**
     * The posterior of the effect on average and in a new place, as mixtures over tau.
     *
     * @param share the posterior of u, where tau = size u / (1 - u)
     */
    record Mixtures(
            NormalMixture effect, NormalMixture elsewhere, double[] taus, CumulativeDensity share, double size) {

        double tauAt(double u) {
            return size * u / (1 - u);
        }
    }

    static BayesianSynthesis of(EffectModel model, Prior prior, double level) {
        Mixtures mixtures = mixtures(model, prior);
        return new BayesianSynthesis(
                prior,
                posterior(mixtures.effect(), level),
                posterior(mixtures.elsewhere(), level),
                ofTau(mixtures, level),
                1 - mixtures.effect().below(0));
    }

    private static Posterior posterior(NormalMixture mixture, double level) {
        return new Posterior(
                mixture.mean(),
                mixture.deviation(),
                mixture.quantile((1 - level) / 2),
                mixture.quantile((1 + level) / 2));
    }

    private static Posterior ofTau(Mixtures mixtures, double level) {
        double[] taus = mixtures.taus();
        double[] weights = mixtures.effect().weights();
        double mean = OrthogonalColumns.dot(weights, taus);
        double variance = 0;
        for (int i = 0; i < taus.length; i++) {
            variance += weights[i] * (taus[i] - mean) * (taus[i] - mean);
        }
        return new Posterior(
                mean,
                Math.sqrt(variance),
                mixtures.tauAt(mixtures.share().quantile((1 - level) / 2)),
                mixtures.tauAt(mixtures.share().quantile((1 + level) / 2)));
    }

    /** Over tau = s u / (1 - u) with s the size of the data, so that the nodes are where the posterior is. */
    static Mixtures mixtures(EffectModel model, Prior prior) {
        double spread = model.unweighted().weightedSquares() / Math.max(1, model.degrees());
        double size = Math.sqrt(spread + model.typicalVariance());
        int nodes = PANELS * RULE.getNumberOfPoints();
        double[] taus = new double[nodes];
        double[] logs = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            int point = i % RULE.getNumberOfPoints();
            double u = (i / RULE.getNumberOfPoints() + RULE.getPoint(point)) / PANELS;
            taus[i] = size * u / (1 - u);
            logs[i] = logPosterior(model, prior, taus[i])
                    + StrictMath.log(RULE.getWeight(point))
                    - 2 * StrictMath.log1p(-u);
        }
        double largest = Arrays.stream(logs).max().orElse(0);
        double[] weights =
                Arrays.stream(logs).map(log -> StrictMath.exp(log - largest)).toArray();
        double sum = Arrays.stream(weights).sum();
        double[] masses = new double[PANELS];
        for (int i = 0; i < nodes; i++) {
            masses[i / RULE.getNumberOfPoints()] += weights[i] / PANELS;
        }
        double[] ends = new double[PANELS + 1];
        double[] density = new double[PANELS + 1];
        for (int i = 0; i < PANELS; i++) {
            ends[i] = (double) i / PANELS;
            density[i] = StrictMath.exp(logPosterior(model, prior, size * ends[i] / (1 - ends[i]))
                    - 2 * StrictMath.log1p(-ends[i])
                    - largest);
        }
        ends[PANELS] = 1;
        int[] kept = IntStream.range(0, nodes)
                .filter(i -> weights[i] > NEGLIGIBLE * sum)
                .toArray();
        double[][] conditional = Arrays.stream(kept)
                .mapToObj(i -> conditional(model, prior, taus[i]))
                .toArray(double[][]::new);
        double[] shares = Arrays.stream(kept).mapToDouble(i -> weights[i] / sum).toArray();
        double[] means = Arrays.stream(conditional).mapToDouble(each -> each[0]).toArray();
        double[] own = Arrays.stream(kept).mapToDouble(i -> taus[i]).toArray();
        double[] errors = Arrays.stream(conditional)
                .mapToDouble(each -> Math.sqrt(each[1]))
                .toArray();
        double[] wider = new double[errors.length];
        Arrays.setAll(wider, i -> Math.sqrt(errors[i] * errors[i] + own[i] * own[i]));
        return new Mixtures(
                new NormalMixture(shares, means, errors),
                new NormalMixture(shares, means, wider),
                own,
                CumulativeDensity.of(ends, masses, density),
                size);
    }

    /** The mean and the variance of the effect given tau. */
    private static double[] conditional(EffectModel model, Prior prior, double tau) {
        double precision = 0;
        double product = 0;
        for (int i = 0; i < model.studies(); i++) {
            double weight = 1 / (model.variances()[i] + tau * tau);
            precision += weight;
            product += weight * model.estimates()[i];
        }
        if (prior.mean().isPresent() && prior.deviation().isPresent()) {
            double weight =
                    1 / (prior.deviation().getAsDouble() * prior.deviation().getAsDouble());
            precision += weight;
            product += weight * prior.mean().getAsDouble();
        }
        return new double[] {product / precision, 1 / precision};
    }

    private static double logPosterior(EffectModel model, Prior prior, double tau) {
        double[] conditional = conditional(model, prior, tau);
        double log = prior.logDensity(tau) + StrictMath.log(conditional[1]) / 2;
        for (int i = 0; i < model.studies(); i++) {
            double variance = model.variances()[i] + tau * tau;
            double off = model.estimates()[i] - conditional[0];
            log -= StrictMath.log(variance) / 2 + off * off / (2 * variance);
        }
        if (prior.mean().isPresent() && prior.deviation().isPresent()) {
            double off = (prior.mean().getAsDouble() - conditional[0])
                    / prior.deviation().getAsDouble();
            log -= off * off / 2;
        }
        return log;
    }
}
