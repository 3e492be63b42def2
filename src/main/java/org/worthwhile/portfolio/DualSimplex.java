package org.worthwhile.portfolio;

import java.util.Arrays;
import org.worthwhile.portfolio.WorkingBasis.Basis;

/**
 * The dual simplex method with a small basis (generalised upper bounding: Dantzig and Van Slyke 1967, Journal of Computer
 * and System Sciences 1; dual simplex: Lemke 1954, Naval Research Logistics Quarterly 1). Any choice of keys that are worth
 * most is a basis to begin with, and remains one when columns are forbidden. Nothing rests on its arithmetic being exact:
 * whatever prices it ends with give a bound, which {@link LagrangianBound} works out.
 */
final class DualSimplex {

    private static final double FEASIBLE = 1e-9;
    private static final double PIVOT = 1e-9;

    enum End {
        OPTIMAL,
        INFEASIBLE,
        UNFINISHED
    }

    /** What leaves the basis: an entered column by position, the key of a proposal, or the slack of a rule. */
    private enum Leaving {
        COLUMN,
        KEY,
        RULE
    }

    /**
     * Where a column of a proposal becomes worth as much as its key, as the row of what leaves is added to the prices.
     *
     * @param effect on what leaves
     * @param column that does; -1 if none
     */
    private record Crossing(double ratio, double effect, int column) {
        static final Crossing NONE = new Crossing(Double.POSITIVE_INFINITY, 0, -1);

        boolean before(Crossing other) {
            return ratio < other.ratio || ratio == other.ratio && effect > other.effect;
        }
    }

    private final IntegerProgramme programme;
    private final int rules;
    private final double[] coefficients;
    private final boolean[] allowed;
    private final WorkingBasis basis;
    private final double[] weights;
    private int[][] open = new int[0][];
    private Leaving leaving = Leaving.COLUMN;
    private int leavingAt;
    private double outside;
    private double direction;
    private long work;

    DualSimplex(IntegerProgramme programme) {
        this.programme = programme;
        this.rules = programme.rules();
        this.coefficients = programme.coefficients();
        this.allowed = new boolean[programme.values().length];
        this.basis = new WorkingBasis(programme);
        this.weights = new double[rules];
    }

    /**
     * Solves the relaxation in which parts of columns may be chosen.
     *
     * @param columns that may be chosen, by open proposal
     * @param sums of the rules that come from proposals that are not open
     * @param from a basis of the same proposals, in which more columns may be allowed; {@link Basis#NONE} to begin anew
     * @param mostPivots after which it ends unfinished
     */
    End solve(int[][] columns, double[] sums, Basis from, int mostPivots) {
        open = columns;
        allow(true);
        basis.begin(columns, allowed, sums, from);
        End end = pivot(mostPivots);
        allow(false);
        basis.end();
        return end;
    }

    private void allow(boolean whether) {
        for (int[] proposal : open) {
            for (int j : proposal) {
                allowed[j] = whether;
            }
        }
    }

    private End pivot(int most) {
        for (int count = 0; count < most; count++) {
            work += (long) open.length * (basis.size() + 1);
            if (!basis.factor()) {
                return End.UNFINISHED;
            }
            if (!findLeaving()) {
                return End.OPTIMAL;
            }
            if (!enter()) {
                return End.INFEASIBLE;
            }
        }
        return End.UNFINISHED;
    }

    /** Finds what is furthest outside its limits, if anything is, and lays out its row. */
    private boolean findLeaving() {
        outside = FEASIBLE;
        direction = 0;
        for (int e = 0; e < basis.size(); e++) {
            int proposal = basis.enteredAt(e);
            consider(Leaving.COLUMN, e, basis.share(e), allowed[basis.entered(e)]);
            consider(Leaving.KEY, proposal, basis.keyShare(proposal), allowed[basis.key(proposal)]);
        }
        for (int rule = 0; rule < rules; rule++) {
            if (!basis.isTight(rule)) {
                double sum = basis.ruleSum(rule);
                consider(Leaving.RULE, rule, programme.lowest()[rule] - sum, 1.0);
                consider(Leaving.RULE, rule, sum - programme.highest()[rule], -1.0);
            }
        }
        if (direction == 0) {
            return false;
        }
        if (leaving == Leaving.KEY) {
            leavingAt = basis.swapKey(leavingAt);
            leaving = Leaving.COLUMN;
            basis.factor();
        }
        layOut();
        return true;
    }

