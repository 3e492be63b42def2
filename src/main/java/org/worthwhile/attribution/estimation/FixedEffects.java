package org.worthwhile.attribution.estimation;

import java.util.List;

/**
 * Takes fixed effects out of variables: the residual of a weighted regression on the groups' dummies. A single effect is its
 * group means. Of several, the one with most groups is eliminated exactly and the others are found by conjugate gradients
 * (see {@link EffectEquations}), which reach the solution where sweeping group means in turn slows to a halt. A solution
 * counts only once its residuals, computed anew from the variable, are orthogonal to every group.
 */
public final class FixedEffects {

    /** The error of a solution in the weighted norm, as a share of the variable's own length about its group means. */
    private static final double AIM = 1e-13;

    /** What rounding may leave of it where effects hang together by few rows. */
    private static final double ACCEPTED = 1e-10;

    private static final int MOST_ROUNDS = 8;
    private static final int MOST_STEPS = 50_000;

    private final List<Grouping> effects;
    private final EffectRows rows;
    private final EffectEquations equations;

    private FixedEffects(List<Grouping> effects, double[] weights) {
        this.effects = List.copyOf(effects);
        this.rows = new EffectRows(this.effects, weights);
        this.equations = new EffectEquations(rows);
    }

    /**
     * The effects of the groupings.
     *
     * @param weights of the rows, none below 0; a row of weight 0 takes no part
     */
    public static FixedEffects of(List<Grouping> effects, double[] weights) {
        return new FixedEffects(effects, weights);
    }

    /** The sum over effects of their groups, less one for each effect after the first. */
    int parameters() {
        return effects.stream().mapToInt(Grouping::size).sum() - Math.max(0, effects.size() - 1);
    }

    /**
     * Takes the effects out of a variable.
     *
     * @param variable by row
     */
    public Absorption absorb(double[] variable) {
        double[] residuals = variable.clone();
        if (effects.isEmpty()) {
            return new Absorption.Converged(new double[0][], residuals);
        }
        double[][] solution = rows.zeros();
        EffectRows.Left left = rows.removeMeans(residuals, solution);
        if (effects.size() == 1 || left.square() == 0) {
            return new Absorption.Converged(solution, residuals);
        }
        Absorption answer = solve(
                left.square(),
                solution,
                left.sums(),
                step -> rows.subtract(step, residuals, solution).sums());
        return answer instanceof Absorption.Converged ? new Absorption.Converged(solution, residuals) : answer;
    }

    /**
     * The effects whose fitted values, weighted, have given sums in every group.
     *
     * @param sums by effect and group, consistent with one another; those of groups without weight do not count
     */
    public Absorption withSums(double[][] sums) {
        double square = equations.energy(sums);
        double[][] solution = rows.zeros();
        return square == 0
                ? new Absorption.Converged(solution, new double[rows.weights().length])
                : solve(square, solution, sums, _ -> equations.less(sums, rows.sums(rows.fitted(solution))));
    }

    /** What a step of the solution leaves: the weighted sums of the residuals by effect and group. */
    private interface Remainder {
        double[][] after(double[][] step);
    }

    /**
     * Adds steps to the solution until what they leave is orthogonal to every group.
     *
     * @param square the squared length that errors are held against
     * @param sums what is left by the solution so far
     */
    private Absorption solve(double square, double[][] solution, double[][] sums, Remainder remainder) {
        double aim = AIM * AIM * square;
        double[][] left = sums;
        double error = Double.POSITIVE_INFINITY;
        int steps = 0;
        for (int round = 0; round < MOST_ROUNDS && steps < MOST_STEPS; round++) {
            EffectEquations.Step step = equations.step(left, aim, MOST_STEPS - steps);
            steps += step.count();
            EffectEquations.add(step.effects(), solution);
            left = remainder.after(step.effects());
            double before = error;
            error = equations.energy(left) * step.spread();
            if (error <= aim) {
                return new Absorption.Converged(solution, new double[0]);
            }
            if (error > before / 4) {
                break;
            }
        }
        return error <= ACCEPTED * ACCEPTED * square
                ? new Absorption.Converged(solution, new double[0])
                : new Absorption.NotConverged(steps, Math.sqrt(error / square));
    }

    /** The variable without its effects, which must converge. */
    double[] without(double[] variable) {
        return absorb(variable).orThrow().residuals();
    }
}
