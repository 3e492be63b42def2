package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.worthwhile.attribution.did.GroupTimeEffects.AttGt;

/**
 * Averages of group-time effects (Callaway and Sant'Anna 2021, section 3). Groups weigh by their share of units, and
 * that the shares are themselves estimated is part of the variance.
 */
final class Aggregation {

    private final Observations panel;
    private final List<AttGt> after;
    private final List<AttGt> all;

    /**
     * An average by one key: event time, group or calendar period.
     *
     * @param key the event time in periods, the group's start or the period
     * @param reference whether the average is of base periods alone
     */
    record Point(int key, boolean reference, InfluenceEstimate effect) {}

    Aggregation(Observations panel, GroupTimeEffects effects) {
        this.panel = panel;
        this.all = effects.effects();
        this.after = all.stream().filter(AttGt::afterTreatment).toList();
    }

    /** All effects after treatment, weighted by group size. */
    InfluenceEstimate simple() {
        return weighted(after);
    }

    /** By periods since treatment began, those before it being negative. */
    List<Point> byEventTime() {
        return points(all, cell -> cell.time() - cell.group(), this::weighted);
    }

    /** By group, each the plain average over its periods after treatment. */
    List<Point> byGroup() {
        return points(after, AttGt::group, Aggregation::plain);
    }

    /** By period, groups under treatment weighted by size. */
    List<Point> byTime() {
        return points(after, AttGt::time, this::weighted);
    }

    /** The plain average of effects by event time from 0 on. */
    InfluenceEstimate eventOverall() {
        return plainOf(byEventTime().stream().filter(point -> point.key() >= 0).toList());
    }

    /** The average over groups weighted by size. */
    InfluenceEstimate groupOverall() {
        List<Point> points = byGroup();
        return weighted(
                points.stream().map(Point::effect).toList(),
                points.stream().mapToInt(Point::key).toArray());
    }

    /** The plain average over periods. */
    InfluenceEstimate timeOverall() {
        return plainOf(byTime());
    }

    /** The average that stands at a key among points. */
    static Function<Aggregation, InfluenceEstimate> at(int key, Function<Aggregation, List<Point>> points) {
        return aggregation -> points.apply(aggregation).stream()
                .filter(point -> point.key() == key)
                .findFirst()
                .orElseThrow()
                .effect();
    }

    private static List<Point> points(
            List<AttGt> cells, ToIntFunction<AttGt> key, Function<List<AttGt>, InfluenceEstimate> average) {
        List<Point> points = new ArrayList<>();
        for (int value : cells.stream().mapToInt(key).distinct().sorted().toArray()) {
            Predicate<AttGt> atKey = cell -> key.applyAsInt(cell) == value;
            List<AttGt> chosen = cells.stream().filter(atKey).toList();
            points.add(new Point(value, chosen.stream().allMatch(AttGt::reference), average.apply(chosen)));
        }
        return points;
    }

    private static InfluenceEstimate plain(List<AttGt> cells) {
        return plain(cells.stream().map(AttGt::effect), cells.size());
    }

    private static InfluenceEstimate plainOf(List<Point> points) {
        return plain(points.stream().map(Point::effect), points.size());
    }

    private static InfluenceEstimate plain(java.util.stream.Stream<InfluenceEstimate> effects, int count) {
        double[] weights = new double[count];
        java.util.Arrays.fill(weights, 1.0 / count);
        return InfluenceEstimate.combination(effects.toList(), weights);
    }

    private InfluenceEstimate weighted(List<AttGt> cells) {
        return weighted(
                cells.stream().map(AttGt::effect).toList(),
                cells.stream().mapToInt(AttGt::group).toArray());
    }

    /** The average of parts weighted by the shares of their groups, with the influence of units on those shares. */
    private InfluenceEstimate weighted(List<InfluenceEstimate> parts, int[] groups) {
        double[] shares = new double[groups.length];
        double total = 0;
        for (int i = 0; i < groups.length; i++) {
            shares[i] = panel.share(groups[i]);
            total += shares[i];
        }
        double[] weights = new double[groups.length];
        for (int i = 0; i < groups.length; i++) {
            weights[i] = shares[i] / total;
        }
        InfluenceEstimate average = InfluenceEstimate.combination(parts, weights);
        double[] influence = average.influence();
        for (int unit = 0; unit < influence.length; unit++) {
            double ofTotal = 0;
            double ofSum = 0;
            for (int i = 0; i < groups.length; i++) {
                double ofShare = (panel.starts()[unit] == groups[i] ? panel.weights()[unit] : 0) - shares[i];
                ofTotal += ofShare;
                ofSum += ofShare * parts.get(i).estimate();
            }
            influence[unit] += (ofSum - average.estimate() * ofTotal) / total;
        }
        return average;
    }
}
