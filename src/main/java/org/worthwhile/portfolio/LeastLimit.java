package org.worthwhile.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.worthwhile.portfolio.PortfolioSolver.Solution;

/** The least that a limit must be for some choice to keep to it and to all other rules. */
final class LeastLimit {

    private static final double PENCE = 100;

    private LeastLimit() {}

    /** Money to the penny, such as {@code 1,500,000} or {@code 20.50}. */
    static String words(double amount) {
        return String.format(Locale.UK, "%,.2f", amount).replaceAll("\\.00$", "");
    }

    /**
     * The least, in whole pence upwards.
     *
     * @param limit one of the rules
     * @param mostWork after which the search stops, in multiplications about
     * @return empty where nothing keeps to the others, or the search stopped
     */
    static OptionalDouble of(ChoiceColumns columns, List<Rule> rules, Rule limit, long mostWork) {
        double[] saved =
                Arrays.stream(limit.coefficients()).map(taken -> -taken).toArray();
        List<Rule> others = rules.stream().filter(rule -> rule != limit).toList();
        return new PortfolioSolver(columns, saved).solve(others, List.of(), mostWork) instanceof Solution least
                        && least.proven()
                ? OptionalDouble.of(Math.ceil(-least.value() * PENCE - Rule.slack(0)) / PENCE)
                : OptionalDouble.empty();
    }
}
