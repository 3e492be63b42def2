package org.worthwhile.portfolio;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Optimisation;

/**
 * The choice when parts of candidates can be chosen: it bounds what whole ones can be worth, and prices the rules.
 *
 * @param shares of each candidate
 * @param prices of the rules: at least 0 for one that holds a sum down, at most 0 for one that holds it up
 * @param reduced the candidates' values less what they take of the rules at those prices
 * @param bound that no choice of whole candidates exceeds
 * @param size of what the bound sums, to which its rounding is in proportion
 */
record Relaxation(double[] shares, double[] prices, double[] reduced, double bound, double size) {

    private static final double WHOLE = 1 - 1e-6;

    static Relaxation of(List<Candidate> candidates, double[] values, List<Rule> rules) {
        PortfolioModel model = new PortfolioModel(candidates, values, rules, false);
        Optimisation.Result result = model.maximise();
        double[] shares = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.clamp(result.doubleValue(i), 0, 1))
                .toArray();
        double[] prices = new double[rules.size()];
        result.getMatchedMultipliers()
                .forEach(price -> model.position(price.getKey().getKey().getName())
                        .ifPresent(rule -> prices[rule] += price.doubleValue()));
        double bound = 0;
        double size = DoubleStream.of(values).map(Math::abs).sum();
        double[] reduced = values.clone();
        for (int k = 0; k < prices.length; k++) {
            Rule rule = rules.get(k);
            prices[k] =
                    prices[k] > 0 && Double.isInfinite(rule.upper()) || prices[k] < 0 && Double.isInfinite(rule.lower())
                            ? 0
                            : prices[k];
            double priced = prices[k] == 0 ? 0 : prices[k] * Rule.UNIT * (prices[k] > 0 ? rule.upper() : rule.lower());
            bound += priced;
            size += Math.abs(priced);
            for (int i = 0; i < reduced.length; i++) {
                double taken = prices[k] * Rule.UNIT * rule.coefficients()[i];
                reduced[i] -= taken;
                size += Math.abs(taken);
            }
        }
        for (double best : bestOfEach(candidates, reduced).values()) {
            bound += best;
        }
        return new Relaxation(shares, prices, reduced, bound, size);
    }

    /** The best reduced value of each proposal, or 0 for choosing none of it. */
    private static Map<String, Double> bestOfEach(List<Candidate> candidates, double[] reduced) {
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < reduced.length; i++) {
            best.merge(candidates.get(i).proposal(), Math.max(0, reduced[i]), Math::max);
        }
        return best;
    }

    /** Whole candidates of the relaxation, then whatever else still fits, the most worthwhile at the rules' prices first. */
    boolean[] rounded(List<Candidate> candidates, double[] values, List<Rule> rules) {
        boolean[] chosen = new boolean[values.length];
        Map<String, Integer> taken = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (shares[i] >= WHOLE) {
                chosen[i] = true;
                taken.put(candidates.get(i).proposal(), i);
            }
        }
        List<Integer> order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -reduced[i]))
                .toList();
        for (int i : order) {
            Integer before = taken.get(candidates.get(i).proposal());
            double gain = values[i] - (before == null ? 0 : values[before]);
            if (gain > 0 && !chosen[i]) {
                chosen[i] = true;
                if (before != null) {
                    chosen[before] = false;
                }
                if (rules.stream().allMatch(rule -> rule.holds(chosen))) {
                    taken.put(candidates.get(i).proposal(), i);
                } else {
                    chosen[i] = false;
                    if (before != null) {
                        chosen[before] = true;
                    }
                }
            }
        }
        return chosen;
    }
}
