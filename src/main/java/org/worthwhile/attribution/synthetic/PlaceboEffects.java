package org.worthwhile.attribution.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;

/**
 * The effects that controls taken for treated ones have: what the effect of the treated is set beside. Had treatment done
 * nothing, the treated's would be one of them, so that no p-value is below one over their number and one more.
 *
 * @param effects of the placebos
 * @param enumerated whether they are all that there are, and not drawn
 */
record PlaceboEffects(double[] effects, boolean enumerated) {

    /** How far two effects may differ that are equal but for rounding, as a share of the larger. */
    private static final double ROUNDING = 1e-9;

    /** The root of their mean squared distance from their mean (Arkhangelsky and others 2021, algorithm 4). */
    double standardError() {
        double mean = DoubleStream.of(effects).average().orElse(0);
        return Math.sqrt(DoubleStream.of(effects)
                .map(effect -> (effect - mean) * (effect - mean))
                .average()
                .orElse(0));
    }

    /** The share of placebos and the treated whose effect is as large as the treated's. */
    double pValue(double effect) {
        double least = Math.abs(effect) * (1 - ROUNDING);
        long asLarge = DoubleStream.of(effects)
                .filter(placebo -> Math.abs(placebo) >= least)
                .count();
        return (asLarge + 1.0) / (effects.length + 1.0);
    }

    /** The effects that the test does not reject at the level, unbounded where there are too few placebos to reject any. */
    Interval interval(double effect, double level) {
        double[] sizes = DoubleStream.of(effects).map(Math::abs).sorted().toArray();
        int larger = (int) Math.floor((1 - level) * (sizes.length + 1) - 1 + ROUNDING);
        if (larger < 0) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
        }
        double reach = sizes[sizes.length - 1 - larger];
        return new Interval(effect - reach, effect + reach, level);
    }

    Finding finding(double effect, double level) {
        return new Finding(
                effect, standardError(), interval(effect, level), pValue(effect), OptionalDouble.empty(), List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaceboEffects placebos
                && enumerated == placebos.enumerated
                && Arrays.equals(effects, placebos.effects);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(effects);
    }
}
