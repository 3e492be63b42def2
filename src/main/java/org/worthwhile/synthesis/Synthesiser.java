package org.worthwhile.synthesis;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.worthwhile.problem.InvalidInput;

/** Combines the estimates of a meta-analysis. */
public final class Synthesiser {

    private Synthesiser() {}

    /**
     * Combines estimates as a meta-analysis asks.
     *
     * @throws org.worthwhile.problem.InvalidInput with everything wrong with it, or if its method does not converge
     */
    public static Synthesis synthesise(SynthesisCase basis) {
        MetaAnalysisRules.require(basis);
        MetaAnalysis question = basis.question();
        SynthesisOptions options = question.options();
        List<EffectSize> effects = question.studies().stream()
                .map(study -> effect(study, question))
                .toList();
        Dependence dependence = Dependence.of(question.studies());
        EffectModel model = EffectModel.of(effects);
        RandomEffectsFit fit = fit(model, options, options.method()).orElseThrow(() -> notConverged(basis));
        PooledEffect pooled = pooled(fit, dependence, options);
        Heterogeneity heterogeneity =
                Heterogeneity.of(model, BetweenVariance.told(model, options.method(), fit.tau2()), options.level());
        Prediction prediction = options.method() == Method.FIXED_EFFECT
                ? new Prediction.NotKnown("a fixed effect says nothing of other places; use a method of random effects")
                : Prediction.of(pooled, fit.tau2(), dependence.clusters().size(), options);
        Optional<MetaRegression> regression = options.moderators().isEmpty()
                ? Optional.empty()
                : Optional.of(MetaRegression.of(question, effects, dependence, fit.tau2())
                        .orElseThrow(() -> notConverged(basis)));
        Robustness robustness =
                dependence.isAny() ? Robustness.NOT_TOLD : Robustness.of(question.studies(), effects, options);
        return new Synthesis(
                basis,
                effects,
                shares(fit.fit().weights()),
                pooled,
                pooled(RandomEffectsFit.fixed(model, options.level()), dependence, options),
                heterogeneity,
                prediction,
                methods(model, dependence, options),
                regression,
                robustness,
                dependence.count(),
                undiscounted(question, dependence),
                options.prior().map(prior -> BayesianSynthesis.of(model, prior, options.level())),
                question.own().map(own -> combined(basis, EffectSizes.of(own, question.measure()), model, prediction)),
                SynthesisNotes.of(effects, fit.tau2(), dependence, heterogeneity, prediction, robustness));
    }

    private static EffectSize effect(IncludedStudy study, MetaAnalysis question) {
        EffectSize effect = EffectSizes.of(study, question.measure());
        return question.options()
                .discount(study)
                .map(discount -> discount.of(effect))
                .orElse(effect);
    }

    private static Optional<PooledEffect> undiscounted(MetaAnalysis question, Dependence dependence) {
        SynthesisOptions options = question.options();
        if (question.studies().stream()
                .noneMatch(study -> options.discount(study).isPresent())) {
            return Optional.empty();
        }
        EffectModel model = EffectModel.of(question.studies().stream()
                .map(study -> EffectSizes.of(study, question.measure()))
                .toList());
        return fit(model, options, options.method()).map(fit -> pooled(fit, dependence, options));
    }

    /** The own study with what the others say of a new place, by Bayes's theorem where a prior of tau is given. */
    private static OwnStudy combined(SynthesisCase basis, EffectSize own, EffectModel model, Prediction prediction) {
        SynthesisOptions options = basis.question().options();
        if (options.prior().isPresent()) {
            Mixture elsewhere =
                    BayesianSynthesis.mixtures(model, options.prior().get()).elsewhere();
            return OwnStudy.of(own, elsewhere::density, elsewhere.mean(), elsewhere.deviation(), options.level());
        }
        return switch (prediction) {
            case Prediction.Known known -> {
                var standard = PooledEffect.standard(known.degreesOfFreedom());
                yield OwnStudy.of(
                        own,
                        x -> standard.density((x - known.mean()) / known.scale()) / known.scale(),
                        known.mean(),
                        known.scale(),
                        options.level());
            }
            case Prediction.NotKnown(String reason) ->
                throw basis.unusable(
                        "/own",
                        "there is nothing to combine the own study with: " + reason,
                        "give more studies, or a prior of tau");
        };
    }

    private static PooledEffect pooled(RandomEffectsFit fit, Dependence dependence, SynthesisOptions options) {
        return dependence.coefficients(fit, options.level()).getFirst();
    }

    private static InvalidInput notConverged(SynthesisCase basis) {
        return basis.unusable(
                "/options/method",
                "restricted maximum likelihood did not converge after " + BetweenVariance.MOST_STEPS + " steps",
                "use paule-mandel or dersimonian-laird");
    }

    private static Optional<RandomEffectsFit> fit(EffectModel model, SynthesisOptions options, Method method) {
        return RandomEffectsFit.of(model, method, options.inference(), options.level());
    }

    private static List<Double> shares(double[] weights) {
        double sum = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights).map(weight -> weight / sum).boxed().toList();
    }

    private static List<Synthesis.ByMethod> methods(
            EffectModel model, Dependence dependence, SynthesisOptions options) {
        return Stream.of(Method.values())
                .flatMap(method -> fit(model, options, method)
                        .map(fit -> new Synthesis.ByMethod(method, fit.tau2(), pooled(fit, dependence, options)))
                        .stream())
                .toList();
    }
}