    /** A share must not be below zero, and a forbidden column's not above either. */
    private void consider(Leaving what, int at, double share, boolean mayBePositive) {
        consider(what, at, -share, 1.0);
        if (!mayBePositive) {
            consider(what, at, share, -1.0);
        }
    }

    private void consider(Leaving what, int at, double by, double way) {
        if (by > outside) {
            outside = by;
            leaving = what;
            leavingAt = at;
            direction = way;
        }
    }

    private void layOut() {
        Arrays.fill(weights, 0);
        boolean rule = leaving == Leaving.RULE;
        if (rule) {
            weights[leavingAt] = 1;
        }
        for (int e = 0; e < basis.size(); e++) {
            double weight = rule ? basis.difference(leavingAt, e) : e == leavingAt ? 1 : 0;
            for (int t = 0; t < basis.size(); t++) {
                weights[basis.tight(t)] -= weight * basis.inverse(e, t);
            }
        }
    }

    /**
     * Lets in what keeps every reduced value at most zero; false if nothing can move what leaves. Keys that are basic alone
     * are exchanged on the way for as long as what leaves stays outside its limits: the long step of the dual simplex method.
     */
    private boolean enter() {
        int slack = -1;
        Crossing ofSlack = Crossing.NONE;
        for (int t = 0; t < basis.size(); t++) {
            int rule = basis.tight(t);
            double effect = -direction * weights[rule] * (basis.atHighest(t) ? -1 : 1);
            if (effect > PIVOT && programme.lowest()[rule] < programme.highest()[rule]) {
                Crossing crossing = new Crossing(Math.abs(basis.price(rule)) / effect, effect, -1);
                if (crossing.before(ofSlack)) {
                    ofSlack = crossing;
                    slack = t;
                }
            }
        }
        boolean[] shared = basis.shared();
        Crossing[] crossings = new Crossing[open.length];
        for (int p = 0; p < open.length; p++) {
            crossings[p] = next(p);
        }
        double left = outside;
        int first = first(crossings);
        while (first >= 0 && crossings[first].ratio <= ofSlack.ratio) {
            Crossing crossing = crossings[first];
            left -= crossing.effect;
            if (shared[first] || left <= FEASIBLE) {
                letIn(crossing.column, first);
                return true;
            }
            basis.changeKey(first, crossing.column);
            crossings[first] = next(first);
            first = first(crossings);
        }
        if (slack >= 0) {
            letIn(slack);
        }
        return slack >= 0;
    }

    private Crossing next(int proposal) {
        int key = basis.key(proposal);
        double ofKey = weighted(key);
        double worth = basis.reduced(key);
        Crossing next = Crossing.NONE;
        for (int j : open[proposal]) {
            double effect = basis.isBasic(j) ? 0 : direction * (weighted(j) - ofKey);
            if (effect > PIVOT) {
                Crossing crossing = new Crossing(Math.max(0, worth - basis.reduced(j)) / effect, effect, j);
                next = crossing.before(next) ? crossing : next;
            }
        }
        work += open[proposal].length * (2L * basis.size() + 2);
        return next;
    }

    /** The proposal with the crossing that comes first; -1 if there is none. */
    private static int first(Crossing[] crossings) {
        int first = -1;
        for (int p = 0; p < crossings.length; p++) {
            if (crossings[p].column >= 0 && (first < 0 || crossings[p].before(crossings[first]))) {
                first = p;
            }
        }
        return first;
    }

    private double weighted(int j) {
        double sum = leaving == Leaving.RULE ? coefficients[j * rules + leavingAt] : 0;
        for (int t = 0; t < basis.size(); t++) {
            sum += weights[basis.tight(t)] * coefficients[j * rules + basis.tight(t)];
        }
        return sum;
    }

    private void letIn(int column, int proposal) {
        if (leaving == Leaving.RULE) {
            basis.enter(column, proposal, leavingAt, direction < 0);
        } else {
            basis.enter(column, proposal, leavingAt);
        }
    }

    /** A tight rule's slack takes the place of what leaves. */
    private void letIn(int slack) {
        if (leaving == Leaving.RULE) {
            basis.tighten(slack, leavingAt, direction < 0);
        } else {
            basis.leave(leavingAt, slack);
        }
    }

    /** What it ended with. */
    WorkingBasis basis() {
        return basis;
    }

    /** By rule, with what weights rules contradict each other, where it ended infeasible. */
    double[] contradiction() {
        return weights.clone();
    }

    /** How much was computed, in multiplications about. */
    long work() {
        return work;
    }
}
