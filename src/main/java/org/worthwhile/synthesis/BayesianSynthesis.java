package org.worthwhile.synthesis;

import java.util.Arrays;

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

    /** A posterior distribution by its mean, its standard deviation and the ends of its central interval. */
    public record Posterior(double mean, double deviation, double low, double high) {}

    /**
     * The posterior of the effect on average and in a new place, as mixtures over tau.
     *
     * @param tau the posterior of tau
     */
    record Mixtures(Mixture effect, Mixture elsewhere, HalfLine tau) {}

    static BayesianSynthesis of(EffectModel model, Prior prior, double level) {
        Mixtures mixtures = mixtures(model, prior);
        return new BayesianSynthesis(
                prior,
                posterior(mixtures.effect(), level),
                posterior(mixtures.elsewhere(), level),
                ofTau(mixtures, level),
                1 - mixtures.effect().below(0));
    }

    private static Posterior posterior(Mixture mixture, double level) {
        return new Posterior(
                mixture.mean(),
                mixture.deviation(),
                mixture.quantile((1 - level) / 2),
                mixture.quantile((1 + level) / 2));
    }

    private static Posterior ofTau(Mixtures mixtures, double level) {
        double[] taus = mixtures.tau().points();
        double[] weights = mixtures.effect().weights();
        double mean = OrthogonalColumns.dot(weights, taus);
        double variance = 0;
        for (int i = 0; i < taus.length; i++) {
            variance += weights[i] * (taus[i] - mean) * (taus[i] - mean);
        }
        return new Posterior(
                mean,
                Math.sqrt(variance),
                mixtures.tau().quantile((1 - level) / 2),
                mixtures.tau().quantile((1 + level) / 2));
    }

    /** Over tau with the size of the data, so that the nodes are where the posterior is. */
    static Mixtures mixtures(EffectModel model, Prior prior) {
        double spread = model.unweighted().weightedSquares() / Math.max(1, model.degrees());
        double size = Math.sqrt(spread + model.typicalVariance());
        HalfLine line = HalfLine.of(size, PANELS, tau -> logPosterior(model, prior, tau));
        double[] own = line.points();
        double[] shares = line.weights();
        double[][] conditional = Arrays.stream(own)
                .mapToObj(tau -> conditional(model, prior, tau))
                .toArray(double[][]::new);
        double[] means = Arrays.stream(conditional).mapToDouble(each -> each[0]).toArray();
        double[] errors = Arrays.stream(conditional)
                .mapToDouble(each -> Math.sqrt(each[1]))
                .toArray();
        double[] wider = new double[errors.length];
        Arrays.setAll(wider, i -> Math.sqrt(errors[i] * errors[i] + own[i] * own[i]));
        return new Mixtures(Mixture.normal(shares, means, errors), Mixture.normal(shares, means, wider), line);
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
