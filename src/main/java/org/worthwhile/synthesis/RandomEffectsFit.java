package org.worthwhile.synthesis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.synthesis.SynthesisOptions.Inference;

/**
 * Estimates combined, with or without moderators.
 *
 * @param coefficients the combined effect, and those of moderators after it
 * @param fit at tau2
 * @param factor by which Hartung and Knapp multiply the variance of the coefficients; 1 otherwise
 */
record RandomEffectsFit(
        EffectModel model, double tau2, List<PooledEffect> coefficients, WeightedFit fit, double factor) {
    RandomEffectsFit {
        coefficients = List.copyOf(coefficients);
    }

    /** Empty where the iteration for tau2 does not converge. The errors of a fixed effect are those of the studies alone. */
    static Optional<RandomEffectsFit> of(EffectModel model, Method method, Inference inference, double level) {
        if (method == Method.FIXED_EFFECT) {
            return Optional.of(fixed(model, level));
        }
        return switch (BetweenVariance.of(model, method)) {
            case BetweenVariance.Converged(double tau2) -> Optional.of(at(tau2, model, inference, level));
            case BetweenVariance.NotConverged _ -> Optional.empty();
        };
    }

    /** The fixed effect: the mean of the studies at hand, of which nothing is said beyond them. */
    static RandomEffectsFit fixed(EffectModel model, double level) {
        return at(0, model, Inference.NORMAL, level);
    }

    private static RandomEffectsFit at(double tau2, EffectModel model, Inference inference, double level) {
        WeightedFit fit = model.at(tau2);
        double spread = fit.weightedSquares() / model.degrees();
        double factor = switch (inference) {
            case HARTUNG_KNAPP -> Math.max(1, spread);
            case HARTUNG_KNAPP_UNGUARDED -> spread;
            case NORMAL -> 1;
        };
        OptionalDouble degrees =
                inference == Inference.NORMAL ? OptionalDouble.empty() : OptionalDouble.of(model.degrees());
        List<PooledEffect> coefficients = IntStream.range(0, fit.coefficients().length)
                .mapToObj(j ->
                        PooledEffect.of(fit.coefficients()[j], Math.sqrt(factor * fit.inverse()[j][j]), degrees, level))
                .toList();
        return new RandomEffectsFit(model, tau2, coefficients, fit, factor);
    }

    PooledEffect pooled() {
        return coefficients.getFirst();
    }
}
