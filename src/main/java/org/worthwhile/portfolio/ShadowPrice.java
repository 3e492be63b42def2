package org.worthwhile.portfolio;

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
     * The price.
     *
     * @param values of the candidates, in their order
     * @param constraints with a budget
     * @return value for each pound, at least 0; empty where the relaxation could not be solved
     */
    static OptionalDouble of(List<Candidate> candidates, double[] values, Constraints constraints) {
        double greatest = candidates.stream()
                .mapToDouble(candidate -> Math.abs(candidate.cost()))
                .max()
                .orElse(0);
        double step = Math.max(POUND / 2, LEAST_STEP * greatest);
        double budget = constraints.budget().orElseThrow();
        List<Rule> rules = Rule.of(candidates, constraints.withBudget(budget + step));
        IntegerProgramme relaxation = IntegerProgramme.relaxed(candidates, values, rules);
        if (relaxation.impossible()) {
            return OptionalDouble.empty();
        }
        DualSimplex simplex = new DualSimplex(relaxation);
        End end = simplex.solve(relaxation.choices(), new double[relaxation.rules()], Basis.NONE, MOST_PIVOTS);
        if (end != End.OPTIMAL) {
            return OptionalDouble.empty();
        }
        // The budget comes first among the rules; it is not there where everything fits into it.
        int row = Arrays.binarySearch(relaxation.positions(), 0);
        return OptionalDouble.of(
                row < 0
                        ? 0
                        : Math.max(0, simplex.basis().prices()[row] / relaxation.scales()[row]));
    }
}
