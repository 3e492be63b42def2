package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Option;
import org.worthwhile.uncertainty.SensitivityResult.Switching;

/** Searches where one input, and all that stand for the same truth, would change the answer. */
final class SwitchingValues {

    private static final double NARROWEST = 1e-9;
    private static final int STEPS = 32;
    private static final int MOST_EVALUATIONS = 200;
    private static final double ACCURACY = 1e-12;

    private final List<Option> options;
    private final CompiledCase compiled;
    private final UncertainInput input;

    /**
     * @param input the one to move
     * @param others those that stand for the same truth
     */
    SwitchingValues(AppraisalCase basis, UncertainInput input, List<UncertainInput> others) {
        this.options = basis.proposal().options();
        this.input = input;
        List<UncertainInput> moving = new ArrayList<>(List.of(input));
        moving.addAll(others);
        this.compiled = CompiledCase.ofMoney(basis, moving);
    }

    /** For each option that the input moves, over all but a billionth of the input's range at each end. */
    List<Switching> values() {
        Quantile quantile = Quantile.of(input);
        double from = Math.min(quantile.at(NARROWEST), quantile.at(1 - NARROWEST));
        double to = Math.max(quantile.at(NARROWEST), quantile.at(1 - NARROWEST));
        double[][] grid = new double[STEPS + 1][];
        for (int step = 0; step <= STEPS; step++) {
            grid[step] = at(from + (to - from) * step / STEPS);
        }
        List<Switching> found = new ArrayList<>();
        for (int o = 0; o < options.size(); o++) {
            int option = o;
            if (grid[0][option] != grid[STEPS][option] || grid[0][option] != grid[STEPS / 2][option]) {
                found.add(new Switching(
                        input.path(),
                        options.get(option).id(),
                        input.base(),
                        from,
                        to,
                        root(grid, values -> values[option], from, to),
                        options.size() < 2 ? Optional.empty() : root(grid, values -> lead(values, option), from, to)));
            }
        }
        return found;
    }

    private double[] at(double value) {
        double[] values = new double[compiled.inputs().size()];
        for (int i = 0; i < values.length; i++) {
            double base = compiled.inputs().get(i).base();
            values[i] = i == 0 ? value : input.base() == 0 ? base : base * value / input.base();
        }
        return compiled.npsv(values);
    }

    /** What is made zero. */
    @FunctionalInterface
    private interface Outcome {
        double of(double[] npsv);
    }

    /** The root nearest to the central value. */
    private Optional<Double> root(double[][] grid, Outcome outcome, double from, double to) {
        DoubleUnaryOperator function = value -> outcome.of(at(value));
        Optional<Double> nearest = Optional.empty();
        for (int step = 0; step <= STEPS; step++) {
            double left = from + (to - from) * step / STEPS;
            double atLeft = outcome.of(grid[step]);
            Optional<Double> found = Optional.empty();
            if (atLeft == 0) {
                found = Optional.of(left);
            } else if (step < STEPS && atLeft * outcome.of(grid[step + 1]) < 0) {
                double right = from + (to - from) * (step + 1) / STEPS;
                double accuracy = ACCURACY * Math.max(Math.abs(left), Math.abs(right));
                found = Optional.of(new BrentSolver(ACCURACY, accuracy, 0)
                        .solve(MOST_EVALUATIONS, function::applyAsDouble, left, right));
            }
            if (found.isPresent()
                    && (nearest.isEmpty()
                            || Math.abs(found.get() - input.base()) < Math.abs(nearest.get() - input.base()))) {
                nearest = found;
            }
        }
        return nearest;
    }

    private static double lead(double[] npsv, int option) {
        double best = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < npsv.length; other++) {
            best = other == option ? best : Math.max(best, npsv[other]);
        }
        return npsv[option] - best;
    }
}
