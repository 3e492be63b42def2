package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.PortfolioSolver.Impossible;
import org.worthwhile.portfolio.PortfolioSolver.Solution;
import org.worthwhile.portfolio.PortfolioSolver.Unknown;

/**
 * What no set that keeps to rules exceeds over scenarios, where sets are too many to compare. The mean of a set's lowest values is
 * the least that its values come to by weights from among those that put no more on a scenario than its share of them; by any such
 * weights an integer programme says what no set exceeds, which is then a bound on that mean (weak duality). Weights are found by
 * fictitious play (Brown 1951; Robinson 1951, Annals of Mathematics 54): each time the worst for the sets met so far, on average.
 */
final class ScenarioBounds {

    private static final int ROUNDS = 20;

    /** After this much work, in multiplications about, a programme's bound is taken as it is. */
    private static final long MOST_WORK = 40_000_000L;

    private final ChoiceColumns columns;
    private final double[][] values;
    private final List<Rule> rules;

    /**
     * Bounds on sets that keep to rules.
     *
     * @param values by column and scenario
     * @param rules the same in every scenario
     */
    ScenarioBounds(ChoiceColumns columns, double[][] values, List<Rule> rules) {
        this.columns = columns;
        this.values = values;
        this.rules = rules;
    }

    /**
     * The best set that was found.
     *
     * @param set empty where none was
     * @param bound that no set exceeds; minus infinity where none keeps to the rules
     */
    record Best(Optional<List<Integer>> set, double bound) {}

    /**
     * A bound with the sets that were met on the way.
     *
     * @param weights by scenario, the last ones
     */
    record Bounded(double bound, List<List<Integer>> sets, double[] weights) {
        Bounded {
            sets = List.copyOf(sets);
        }
    }

    Best in(int scenario) {
        return best(Arrays.stream(values).mapToDouble(row -> row[scenario]).toArray());
    }

    /** By the sum of values times weights by scenario. */
    Best by(double[] weights) {
        return best(
                Arrays.stream(values).mapToDouble(row -> product(row, weights)).toArray());
    }

    private Best best(double[] worth) {
        return switch (new PortfolioSolver(columns, worth).solve(rules, List.of(), MOST_WORK)) {
            case Solution solution -> new Best(Optional.of(solution.chosen()), solution.bound());
            case Impossible _ -> new Best(Optional.empty(), Double.NEGATIVE_INFINITY);
            case Unknown _ -> new Best(Optional.empty(), mostOfAny(worth));
        };
    }

    /** The most valuable option of each proposal, under no rule. */
    private double mostOfAny(double[] worth) {
        Map<String, Double> most = new LinkedHashMap<>();
        for (int i = 0; i < worth.length; i++) {
            most.merge(columns.all().get(i).proposal(), Math.max(0, worth[i]), Math::max);
        }
        return most.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * What no set exceeds by the mean of its lowest values less what they are held against.
     *
     * @param against by scenario
     * @param share of scenarios that are lowest: all for the mean, one for the least
     */
    Bounded lowestMean(double[] against, double share) {
        int scenarios = against.length;
        double[] total = new double[scenarios];
        double[] weights = lowest(negative(against), share);
        double bound = Double.POSITIVE_INFINITY;
        List<List<Integer>> sets = new ArrayList<>();
        int rounds = share < 1 ? ROUNDS : 1;
        for (int round = 1; round <= rounds; round++) {
            Best best = by(weights);
            bound = Math.min(bound, best.bound() - product(against, weights));
            if (best.set().isEmpty()) {
                break;
            }
            sets.add(best.set().get());
            for (int scenario = 0; scenario < scenarios; scenario++) {
                total[scenario] -= against[scenario];
                for (int i : best.set().get()) {
                    total[scenario] += values[i][scenario];
                }
            }
            double[] worst = lowest(total, share);
            for (int scenario = 0; scenario < scenarios; scenario++) {
                weights[scenario] += (worst[scenario] - weights[scenario]) / (round + 1);
            }
        }
        return new Bounded(bound, sets, weights);
    }

    /** Equal weights on the share of scenarios with the lowest values, less on the last of them where it counts in part. */
    private static double[] lowest(double[] values, double share) {
        int[] ranked = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(scenario -> values[scenario]))
                .mapToInt(Integer::intValue)
                .toArray();
        double count = share * values.length;
        double[] weights = new double[values.length];
        for (int i = 0; i < count; i++) {
            weights[ranked[i]] = Math.min(1, count - i) / count;
        }
        return weights;
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double product(double[] values, double[] weights) {
        double sum = 0;
        for (int scenario = 0; scenario < values.length; scenario++) {
            sum += values[scenario] * weights[scenario];
        }
        return sum;
    }
}
