package org.worthwhile.synthesis;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.worthwhile.synthesis.SynthesisOptions.Inference;

/**
 * How far a study moves the combined effect: Viechtbauer and Cheung (2010), with errors that take tau2 for known.
 *
 * @param residual of the study from the effect of the others, over its standard error
 * @param dffits how far the combined effect moves without it, over the error that it has by the tau2 of the others
 * @param cook the squared move over the variance of the combined effect
 * @param covarianceRatio the variance of the combined effect without it over that with it
 * @param tau2 without it
 * @param q without it
 * @param hat its leverage, which is its weight
 * @param isInfluential whether a move or a weight is beyond what Viechtbauer and Cheung call influential
 */
public record Influence(
        String study,
        double residual,
        double dffits,
        double cook,
        double covarianceRatio,
        double tau2,
        double q,
        double hat,
        boolean isInfluential) {

    /** Of every study; none where there are fewer than three. */
    static List<Influence> each(List<EffectSize> effects, SynthesisOptions options) {
        if (effects.size() < 3) {
            return List.of();
        }
        Optional<RandomEffectsFit> all = fit(effects, options);
        return all.stream()
                .flatMap(fit -> IntStream.range(0, effects.size()).boxed().flatMap(i -> of(effects, i, fit, options)))
                .toList();
    }

    private static Optional<RandomEffectsFit> fit(List<EffectSize> effects, SynthesisOptions options) {
        return RandomEffectsFit.of(EffectModel.of(effects), options.method(), Inference.NORMAL, options.level());
    }

    private static Stream<Influence> of(
            List<EffectSize> effects, int i, RandomEffectsFit all, SynthesisOptions options) {
        return fit(LeaveOneOut.without(effects, i), options).map(others -> of(effects, i, all, others)).stream();
    }

    private static Influence of(List<EffectSize> effects, int i, RandomEffectsFit all, RandomEffectsFit others) {
        EffectSize study = effects.get(i);
        int k = effects.size();
        double hat = all.fit().orthogonal().leverages()[i];
        double variance = all.fit().inverse()[0][0];
        double without = others.fit().inverse()[0][0];
        double move = all.pooled().estimate() - others.pooled().estimate();
        double residual =
                (study.estimate() - others.pooled().estimate()) / Math.sqrt(study.variance() + others.tau2() + without);
        double dffits = move / Math.sqrt(hat * (others.tau2() + study.variance()));
        double cook = move * move / variance;
        double dfbetas = move / Math.sqrt(all.model().at(others.tau2()).inverse()[0][0]);
        boolean isInfluential = Math.abs(dffits) > 3 * Math.sqrt(1.0 / (k - 1))
                || ChiSquaredDistribution.of(1).cumulativeProbability(cook) > 0.5
                || hat > 3.0 / k
                || Math.abs(dfbetas) > 1;
        return new Influence(
                study.study(),
                residual,
                dffits,
                cook,
                without / variance,
                others.tau2(),
                others.model().at(0).weightedSquares(),
                hat,
                isInfluential);
    }
}
