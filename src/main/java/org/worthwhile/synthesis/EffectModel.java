package org.worthwhile.synthesis;

import java.util.Arrays;
import java.util.List;

/**
 * Estimates, their variances and what they are regressed on.
 *
 * @param estimates one a study
 * @param variances of the estimates
 * @param columns that they are regressed on, the first of ones
 */
record EffectModel(double[] estimates, double[] variances, double[][] columns) {

    /** Without moderators: all estimates are of one mean. */
    static EffectModel of(List<EffectSize> effects) {
        return of(effects, List.of());
    }

    /** With moderators, each with as many values as there are effects. */
    static EffectModel of(List<EffectSize> effects, List<double[]> moderators) {
        double[][] columns = new double[moderators.size() + 1][];
        columns[0] = new double[effects.size()];
        Arrays.fill(columns[0], 1);
        for (int j = 0; j < moderators.size(); j++) {
            columns[j + 1] = moderators.get(j);
        }
        return new EffectModel(
                effects.stream().mapToDouble(EffectSize::estimate).toArray(),
                effects.stream().mapToDouble(EffectSize::variance).toArray(),
                columns);
    }

    int studies() {
        return estimates.length;
    }

    /** Studies less coefficients. */
    int degrees() {
        return estimates.length - columns.length;
    }

    WeightedFit at(double tau2) {
        double[] weights = new double[variances.length];
        Arrays.setAll(weights, i -> 1 / (variances[i] + tau2));
        return WeightedFit.of(estimates, weights, columns);
    }

    /** Where all studies count alike. */
    WeightedFit unweighted() {
        double[] weights = new double[variances.length];
        Arrays.fill(weights, 1);
        return WeightedFit.of(estimates, weights, columns);
    }

    /** The typical variance within studies of Higgins and Thompson (2002), equation 9. */
    double typicalVariance() {
        return degrees() / at(0).trace();
    }
}
