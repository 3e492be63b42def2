package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.NumberText;

/** Combines the estimates of a meta-analysis. */
public final class Synthesiser {

    private static final int FEW = 5;

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
                .map(study -> EffectSizes.of(study, question.measure()))
                .toList();
        EffectModel model = EffectModel.of(effects);
        RandomEffectsFit fit = fit(model, options).orElseThrow(() -> notConverged(basis));
        RandomEffectsFit fixed = RandomEffectsFit.fixed(model, options.level());
        Heterogeneity heterogeneity = Heterogeneity.of(
                model,
                options.method() == Method.FIXED_EFFECT
                        ? fit(model, options, Method.DERSIMONIAN_LAIRD)
                                .orElseThrow()
                                .tau2()
                        : fit.tau2(),
                options.level());
        Prediction prediction = options.method() == Method.FIXED_EFFECT
                ? new Prediction.NotKnown("a fixed effect says nothing of other places; use a method of random effects")
                : Prediction.of(fit, options);
        Optional<MetaRegression> regression = options.moderators().isEmpty()
                ? Optional.empty()
                : Optional.of(MetaRegression.of(question, effects, fit.tau2()).orElseThrow(() -> notConverged(basis)));
        return new Synthesis(
                basis,
                effects,
                shares(fit.fit().weights()),
                fit.pooled(),
                fixed.pooled(),
                heterogeneity,
                prediction,
                methods(model, options),
                regression,
                notes(effects, fit, heterogeneity, prediction));
    }

    private static InvalidInput notConverged(SynthesisCase basis) {
        return basis.unusable(
                "/options/method",
                "restricted maximum likelihood did not converge after " + BetweenVariance.MOST_STEPS + " steps",
                "use paule-mandel or dersimonian-laird");
    }

    private static Optional<RandomEffectsFit> fit(EffectModel model, SynthesisOptions options) {
        return fit(model, options, options.method());
    }

    private static Optional<RandomEffectsFit> fit(EffectModel model, SynthesisOptions options, Method method) {
        return method == Method.FIXED_EFFECT
                ? Optional.of(RandomEffectsFit.fixed(model, options.level()))
                : RandomEffectsFit.of(model, method, options.inference(), options.level());
    }

    private static List<Double> shares(double[] weights) {
        double sum = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights).map(weight -> weight / sum).boxed().toList();
    }

    private static List<Synthesis.ByMethod> methods(EffectModel model, SynthesisOptions options) {
        return Stream.of(Method.values())
                .flatMap(
                        method -> fit(model, options, method)
                                .map(fit -> new Synthesis.ByMethod(method, fit.tau2(), fit.pooled()))
                                .stream())
                .toList();
    }

    private static List<String> notes(
            List<EffectSize> effects, RandomEffectsFit fit, Heterogeneity heterogeneity, Prediction prediction) {
        List<String> notes = new ArrayList<>();
        effects.forEach(effect -> effect.notes().forEach(note -> notes.add(effect.study() + ": " + note)));
        if (effects.size() < FEW) {
            notes.add("With " + effects.size() + " studies, how far effects differ between places is hardly known,"
                    + " whatever the figures say.");
        }
        if (heterogeneity.isCloserThanChance()) {
            notes.add("The studies agree more than chance alone would let them, so that the interval of tau2 is empty"
                    + " and told as 0; check that they are independent and that their errors are right.");
        }
        if (prediction instanceof Prediction.NotKnown(String reason)) {
            notes.add("The effect in a place that was not studied is not known: " + reason + ".");
        }
        if (fit.tau2() == 0 && !heterogeneity.isCloserThanChance() && heterogeneity.tau2High() > 0) {
            notes.add("tau2 is estimated as 0, which is not to say that effects do not differ: its interval reaches to "
                    + NumberText.of(heterogeneity.tau2High()) + ".");
        }
        return notes;
    }
}
