package org.worthwhile.synthesis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What proposals use of combined estimates: an effect as a change in the outcome, and what may be drawn of it.
 *
 * @param estimate the mean of what may be drawn, or the middle of Student's t
 * @param degreesOfFreedom of Student's t; without them it is normal
 * @param draws quantiles, each as likely as the others, where it is neither
 */
public record EffectDistribution(
        double estimate, double standardError, OptionalDouble degreesOfFreedom, List<Double> draws) {

    /** As many as tell a distribution's 95% interval to within a hundredth of its width. */
    private static final int QUANTILES = 999;

    public EffectDistribution {
        draws = List.copyOf(draws);
    }

    /** Whose effect it is. */
    public enum Place {
        /** A place that was not studied, or that of the own study where there is one. */
        NEW,

        /** The places that were studied, on average. */
        AVERAGE
    }

    /**
     * The distribution of an effect.
     *
     * @throws org.worthwhile.problem.InvalidInput if there is none that a proposal can use
     */
    public static EffectDistribution of(Synthesis synthesis, Place place) {
        MetaAnalysis.Informs informs = synthesis.question().informs().orElse(MetaAnalysis.Informs.NOTHING);
        EffectDistribution combined = combined(synthesis, place);
        return switch (synthesis.question().measure()) {
            case RISK_RATIO -> {
                double risk = baselineRisk(synthesis, informs);
                yield combined.changed(logarithm -> Math.min(1, risk * StrictMath.exp(logarithm)) - risk);
            }
            case ODDS_RATIO -> {
                double risk = baselineRisk(synthesis, informs);
                double odds = StrictMath.log(risk / (1 - risk));
                yield combined.changed(logarithm -> 1 / (1 + StrictMath.exp(-odds - logarithm)) - risk);
            }
            case CORRELATION ->
                throw synthesis
                        .basis()
                        .unusable(
                                "/measure",
                                "a correlation is no change in an outcome, so that it is no evidence of an effect",
                                "combine differences or ratios");
            case STANDARDISED_MEAN_DIFFERENCE ->
                combined.times(informs.standardDeviation().orElse(1));
            case RISK_DIFFERENCE, MEAN_DIFFERENCE, ESTIMATE -> combined;
        };
    }

    /** The share of what may be drawn of a ratio of risks that would make the risk more than 1, where it is taken for 1. */
    static double shareAboveOne(Synthesis synthesis, Place place) {
        MetaAnalysis.Informs informs = synthesis.question().informs().orElse(MetaAnalysis.Informs.NOTHING);
        if (synthesis.question().measure() != Measure.RISK_RATIO
                || informs.baselineRisk().isEmpty()) {
            return 0;
        }
        double most = -StrictMath.log(informs.baselineRisk().getAsDouble());
        return (double) combined(synthesis, place)
                        .quantiles()
                        .filter(each -> each > most)
                        .count()
                / QUANTILES;
    }

    private static double baselineRisk(Synthesis synthesis, MetaAnalysis.Informs informs) {
        return informs.baselineRisk()
                .orElseThrow(() -> synthesis
                        .basis()
                        .unusable(
                                "/informs",
                                "a ratio is a change in an outcome only beside the risk without treatment",
                                "give informs/baselineRisk, the share that has the event without treatment"));
    }

    private static EffectDistribution combined(Synthesis synthesis, Place place) {
        PooledEffect pooled = synthesis.pooled();
        if (place == Place.NEW && synthesis.own().isPresent()) {
            OwnStudy own = synthesis.own().get();
            return new EffectDistribution(own.mean(), own.deviation(), OptionalDouble.empty(), own.quantiles());
        }
        if (synthesis.bayesian().isPresent()) {
            BayesianSynthesis.Mixtures mixtures = BayesianSynthesis.mixtures(
                    EffectModel.of(synthesis.effects()),
                    synthesis.bayesian().get().prior());
            Mixture mixture = place == Place.NEW ? mixtures.elsewhere() : mixtures.effect();
            return new EffectDistribution(
                    mixture.mean(), mixture.deviation(), OptionalDouble.empty(), mixture.quantiles(QUANTILES));
        }
        if (place == Place.AVERAGE) {
            return new EffectDistribution(
                    pooled.estimate(), pooled.standardError(), pooled.degreesOfFreedom(), List.of());
        }
        return switch (synthesis.prediction()) {
            case Prediction.Known known ->
                new EffectDistribution(known.mean(), known.scale(), known.degreesOfFreedom(), List.of());
            case Prediction.NotKnown(String reason) ->
                throw synthesis
                        .basis()
                        .unusable(
                                "/studies",
                                "the effect in a place that was not studied is not known: " + reason,
                                "give more studies, or take the effect on average if the proposal's places are those studied");
        };
    }

    private EffectDistribution times(double factor) {
        return new EffectDistribution(
                factor * estimate,
                factor * standardError,
                degreesOfFreedom,
                draws.stream().map(draw -> factor * draw).toList());
    }

    private DoubleStream quantiles() {
        return draws.isEmpty()
                ? IntStream.range(0, QUANTILES)
                        .mapToDouble(i -> PooledEffect.standard(degreesOfFreedom)
                                .inverseCumulativeProbability((i + 0.5) / QUANTILES))
                        .map(quantile -> estimate + standardError * quantile)
                : draws.stream().mapToDouble(Double::doubleValue);
    }

    /** As another figure, by its quantiles. */
    private EffectDistribution changed(DoubleUnaryOperator figure) {
        double[] changed = quantiles().map(figure).toArray();
        double mean = DoubleStream.of(changed).sum() / QUANTILES;
        double squares = DoubleStream.of(changed)
                .map(draw -> (draw - mean) * (draw - mean))
                .sum();
        return new EffectDistribution(
                mean,
                Math.sqrt(squares / QUANTILES),
                OptionalDouble.empty(),
                DoubleStream.of(changed).boxed().toList());
    }
}
