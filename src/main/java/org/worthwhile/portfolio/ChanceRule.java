package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A rule that may be broken in some scenarios.
 *
 * @param words what it says, as a clause
 * @param coefficients by candidate and scenario; of one scenario where they are the same in all
 * @param lower the least that the chosen candidates' coefficients may sum to in a scenario
 * @param upper the most
 * @param mostBroken in how many scenarios the sum may lie outside
 */
record ChanceRule(String words, double[][] coefficients, double lower, double upper, int mostBroken) {

    /** A rule that is the same in every scenario and may not be broken. */
    static ChanceRule of(Rule rule) {
        double[][] coefficients = new double[rule.coefficients().length][];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = new double[] {rule.coefficients()[i]};
        }
        return new ChanceRule(rule.words(), coefficients, rule.lower(), rule.upper(), 0);
    }

    /**
     * The rules on money over scenarios.
     *
     * @param mostBroken in how many scenarios each may be broken
     */
    static List<ChanceRule> onMoney(
            List<Candidate> candidates, Constraints constraints, Scenarios scenarios, int mostBroken) {
        List<ChanceRule> rules = new ArrayList<>();
        for (int scenario = 0; scenario < scenarios.count(); scenario++) {
            List<Rule> own = Rule.onMoney(candidates, constraints, scenarios.in(scenario, constraints));
            for (int k = 0; k < own.size(); k++) {
                Rule rule = own.get(k);
                if (scenario == 0) {
                    rules.add(new ChanceRule(
                            rule.words(),
                            new double[candidates.size()][scenarios.count()],
                            rule.lower(),
                            rule.upper(),
                            mostBroken));
                }
                for (int i = 0; i < candidates.size(); i++) {
                    rules.get(k).coefficients[i][scenario] = rule.coefficients()[i];
                }
            }
        }
        return rules;
    }

    int scenarios() {
        return coefficients.length == 0 ? 1 : coefficients[0].length;
    }

    /** The sum over chosen candidates in each scenario. */
    double[] sums(List<Integer> chosen) {
        double[] sums = new double[scenarios()];
        for (int i : chosen) {
            for (int scenario = 0; scenario < sums.length; scenario++) {
                sums[scenario] += coefficients[i][scenario];
            }
        }
        return sums;
    }

    /** Whether a sum in a scenario lies outside, by more than rounding does to what the candidates come to together. */
    boolean isBroken(double sum, double slack) {
        return sum > upper + slack || sum < lower - slack;
    }

    /** By how much a sum may miss a limit through rounding alone. */
    double slack() {
        double greatest = 0;
        for (int scenario = 0; scenario < scenarios(); scenario++) {
            double size = 0;
            for (double[] candidate : coefficients) {
                size += Math.abs(candidate[scenario]);
            }
            greatest = Math.max(greatest, size);
        }
        return Rule.slack(greatest);
    }

    /** Whether a set breaks it in no more scenarios than it may. */
    boolean holds(List<Integer> chosen) {
        double slack = slack();
        int broken = 0;
        for (double sum : sums(chosen)) {
            broken += isBroken(sum, slack) ? 1 : 0;
        }
        return broken <= mostBroken;
    }

    /**
     * Rules of one scenario that every set keeps to which keeps to this one often enough. Of any scenarios a set keeps to the limit
     * in all but so many; in those its candidates come together to no less than each of them does in as many scenarios as are
     * cheapest for it alone. Told of all scenarios, of those in which candidates come to most, and of a number between.
     */
    List<Rule> relaxed() {
        if (isTheSameInAllScenarios()) {
            return List.of(new Rule(words, coefficientsIn(0), lower, upper));
        }
        List<Integer> ranked = IntStream.range(0, scenarios())
                .boxed()
                .sorted(Comparator.comparingDouble(this::towardsTheLimit).reversed())
                .toList();
        int fewest = mostBroken + 1;
        return IntStream.of(fewest, (fewest + scenarios()) / 2, scenarios())
                .distinct()
                .filter(count -> count >= fewest && count <= scenarios())
                .mapToObj(count -> bounding(ranked.subList(0, count)))
                .toList();
    }

    /**
     * A rule of one scenario that sets are likely to keep to this one by. Spending by several candidates is spread less than that
     * of each, so that something between these two is enough.
     *
     * @param caution 0 where each candidate comes to its mean, 1 where it comes to what it does not exceed often enough by itself
     */
    Rule tightened(double caution) {
        return isTheSameInAllScenarios()
                ? new Rule(words, coefficientsIn(0), lower, upper)
                : ruleOf(
                        candidate -> {
                            double[] ranked = leastFirst(candidate, allScenarios());
                            double mean = Arrays.stream(ranked).sum() / ranked.length;
                            return mean + caution * (ranked[Math.max(0, ranked.length - 1 - mostBroken)] - mean);
                        },
                        0);
    }

    private boolean isTheSameInAllScenarios() {
        return scenarios() == 1 && mostBroken == 0;
    }

    private List<Integer> allScenarios() {
        return IntStream.range(0, scenarios()).boxed().toList();
    }

    private double[] coefficientsIn(int scenario) {
        return Arrays.stream(coefficients).mapToDouble(row -> row[scenario]).toArray();
    }

    /** Whether the limit is a least, and otherwise a most. */
    private boolean isLeast() {
        return Double.isInfinite(upper);
    }

    private double towardsTheLimit(int scenario) {
        double sum = Arrays.stream(coefficientsIn(scenario)).sum();
        return isLeast() ? -sum : sum;
    }

    private Rule bounding(List<Integer> some) {
        int kept = some.size() - mostBroken;
        return ruleOf(
                candidate ->
                        Arrays.stream(leastFirst(candidate, some)).limit(kept).sum() / kept,
                slack());
    }

    /** What a candidate comes to towards the limit. */
    private double[] leastFirst(int candidate, List<Integer> some) {
        return some.stream()
                .mapToDouble(scenario -> (isLeast() ? -1 : 1) * coefficients[candidate][scenario])
                .sorted()
                .toArray();
    }

    private Rule ruleOf(IntToDoubleFunction towardsTheLimit, double slack) {
        double[] own = IntStream.range(0, coefficients.length)
                .mapToDouble(candidate -> (isLeast() ? -1 : 1) * towardsTheLimit.applyAsDouble(candidate))
                .toArray();
        return new Rule(words, own, lower - slack, upper + slack);
    }
}
