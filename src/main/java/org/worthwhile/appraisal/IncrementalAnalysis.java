package org.worthwhile.appraisal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Increment.Status;
import org.worthwhile.appraisal.Increment.Step;

/**
 * Options compared step by step, from the cheapest up. What is dominated, strictly or extendedly, is left out, and the
 * ratios of benefit to cost along what remains fall from option to option, so that cost for each unit of benefit rises
 * (Gray, Clarke, Wolstenholme and Wordsworth 2011, Applied Methods of Cost-effectiveness Analysis in Health Care, chapter
 * 2). Where benefits are money, a step that brings less than it costs is rejected, and dearer options are compared with the
 * last that was not.
 */
final class IncrementalAnalysis {

    /** Amounts closer than this share of the largest one are the same. */
    private static final double ROUNDING = 1e-12;

    private static final Comparator<Point> ORDER = Comparator.comparingDouble(Point::cost)
            .thenComparing(Comparator.comparingDouble(Point::benefit).reversed())
            .thenComparing(Point::option);

    private static final double POUND_FOR_POUND = 1;

    private final List<Point> points;
    private final boolean money;
    private final double costsRound;
    private final double benefitsRound;

    /**
     * An option to compare.
     *
     * @param cost as a present value
     * @param benefit as a present value, or discounted units of an outcome
     */
    record Point(String option, double cost, double benefit) {}

    private IncrementalAnalysis(List<Point> points, boolean money) {
        this.money = money;
        double largestCost = 0;
        double largestBenefit = 0;
        for (Point point : points) {
            largestCost = Math.max(largestCost, Math.abs(point.cost));
            largestBenefit = Math.max(largestBenefit, Math.abs(point.benefit));
        }
        this.costsRound = ROUNDING * largestCost;
        this.benefitsRound = ROUNDING * largestBenefit;
        this.points = new ArrayList<>(points);
        this.points.sort(ORDER);
    }

    /**
     * Compares options whose benefits are money.
     *
     * @return an increment each, from the cheapest option up; of options with the same cost the one with most benefit first,
     *     of those with the same benefit too the one whose id is first
     */
    static List<Increment> ofMoney(List<Point> options) {
        return new IncrementalAnalysis(options, true).increments();
    }

    /** Compares options by units of an outcome, of which more is better; the order is that of {@link #ofMoney}. */
    static List<Increment> ofUnits(List<Point> options) {
        return new IncrementalAnalysis(options, false).increments();
    }

    private List<Increment> increments() {
        List<Point> efficient = new ArrayList<>();
        List<List<Point>> dominating = new ArrayList<>();
        for (Point point : points) {
            List<Point> by = dominating(point);
            dominating.add(by);
            if (by.isEmpty()) {
                efficient.add(point);
            }
        }
        List<Point> frontier = frontier(efficient);
        List<Increment> increments = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            List<Point> by = dominating.get(i);
            if (!by.isEmpty()) {
                increments.add(increment(point, Status.DOMINATED, by, Optional.of(by.getFirst())));
            } else if (!isOn(frontier, point)) {
                Point cheaper = neighbours(frontier, point, true).getLast();
                Point dearer = neighbours(frontier, point, false).getFirst();
                increments.add(
                        increment(point, Status.EXTENDEDLY_DOMINATED, List.of(cheaper, dearer), Optional.of(cheaper)));
            } else {
                increments.add(increment(point, Status.FRONTIER, List.of(), comparator(frontier, point)));
            }
        }
        return increments;
    }

    private Increment increment(Point point, Status status, List<Point> by, Optional<Point> against) {
        return new Increment(
                point.option,
                status,
                by.stream().map(Point::option).toList(),
                against.map(other -> step(point, status, other)));
    }

    private Step step(Point point, Status status, Point against) {
        double cost = point.cost - against.cost;
        double benefit = point.benefit - against.benefit;
        boolean meaningful = status != Status.DOMINATED;
        String reason = meaningful
                ? "the option costs no more than the one that it is compared with"
                : "the option is dominated by " + against.option;
        return new Step(
                against.option,
                cost,
                benefit,
                Indicator.ratio(benefit, meaningful ? cost : 0, reason),
                Indicator.ratio(
                        cost, meaningful ? benefit : 0, meaningful ? "the option brings no more of it" : reason),
                money && meaningful && benefit < POUND_FOR_POUND * cost);
    }

    /** The options that cost no more and bring no less than one, and differ from it. */
    private List<Point> dominating(Point point) {
        List<Point> dominating = new ArrayList<>();
        for (Point other : points) {
            if (other.cost <= point.cost + costsRound
                    && other.benefit >= point.benefit - benefitsRound
                    && !isSame(other, point)) {
                dominating.add(other);
            }
        }
        return dominating;
    }

    private boolean isSame(Point one, Point other) {
        return Math.abs(one.cost - other.cost) <= costsRound && Math.abs(one.benefit - other.benefit) <= benefitsRound;
    }

    /** The upper hull of efficient options, which rise in cost and benefit; of options that are the same, the first. */
    private List<Point> frontier(List<Point> efficient) {
        Deque<Point> hull = new ArrayDeque<>();
        for (Point point : efficient) {
            if (!hull.isEmpty() && isSame(hull.getLast(), point)) {
                continue;
            }
            while (hull.size() > 1) {
                Point middle = hull.removeLast();
                if (!isBelow(middle, hull.getLast(), point)) {
                    hull.addLast(middle);
                    break;
                }
            }
            hull.addLast(point);
        }
        return List.copyOf(hull);
    }

    /** Whether an option brings less than the line from a cheaper to a dearer one does at its cost. */
    private static boolean isBelow(Point middle, Point cheaper, Point dearer) {
        double along = (middle.benefit - cheaper.benefit) * (dearer.cost - cheaper.cost);
        double straight = (dearer.benefit - cheaper.benefit) * (middle.cost - cheaper.cost);
        return straight - along > ROUNDING * Math.max(Math.abs(along), Math.abs(straight));
    }

    private boolean isOn(List<Point> frontier, Point point) {
        for (Point other : frontier) {
            if (isSame(other, point)) {
                return true;
            }
        }
        return false;
    }

    private static List<Point> neighbours(List<Point> frontier, Point point, boolean cheaper) {
        return frontier.stream()
                .filter(other -> cheaper ? other.cost < point.cost : other.cost > point.cost)
                .toList();
    }

    /** The next cheaper option of the frontier that is not rejected; absent for the cheapest. */
    private Optional<Point> comparator(List<Point> frontier, Point point) {
        Optional<Point> accepted = Optional.empty();
        for (Point next : frontier) {
            if (isSame(next, point)) {
                return accepted;
            }
            Optional<Point> before = accepted;
            boolean rejected = before.map(
                            other -> step(next, Status.FRONTIER, other).rejected())
                    .orElse(false);
            accepted = rejected ? before : Optional.of(next);
        }
        return accepted;
    }

    /** The options as points of money. */
    static List<Increment> ofMoney(Stream<OptionResult> options) {
        return ofMoney(options.map(result -> new Point(result.option().id(), result.pvc(), result.pvb()))
                .toList());
    }
}
