package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.worthwhile.portfolio.DualSimplex.End;
import org.worthwhile.portfolio.WorkingBasis.Basis;

/**
 * What one more pound of budget would add if parts of options could be chosen: the slope, to the right of the budget, of the
 * greatest value of the linear relaxation. At a budget that options fit into exactly the relaxation has many prices, of which
 * this is the least (Aucamp and Steinberg 1982, Journal of the Operational Research Society 33). Options that cost more than the
 * whole budget are in it, as parts of them can be chosen.
 */
final class ShadowPrice {

    private static final double POUND = 1;

    /** A step that the relaxation tells from rounding, as a share of the greatest cost. */
    private static final double LEAST_STEP = 1e-8;

    private static final int MOST_PIVOTS = 200_000;

    private ShadowPrice() {}

    /**
     * The price of the budget.
     *
     * @param values of the columns, in their order
     * @param constraints with a budget
     * @return value for each pound, at least 0; empty where the relaxation could not be solved
     */
    static OptionalDouble of(ChoiceColumns columns, double[] values, Constraints constraints) {
        return ofMore(columns, values, Rule.of(columns.all(), constraints), 0);
    }

    /**
     * What one more pound of a limit would add, likewise.
     *
     * @param k the position of the limit among the rules
     */
    static OptionalDouble ofMore(ChoiceColumns columns, double[] values, List<Rule> rules, int k) {
        return of(columns, values, rules, k, 1);
    }

    /** What one pound less of a limit would take away: the slope to its left, which is no less than that to its right. */
    static OptionalDouble ofLess(ChoiceColumns columns, double[] values, List<Rule> rules, int k) {
        return of(columns, values, rules, k, -1);
    }

    private static OptionalDouble of(ChoiceColumns columns, double[] values, List<Rule> limits, int k, int direction) {
        Rule limit = limits.get(k);
        double greatest =
                Arrays.stream(limit.coefficients()).map(Math::abs).max().orElse(0);
        double step = direction * Math.max(POUND / 2, LEAST_STEP * greatest);
        List<Rule> rules = new ArrayList<>(limits);
        rules.set(k, new Rule(limit.words(), limit.coefficients(), limit.lower(), limit.upper() + step));
        IntegerProgramme relaxation = IntegerProgramme.relaxed(columns.all(), values, columns.linked(rules));
        if (relaxation.impossible()) {
            return OptionalDouble.empty();
        }
        DualSimplex simplex = new DualSimplex(relaxation);
        End end = simplex.solve(relaxation.choices(), new double[relaxation.rules()], Basis.NONE, MOST_PIVOTS);
        if (end != End.OPTIMAL) {
            return OptionalDouble.empty();
        }
        // It is not among the rules of the relaxation where everything fits into it.
        int row = Arrays.binarySearch(relaxation.positions(), k);
        return OptionalDouble.of(
                row < 0
                        ? 0
                        : Math.max(0, simplex.basis().prices()[row] / relaxation.scales()[row]));
    }
}
