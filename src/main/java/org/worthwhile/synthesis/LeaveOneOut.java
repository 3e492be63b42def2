package org.worthwhile.synthesis;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The combined effect of some of the studies.
 *
 * @param study that is left out, or up to which studies are added
 */
public record LeaveOneOut(String study, PooledEffect effect, double tau2, double i2, double q) {

    /** Without each study in turn, in their order; one whose iteration does not converge is not told. */
    static List<LeaveOneOut> each(List<EffectSize> effects, SynthesisOptions options) {
        if (effects.size() < 3) {
            return List.of();
        }
        return IntStream.range(0, effects.size())
                .boxed()
                .flatMap(i -> of(effects.get(i).study(), without(effects, i), options))
                .toList();
    }

    /**
     * With one study more each time, from two on.
     *
     * @param ordered the studies in the order in which they are added
     */
    static List<LeaveOneOut> cumulative(List<EffectSize> ordered, SynthesisOptions options) {
        return IntStream.range(1, ordered.size())
                .boxed()
                .flatMap(i -> of(ordered.get(i).study(), ordered.subList(0, i + 1), options))
                .toList();
    }

    static List<EffectSize> without(List<EffectSize> effects, int study) {
        return IntStream.range(0, effects.size())
                .filter(i -> i != study)
                .mapToObj(effects::get)
                .toList();
    }

    private static Stream<LeaveOneOut> of(String study, List<EffectSize> effects, SynthesisOptions options) {
        EffectModel model = EffectModel.of(effects);
        return RandomEffectsFit.of(model, options.method(), options.inference(), options.level())
                .map(fit -> {
                    double tau2 = BetweenVariance.told(model, options.method(), fit.tau2());
                    double i2 = tau2 / (tau2 + model.typicalVariance());
                    return new LeaveOneOut(
                            study, fit.pooled(), fit.tau2(), i2, model.at(0).weightedSquares());
                })
                .stream();
    }
}
