package org.worthwhile.attribution.did;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.options.RegressionOptions;
import org.worthwhile.attribution.period.Starts;

/**
 * How sure averages of imputed effects are: by Student's t with the number of units or clusters in each cohort allowed for, or as in
 * large samples where a study asks for that. The treated are apart by cohort where effects are held against their mean in a cohort,
 * else as one.
 */
final class ImputedErrors {

    private final ImputedEffects effects;
    private final int[] counted;
    private final double[] weights;
    private final Arms arms;
    private final DifferenceOptions options;

    ImputedErrors(
            ImputedEffects effects,
            Starts starts,
            int[] counted,
            double[] weights,
            Grouping clusters,
            DifferenceOptions options) {
        this.effects = effects;
        this.counted = counted;
        this.weights = weights;
        this.arms = effects.areByCohort()
                ? Arms.ofCohorts(clusters, weights, starts)
                : Arms.ofTreated(clusters, weights, starts);
        this.options = options;
    }

    boolean haveOneTreated() {
        return arms.hasOneTreated();
    }

    private boolean isOfLargeSamples() {
        return options.inference() == RegressionOptions.Inference.LARGE_SAMPLE;
    }

    /** Whether the treated show how they vary: several are, and none is a cohort by itself. */
    boolean areSeen() {
        return isOfLargeSamples() || (!arms.hasOneTreated() && arms.alone().length == 0);
    }

    /** The covariance of estimates whose influence is by row. */
    double[][] covariance(List<InfluenceEstimate> estimates) {
        return isOfLargeSamples()
                ? InfluenceEstimate.covariance(estimates, arms.clusters())
                : arms.covariance(estimates);
    }

    /** Its degrees of freedom, the fewest of any estimate's; infinite as in large samples. */
    double fewest(List<InfluenceEstimate> estimates) {
        return isOfLargeSamples() ? Double.POSITIVE_INFINITY : arms.fewest(estimates);
    }

    /** What the others would show in place of one treated unit or cluster. */
    OneTreated oneTreated() {
        return arms.oneTreated(effects.average(_ -> true));
    }

    /** Of the average over some of the treated rows. */
    Finding of(IntPredicate chosen) {
        InfluenceEstimate found = effects.average(chosen);
        Finding ofMany =
                Inference.normal(options.level()).finding(found.estimate(), found.standardError(arms.clusters()));
        return isOfLargeSamples()
                ? ofMany
                : arms.finding(found, parts(chosen), options.level()).orElse(ofMany);
    }

    /**
     * Of the average over all, which one treated unit or cluster can have only if it varied as the others did.
     *
     * @param seen the rows
     * @param clusters how many they have
     */
    Finding headline(EarlierVariation.Seen[] seen, int clusters) {
        Finding found = of(_ -> true);
        return isOfLargeSamples() || !arms.hasOneTreated()
                ? found
                : EarlierVariation.judged(found, seen, clusters, options.anticipation());
    }

    /** What cohorts of one cluster make up of an average, by their start. */
    private Map<Integer, InfluenceEstimate> parts(IntPredicate chosen) {
        Map<Integer, InfluenceEstimate> parts = new HashMap<>();
        for (int start : arms.alone()) {
            IntPredicate own = row -> chosen.test(row) && arms.startOf(row) == start;
            double share = weight(own) / weight(chosen);
            if (share > 0) {
                parts.put(start, InfluenceEstimate.combination(List.of(effects.average(own)), new double[] {share}));
            }
        }
        return parts;
    }

    private double weight(IntPredicate chosen) {
        return IntStream.of(counted)
                .filter(chosen)
                .mapToDouble(row -> weights[row])
                .sum();
    }

    String convention() {
        return isOfLargeSamples()
                ? "Intervals and tests use the normal distribution, as in large samples."
                : arms.convention();
    }
}
