package org.worthwhile.attribution.did;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.did.DifferenceOptions.BasePeriod;
import org.worthwhile.attribution.did.GroupTimeEffects.AttGt;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.options.RegressionOptions;
import org.worthwhile.attribution.period.Starts;

/**
 * How sure group-time effects and their averages are: by Student's t with the number of units or clusters in each cohort allowed
 * for, or as in large samples where a study asks for that.
 *
 * @param arms of all cohorts
 */
record GroupTimeErrors(Observations panel, GroupTimeEffects effects, Arms arms, DifferenceOptions options) {

    static GroupTimeErrors of(Observations panel, GroupTimeEffects effects, DifferenceOptions options) {
        return new GroupTimeErrors(
                panel, effects, Arms.ofCohorts(panel.clusters(), panel.weights(), new Starts(panel.starts())), options);
    }

    boolean isOfLargeSamples() {
        return options.inference() == RegressionOptions.Inference.LARGE_SAMPLE;
    }

    /** Of an average of the effects. */
    Finding of(Function<Aggregation, InfluenceEstimate> average) {
        InfluenceEstimate found = average.apply(new Aggregation(panel, effects));
        return isOfLargeSamples() ? ofLargeSamples(found) : ofArms(found, arms, parts(average));
    }

    /** Of the headline, which one treated unit or cluster can have only if it varied as the others did. */
    Finding headline(Function<Aggregation, InfluenceEstimate> average) {
        Finding found = of(average);
        return isOfLargeSamples() || !arms.hasOneTreated()
                ? found
                : EarlierVariation.judged(found, panel.seen(), panel.clusters().size(), options.anticipation());
    }

    /** What cohorts of one cluster make up of an average, by their start. */
    private Map<Integer, InfluenceEstimate> parts(Function<Aggregation, InfluenceEstimate> average) {
        Map<Integer, InfluenceEstimate> parts = new HashMap<>();
        for (int start : arms.alone()) {
            parts.put(
                    start,
                    average.apply(new Aggregation(
                            panel,
                            new GroupTimeEffects(
                                    effects.effects().stream()
                                            .map(cell -> start == Starts.NEVER || cell.group() == start
                                                    ? cell
                                                    : nothing(cell))
                                            .toList(),
                                    effects.missing()))));
        }
        return parts;
    }

    private AttGt nothing(AttGt cell) {
        return new AttGt(
                cell.group(), cell.time(), cell.reference(), new InfluenceEstimate(0, new double[panel.members()]));
    }

    /** Of one effect. */
    Finding of(AttGt cell) {
        return isOfLargeSamples() ? ofLargeSamples(cell.effect()) : ofArms(cell.effect(), arms(cell), whole(cell));
    }

    private Map<Integer, InfluenceEstimate> whole(AttGt cell) {
        return Map.of(Starts.NEVER, cell.effect());
    }

    /** A group and those that it is compared with. */
    Arms arms(AttGt cell) {
        boolean longDifference = options.basePeriod() == BasePeriod.UNIVERSAL || cell.afterTreatment();
        int later = longDifference ? Math.max(cell.time(), cell.group() - 1 - options.anticipation()) : cell.time();
        return Arms.of(
                panel.clusters(),
                panel.weights(),
                member -> panel.starts()[member] == cell.group(),
                member -> Observations.isControl(
                        panel.starts()[member], later, options.control(), options.anticipation()));
    }

    private Finding ofArms(InfluenceEstimate found, Arms own, Map<Integer, InfluenceEstimate> parts) {
        return own.finding(found, parts, options.level()).orElseGet(() -> ofLargeSamples(found));
    }

    private Finding ofLargeSamples(InfluenceEstimate found) {
        return Inference.normal(options.level()).finding(found.estimate(), found.standardError(panel.clusters()));
    }

    /** What the others would show in place of one treated unit or cluster. */
    OneTreated oneTreated(InfluenceEstimate average) {
        return arms.oneTreated(average);
    }

    String convention() {
        return isOfLargeSamples()
                ? "Intervals and tests use the normal distribution, as in large samples."
                : arms.convention();
    }
}
