package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Searches what differs from the relaxation's own choice by less than the gap between the relaxation and the best choice
 * so far. Every other choice is worth less, since a candidate's reduced value says what choosing it loses at least
 * (Pisinger 1995, European Journal of Operational Research 83, for one rule; here any number, at the relaxation's prices).
 */
final class CoreSearch {

    private static final long MOST_STEPS = 2_000_000;

    /** What a sum of money may be off by, as a share of what is summed. */
    private static final double ROUNDING = 1e-12;

    /**
     * What can be chosen of a proposal: candidates by position, or -1 for none, with what each loses.
     *
     * @param dearest the greatest loss
     */
    private record Decision(int[] choices, double[] losses, double dearest) {}

    private final double[] values;
    private final List<Rule> rules;
    private final Relaxation relaxation;
    private final List<Decision> decisions = new ArrayList<>();
    private final double[][] leastLeft;
    private final double[][] mostLeft;
    private final double[] sums;
    private final double[] sizes;
    private final boolean[] chosen;
    private final double rounding;
    private Optional<boolean[]> best;
    private double bestValue;
    private long steps;

    /** @param first a choice that keeps to the rules, if one is known */
    CoreSearch(
            List<Candidate> candidates,
            double[] values,
            List<Rule> rules,
            Relaxation relaxation,
            Optional<boolean[]> first) {
        this.values = values;
        this.rules = rules;
        this.relaxation = relaxation;
        this.best = first;
        this.bestValue =
                first.map(choice -> PortfolioModel.value(choice, values)).orElse(Double.NEGATIVE_INFINITY);
        this.rounding = ROUNDING * relaxation.size();
        this.chosen = new boolean[values.length];
        this.sums = new double[rules.size()];
        this.sizes = rules.stream()
                .mapToDouble(rule ->
                        DoubleStream.of(rule.coefficients()).map(Math::abs).sum())
                .toArray();
        double gap = Math.max(0, relaxation.bound() - bestValue) + rounding;
        Map<String, List<Integer>> byProposal = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            byProposal
                    .computeIfAbsent(candidates.get(i).proposal(), _ -> new ArrayList<>(List.of(-1)))
                    .add(i);
        }
        byProposal.values().forEach(choices -> decisions.add(decision(choices, gap)));
        decisions.sort(Comparator.comparingDouble(decision -> -decision.dearest));
        this.leastLeft = new double[rules.size()][decisions.size() + 1];
        this.mostLeft = new double[rules.size()][decisions.size() + 1];
        for (int k = 0; k < rules.size(); k++) {
            double[] coefficients = rules.get(k).coefficients();
            for (int d = decisions.size() - 1; d >= 0; d--) {
                var taken = IntStream.of(decisions.get(d).choices)
                        .mapToDouble(i -> i < 0 ? 0 : coefficients[i])
                        .summaryStatistics();
                leastLeft[k][d] = leastLeft[k][d + 1] + taken.getMin();
                mostLeft[k][d] = mostLeft[k][d + 1] + taken.getMax();
            }
        }
    }

    private Decision decision(List<Integer> choices, double gap) {
        double highest = choices.stream().mapToDouble(this::reduced).max().orElse(0);
        int[] kept = choices.stream()
                .filter(i -> highest - reduced(i) <= gap)
                .sorted(Comparator.comparingDouble(i -> -reduced(i)))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] losses =
                IntStream.of(kept).mapToDouble(i -> highest - reduced(i)).toArray();
        return new Decision(kept, losses, losses[losses.length - 1]);
    }

    private double reduced(int i) {
        return i < 0 ? 0 : relaxation.reduced()[i];
    }

    /** Searches; answers whether it came to the end, so that {@link #best} is proven. */
    boolean search() {
        visit(0, 0, 0);
        return steps <= MOST_STEPS;
    }

    /** The best choice found, if any keeps to the rules. */
    Optional<boolean[]> best() {
        return best;
    }

    private void visit(int depth, double loss, double value) {
        if (++steps > MOST_STEPS || !canImprove(depth, loss)) {
            return;
        }
        if (depth == decisions.size()) {
            if (value > bestValue && rules.stream().allMatch(rule -> rule.holds(chosen))) {
                bestValue = value;
                best = Optional.of(chosen.clone());
            }
            return;
        }
        Decision decision = decisions.get(depth);
        for (int choice = 0; choice < decision.choices.length; choice++) {
            int i = decision.choices[choice];
            take(i, 1);
            visit(depth + 1, loss + decision.losses[choice], value + (i < 0 ? 0 : values[i]));
            take(i, -1);
        }
    }

    private void take(int i, int sign) {
        if (i >= 0) {
            chosen[i] = sign > 0;
            for (int k = 0; k < sums.length; k++) {
                sums[k] += sign * rules.get(k).coefficients()[i];
            }
        }
    }

    /** Whether the rules can still hold, and the value still exceed the best, whatever is left is chosen. */
    private boolean canImprove(int depth, double loss) {
        double most = relaxation.bound() - loss;
        for (int k = 0; k < sums.length; k++) {
            Rule rule = rules.get(k);
            double least = sums[k] + leastLeft[k][depth];
            double greatest = sums[k] + mostLeft[k][depth];
            double slack = Rule.slack(sizes[k]);
            if (least > rule.upper() + slack || greatest < rule.lower() - slack) {
                return false;
            }
            double price = relaxation.prices()[k] * Rule.UNIT;
            if (price > 0) {
                most -= price * Math.max(0, rule.upper() - greatest);
            } else if (price < 0) {
                most += price * Math.max(0, least - rule.lower());
            }
        }
        return most > bestValue + rounding;
    }
}
