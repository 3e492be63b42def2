package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.synthesis.SynthesisOptions.Inference;

/**
 * The combined effect with the studies filled in that a funnel plot lacks on one side, by the estimator L0 of Duval and Tweedie (2000).
 *
 * @param missing how many studies are filled in
 * @param isLeft whether they are those of the smaller effects
 * @param effect with them
 */
public record TrimAndFill(int missing, boolean isLeft, PooledEffect effect, double tau2) {

    private static final int MOST_ROUNDS = 100;

    /** Empty where an iteration for tau2 or the filling itself does not converge. */
    static Optional<TrimAndFill> of(List<EffectSize> effects, SynthesisOptions options) {
        Optional<Double> slope = slopeOnError(effects, options);
        if (slope.isEmpty()) {
            return Optional.empty();
        }
        boolean isLeft = slope.get() >= 0;
        // Missing on the left, the largest are trimmed; missing on the right, the same with signs reversed.
        List<EffectSize> sorted = effects.stream()
                .map(effect -> new EffectSize(
                        effect.study(), (isLeft ? 1 : -1) * effect.estimate(), effect.variance(), List.of()))
                .sorted(Comparator.comparingDouble(EffectSize::estimate))
                .toList();
        int k = sorted.size();
        int missing = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Double> centre = centre(sorted.subList(0, k - missing), options);
            if (centre.isEmpty()) {
                return Optional.empty();
            }
            double rank = rankSumAbove(sorted, centre.get());
            int next = (int) Math.min(k - 1, Math.max(0, Math.rint((4 * rank - k * (k + 1.0)) / (2.0 * k - 1))));
            if (next == missing) {
                return filled(sorted, missing, centre.get(), isLeft, options);
            }
            missing = next;
        }
        return Optional.empty();
    }

    /** By random effects, as metafor decides on which side studies are missing. */
    private static Optional<Double> slopeOnError(List<EffectSize> effects, SynthesisOptions options) {
        double[] errors =
                effects.stream().mapToDouble(EffectSize::standardError).toArray();
        return RandomEffectsFit.of(
                        EffectModel.of(effects, List.of(errors)), options.method(), Inference.NORMAL, options.level())
                .map(fit -> fit.coefficients().get(1).estimate());
    }

    private static Optional<Double> centre(List<EffectSize> effects, SynthesisOptions options) {
        if (effects.size() == 1) {
            return Optional.of(effects.getFirst().estimate());
        }
        return RandomEffectsFit.of(EffectModel.of(effects), options.method(), Inference.NORMAL, options.level())
                .map(fit -> fit.pooled().estimate());
    }

    /** The sum of the ranks by distance from the centre of those above it; equal distances in the order of the estimates. */
    private static double rankSumAbove(List<EffectSize> sorted, double centre) {
        int[] order = IntStream.range(0, sorted.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(sorted.get(i).estimate() - centre)))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, order.length)
                .filter(rank -> sorted.get(order[rank]).estimate() > centre)
                .map(rank -> rank + 1)
                .sum();
    }

    private static Optional<TrimAndFill> filled(
            List<EffectSize> sorted, int missing, double centre, boolean isLeft, SynthesisOptions options) {
        List<EffectSize> all = new ArrayList<>(sorted);
        sorted.subList(sorted.size() - missing, sorted.size())
                .forEach(each ->
                        all.add(new EffectSize("filled in", 2 * centre - each.estimate(), each.variance(), List.of())));
        List<EffectSize> back = all.stream()
                .map(effect -> new EffectSize(
                        effect.study(), (isLeft ? 1 : -1) * effect.estimate(), effect.variance(), List.of()))
                .toList();
        return RandomEffectsFit.of(EffectModel.of(back), options.method(), options.inference(), options.level())
                .map(fit -> new TrimAndFill(missing, isLeft, fit.pooled(), fit.tau2()));
    }
}
