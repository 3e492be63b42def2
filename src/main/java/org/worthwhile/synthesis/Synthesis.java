package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Estimates of one effect combined.
 *
 * @param effects of the studies, in their order, as they were combined
 * @param weights of the studies in the combined effect, as shares
 * @param pooled the effect on average, by the method asked for
 * @param fixed the fixed effect, for comparison
 * @param prediction of the effect in a place that was not studied
 * @param methods the effect on average by each method, for comparison
 * @param regression on moderators, where any were named
 * @param robustness how all that hangs on single studies
 * @param clusters how many there are, where estimates of one cluster depend on one another and errors are robust to it
 * @param undiscounted the effect on average without the discounts, where any study has one
 * @param bayesian with a prior, where one is given
 * @param own study of the place of proposals, combined with the others
 * @param notes what was taken for what, and what a reader must know
 */
public record Synthesis(
        SynthesisCase basis,
        List<EffectSize> effects,
        List<Double> weights,
        PooledEffect pooled,
        PooledEffect fixed,
        Heterogeneity heterogeneity,
        Prediction prediction,
        List<ByMethod> methods,
        Optional<MetaRegression> regression,
        Robustness robustness,
        OptionalInt clusters,
        Optional<PooledEffect> undiscounted,
        Optional<BayesianSynthesis> bayesian,
        Optional<OwnStudy> own,
        List<String> notes) {
    public Synthesis {
        effects = List.copyOf(effects);
        weights = List.copyOf(weights);
        methods = List.copyOf(methods);
        notes = List.copyOf(notes);
    }

    /** The effect on average by a method, with tau2. */
    public record ByMethod(Method method, double tau2, PooledEffect effect) {}

    /** Fewer studies tell hardly how far effects differ between places. */
    static final int FEW = 5;

    /** The level at which Egger's test is held to speak: Egger and others (1997). */
    private static final double SMALL_STUDIES = 0.1;

    /** Whether independent studies, or clusters of them, are too few to tell how far effects differ. */
    public boolean isOfFew() {
        return independent() < FEW;
    }

    /** Clusters where estimates of one depend on one another, else studies. */
    public int independent() {
        return clusters.orElse(effects.size());
    }

    /** A share of a distribution that is cut off and not told at less than this. */
    private static final double NEGLIGIBLE = 0.01;

    /** The same of evidence, with risk-above-one where a ratio of risks would often make the risk more than 1. */
    public List<String> failedAsEvidence(EffectDistribution.Place place) {
        List<String> failed = new ArrayList<>(failed());
        if (EffectDistribution.shareAboveOne(this, place) > NEGLIGIBLE) {
            failed.add("risk-above-one");
        }
        return failed;
    }

    /** The ids of the checks that do not pass: few-studies, closer-than-chance and small-studies. */
    public List<String> failed() {
        List<String> failed = new ArrayList<>();
        if (isOfFew()) {
            failed.add("few-studies");
        }
        if (heterogeneity.isCloserThanChance()) {
            failed.add("closer-than-chance");
        }
        if (robustness
                .smallStudies()
                .filter(found ->
                        !SmallStudies.areFew(effects.size()) && found.egger().pValue() < SMALL_STUDIES)
                .isPresent()) {
            failed.add("small-studies");
        }
        return failed;
    }

    /** What was asked. */
    public MetaAnalysis question() {
        return basis.question();
    }
}
