package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.Constraints.Limit;

/**
 * A linear constraint on the chosen candidates.
 *
 * @param words what it says, as a clause
 * @param coefficients by candidate
 * @param lower the least that the chosen candidates' coefficients may sum to
 * @param upper the most
 */
record Rule(String words, double[] coefficients, double lower, double upper) {

    /** A ten-thousandth of a penny is rounding, not money, and so is a millionth of a millionth of what is summed. */
    private static final double ROUNDING = 1e-6;

    private static final double RELATIVE_ROUNDING = 1e-12;

    /** What candidates cost and spend, by their positions. */
    interface Money {

        double cost(int candidate);

        double taken(Limit limit, int candidate);

        /** All public spending, real and before savings. */
        double spent(int candidate);

        /** As appraised. */
        static Money appraised(List<Candidate> candidates) {
            return new Money() {
                @Override
                public double cost(int candidate) {
                    return candidates.get(candidate).cost();
                }

                @Override
                public double taken(Limit limit, int candidate) {
                    return limit.taken(candidates.get(candidate));
                }

                @Override
                public double spent(int candidate) {
                    return candidates.get(candidate).spent();
                }
            };
        }
    }

    /** The constraints as rules, one for each. */
    static List<Rule> of(List<Candidate> candidates, Constraints constraints) {
        return of(candidates, constraints, Money.appraised(candidates));
    }

    /** The same where candidates cost and spend something else. */
    static List<Rule> of(List<Candidate> candidates, Constraints constraints, Money money) {
        List<Rule> rules = new ArrayList<>(onMoney(candidates, constraints, money));
        rules.addAll(onProposals(candidates, constraints));
        return rules;
    }

    /** The budget, the limits that are not idle and the minimum shares, in this order. */
    static List<Rule> onMoney(List<Candidate> candidates, Constraints constraints, Money money) {
        List<Rule> rules = new ArrayList<>();
        constraints
                .budget()
                .ifPresent(budget -> rules.add(spending("the budget", candidates.size(), money::cost, budget)));
        constraints
                .tightestLimits()
                .forEach(limit -> rules.add(
                        spending(limit.words(), candidates.size(), i -> money.taken(limit, i), limit.amount())));
        constraints.minimumShares().stream()
                .distinct()
                .forEach(minimum -> rules.add(new Rule(
                        minimum.words(),
                        coefficients(
                                candidates.size(),
                                i -> money.spent(i) * ((minimum.counts(candidates.get(i)) ? 1 : 0) - minimum.share())),
                        0,
                        Double.POSITIVE_INFINITY)));
        return rules;
    }

    /** Which proposals must, must not or may only be chosen with others. */
    static List<Rule> onProposals(List<Candidate> candidates, Constraints constraints) {
        List<Rule> rules = new ArrayList<>();
        ProposalRules words = new ProposalRules(candidates);
        constraints.selection().must().stream()
                .distinct()
                .forEach(id -> rules.add(new Rule(words.must(id), counting(candidates, List.of(id)), 1, 1)));
        constraints.selection().mustNot().stream()
                .distinct()
                .forEach(id -> rules.add(new Rule(words.mustNot(id), counting(candidates, List.of(id)), 0, 0)));
        constraints.selection().exclusive().stream()
                .distinct()
                .forEach(set -> rules.add(new Rule(words.exclusive(set), counting(candidates, set), 0, 1)));
        constraints.selection().requires().stream().distinct().forEach(pair -> {
            double[] needed = counting(candidates, List.of(pair.get(1)));
            double[] needing = counting(candidates, List.of(pair.get(0)));
            for (int i = 0; i < needed.length; i++) {
                needed[i] -= needing[i];
            }
            rules.add(new Rule(words.requires(pair), needed, 0, Double.POSITIVE_INFINITY));
        });
        return rules;
    }

    private static Rule spending(String words, int candidates, IntToDoubleFunction money, double most) {
        return new Rule(words, coefficients(candidates, money), Double.NEGATIVE_INFINITY, most);
    }

    private static double[] counting(List<Candidate> candidates, List<String> proposals) {
        return coefficients(
                candidates.size(), i -> proposals.contains(candidates.get(i).proposal()) ? 1 : 0);
    }

    private static double[] coefficients(int candidates, IntToDoubleFunction coefficient) {
        return IntStream.range(0, candidates).mapToDouble(coefficient).toArray();
    }

    /** Whether it is a budget or a limit, which alone have no least. */
    boolean isOfSpending() {
        return lower == Double.NEGATIVE_INFINITY;
    }

    /** Whether a choice keeps to it. */
    boolean holds(boolean[] chosen) {
        return allows(chosen, true);
    }

    /** Whether a choice of one candidate with this coefficient keeps to it. */
    boolean holds(double coefficient) {
        double slack = slack(Math.abs(coefficient));
        return coefficient <= upper + slack && coefficient >= lower - slack;
    }

    /** Whether a choice, to which more may be added, keeps to what it holds down. */
    boolean leavesRoom(boolean[] chosen) {
        return allows(chosen, false);
    }

    private boolean allows(boolean[] chosen, boolean complete) {
        double sum = 0;
        double size = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                sum += coefficients[i];
                size += Math.abs(coefficients[i]);
            }
        }
        double slack = slack(size);
        return sum <= upper + slack && (!complete || sum >= lower - slack);
    }

    /**
     * By how much a sum may miss a limit through rounding alone.
     *
     * @param size the sum of the magnitudes of what is summed
     */
    static double slack(double size) {
        return ROUNDING + RELATIVE_ROUNDING * size;
    }
}
