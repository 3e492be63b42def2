package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.worthwhile.synthesis.SynthesisOptions.Inference;

/**
 * The combined effect in each group of studies, each with a tau2 of its own, and whether groups differ (Borenstein and others 2009,
 * chapter 19).
 *
 * @param groups in the order of their names
 * @param q between groups: squared distances of their effects from the common one, over their variances
 * @param pValue of Q where all groups have one effect
 */
public record Subgroups(List<Group> groups, double q, int degreesOfFreedom, double pValue) {

    public Subgroups {
        groups = List.copyOf(groups);
    }

    /**
     * A group of studies.
     *
     * @param tau2 between its studies; empty where it is of one study
     */
    public record Group(String name, int studies, PooledEffect effect, OptionalDouble tau2) {}

    /** Empty where there are fewer than two groups, or an iteration for tau2 does not converge. */
    static Optional<Subgroups> of(List<IncludedStudy> studies, List<EffectSize> effects, SynthesisOptions options) {
        Map<String, List<EffectSize>> members = new TreeMap<>();
        for (int i = 0; i < studies.size(); i++) {
            EffectSize effect = effects.get(i);
            studies.get(i)
                    .group()
                    .ifPresent(group -> members.computeIfAbsent(group, _ -> new ArrayList<>())
                            .add(effect));
        }
        List<Group> groups = new ArrayList<>();
        List<EffectSize> between = new ArrayList<>();
        for (Map.Entry<String, List<EffectSize>> each : members.entrySet()) {
            Optional<Group> group = group(each.getKey(), each.getValue(), options);
            if (group.isEmpty()) {
                return Optional.empty();
            }
            groups.add(group.get());
            between.add(
                    ordinary(each.getKey(), each.getValue(), group.get().tau2().orElse(0)));
        }
        if (groups.size() < 2) {
            return Optional.empty();
        }
        double q = EffectModel.of(between).at(0).weightedSquares();
        int degrees = groups.size() - 1;
        return Optional.of(new Subgroups(
                groups, q, degrees, ChiSquaredDistribution.of(degrees).survivalProbability(q)));
    }

    private static Optional<Group> group(String name, List<EffectSize> effects, SynthesisOptions options) {
        if (effects.size() == 1) {
            EffectSize only = effects.getFirst();
            PooledEffect effect =
                    PooledEffect.of(only.estimate(), only.standardError(), OptionalDouble.empty(), options.level());
            return Optional.of(new Group(name, 1, effect, OptionalDouble.empty()));
        }
        return fit(effects, options, options.inference())
                .map(fit -> new Group(name, effects.size(), fit.pooled(), OptionalDouble.of(fit.tau2())));
    }

    private static Optional<RandomEffectsFit> fit(
            List<EffectSize> effects, SynthesisOptions options, Inference inference) {
        return RandomEffectsFit.of(EffectModel.of(effects), options.method(), inference, options.level());
    }

    /** A group's effect with the error that takes tau2 for known, by which groups are compared. */
    private static EffectSize ordinary(String name, List<EffectSize> effects, double tau2) {
        WeightedFit fit = EffectModel.of(effects).at(tau2);
        return new EffectSize(name, fit.coefficients()[0], fit.inverse()[0][0], List.of());
    }
}
