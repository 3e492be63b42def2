package org.worthwhile.synthesis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether less sure studies found more, as they do where studies without a finding stay unpublished, and what the effect may be without
 * that.
 *
 * @param egger the slope of estimates on their errors: Egger and others (1997), with errors by the spread about the line (metafor's
 *     regtest with model "lm")
 * @param precision the effect where the error is 0, by that line (PET)
 * @param variance likewise by a line of estimates on squared errors (PEESE)
 * @param usesVariance whether PEESE is the one to go by, as PET's effect differs from 0 with a one-sided p-value below 0.05 (Stanley
 *     and Doucouliagos 2014)
 * @param filled the effect with studies filled in that may be missing; empty where tau2 does not converge
 */
public record SmallStudies(
        PooledEffect egger,
        PooledEffect precision,
        PooledEffect variance,
        boolean usesVariance,
        Optional<TrimAndFill> filled) {

    /** Fewer studies tell little: Sterne and others (2011). */
    private static final int FEW = 10;

    private static final double ONE_SIDED = 0.05;

    /** Whether there are too few studies for the tests to tell much. */
    public static boolean areFew(int studies) {
        return studies < FEW;
    }

    /** The effect that is taken to be without small-study effects. */
    public PooledEffect conditional() {
        return usesVariance ? variance : precision;
    }

    /** Empty where there are fewer than three studies, or all are equally sure. */
    static Optional<SmallStudies> of(List<EffectSize> effects, SynthesisOptions options) {
        double[] errors =
                effects.stream().mapToDouble(EffectSize::standardError).toArray();
        double[] variances = effects.stream().mapToDouble(EffectSize::variance).toArray();
        EffectModel byError = EffectModel.of(effects, List.of(errors));
        EffectModel byVariance = EffectModel.of(effects, List.of(variances));
        if (byError.degrees() < 1
                || byError.at(0).orthogonal().firstDependent() >= 0
                || byVariance.at(0).orthogonal().firstDependent() >= 0) {
            return Optional.empty();
        }
        List<PooledEffect> line = dispersed(byError, options.level());
        PooledEffect precision = line.getFirst();
        return Optional.of(new SmallStudies(
                line.getLast(),
                precision,
                dispersed(byVariance, options.level()).getFirst(),
                precision.pValue() < 2 * ONE_SIDED,
                TrimAndFill.of(effects, options)));
    }

    /** Weighted least squares whose errors are multiplied by the spread about the line. */
    private static List<PooledEffect> dispersed(EffectModel model, double level) {
        WeightedFit fit = model.at(0);
        double spread = fit.weightedSquares() / model.degrees();
        return List.of(0, 1).stream()
                .map(j -> PooledEffect.of(
                        fit.coefficients()[j],
                        Math.sqrt(spread * fit.inverse()[j][j]),
                        OptionalDouble.of(model.degrees()),
                        level))
                .toList();
    }
}
