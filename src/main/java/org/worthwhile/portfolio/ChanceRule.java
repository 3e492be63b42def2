package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.List;

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
}
