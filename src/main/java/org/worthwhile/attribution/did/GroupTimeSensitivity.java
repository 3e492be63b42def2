package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.worthwhile.attribution.did.DifferenceOptions.BasePeriod;
import org.worthwhile.attribution.did.GroupTimeEffects.AttGt;
import org.worthwhile.attribution.trends.EventStudy;

/**
 * Group-time effects as an event study: those before treatment averaged by periods from the base, those after it as parts of the
 * average asked for, so that the parts times their weights add up to it. All are against one base, the last period before treatment.
 *
 * @param average the average asked for
 */
record GroupTimeSensitivity(GroupTimeErrors errors, Function<Aggregation, InfluenceEstimate> average) {

    /** Empty where there is nothing to work with (see {@link EventStudy#of}), or a cohort of one shows nothing of its error. */
    Optional<EventStudy> eventStudy() {
        Observations panel = errors.panel();
        DifferenceOptions options = errors.options();
        boolean large = errors.isOfLargeSamples();
        if (!large && (errors.arms().hasOneTreated() || errors.arms().alone().length > 0)) {
            return Optional.empty();
        }
        GroupTimeEffects effects =
                GroupTimeEffects.of(panel, options.control(), BasePeriod.UNIVERSAL, options.anticipation());
        int[] references = effects.effects().stream()
                .filter(AttGt::reference)
                .mapToInt(GroupTimeSensitivity::event)
                .distinct()
                .toArray();
        if (references.length != 1) {
            return Optional.empty();
        }
        List<Aggregation.Point> points = new Aggregation(panel, effects)
                .byEventTime().stream()
                        .filter(point -> point.key() != references[0])
                        .toList();
        double[] weights = points.stream()
                .mapToDouble(point -> point.key() < 0 ? 0 : weight(effects, point.key()))
                .toArray();
        double[] ofShares = ofShares(effects);
        List<InfluenceEstimate> estimates = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            estimates.add(
                    weights[i] == 0
                            ? points.get(i).effect()
                            : part(effects, points.get(i).key(), weights[i], ofShares));
        }
        return EventStudy.of(
                points.stream().mapToInt(Aggregation.Point::key).toArray(),
                references[0],
                estimates.stream().mapToDouble(InfluenceEstimate::estimate).toArray(),
                large
                        ? InfluenceEstimate.covariance(estimates, panel.clusters())
                        : errors.arms().covariance(estimates),
                weights,
                large ? Double.POSITIVE_INFINITY : errors.arms().fewest(estimates),
                options.level());
    }

    private static int event(AttGt cell) {
        return cell.time() - cell.group();
    }

    /** What effects so many periods since treatment count for in the average. */
    private double weight(GroupTimeEffects effects, int event) {
        return averageOf(effects, cell -> event(cell) == event, cell -> new InfluenceEstimate(1, none()))
                .estimate();
    }

    /**
     * What effects so many periods since treatment are on average. That the shares of groups are estimated moves the average asked for,
     * and is in each part alike; by itself each part would move much more, by what cancels in their sum.
     */
    private InfluenceEstimate part(GroupTimeEffects effects, int event, double weight, double[] ofShares) {
        double estimate =
                averageOf(effects, cell -> event(cell) == event, AttGt::effect).estimate();
        double[] influence = averageOf(effects, cell -> event(cell) == event, GroupTimeSensitivity::apart)
                .influence();
        for (int member = 0; member < influence.length; member++) {
            influence[member] = influence[member] / weight + ofShares[member];
        }
        return new InfluenceEstimate(estimate / weight, influence);
    }

    /** The influence on the average by way of the shares of groups. */
    private double[] ofShares(GroupTimeEffects effects) {
        double[] whole =
                averageOf(effects, AttGt::afterTreatment, AttGt::effect).influence();
        double[] fixed = averageOf(effects, AttGt::afterTreatment, GroupTimeSensitivity::apart)
                .influence();
        double[] ofShares = new double[whole.length];
        for (int member = 0; member < whole.length; member++) {
            ofShares[member] = whole[member] - fixed[member];
        }
        return ofShares;
    }

    /** An effect's influence without the effect, so that shares move nothing. */
    private static InfluenceEstimate apart(AttGt cell) {
        return new InfluenceEstimate(0, cell.effect().influence());
    }

    /** The average with some of the effects, and nothing in place of the others; it is linear in them. */
    private InfluenceEstimate averageOf(
            GroupTimeEffects effects, Predicate<AttGt> chosen, Function<AttGt, InfluenceEstimate> own) {
        return average.apply(new Aggregation(
                errors.panel(),
                new GroupTimeEffects(
                        effects.effects().stream()
                                .map(cell -> new AttGt(
                                        cell.group(),
                                        cell.time(),
                                        cell.reference(),
                                        chosen.test(cell) ? own.apply(cell) : new InfluenceEstimate(0, none())))
                                .toList(),
                        List.of())));
    }

    private double[] none() {
        return new double[errors.panel().members()];
    }
}
