package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Scenario;

/** One input at a time, and named sets of changes. */
final class Sensitivity {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final double NARROWEST = 1e-9;
    private static final int STEPS = 32;
    private static final int MOST_EVALUATIONS = 200;
    private static final double ACCURACY = 1e-12;

    private final AppraisalCase basis;
    private final CompiledCase compiled;
    private final double[] base;

    Sensitivity(AppraisalCase basis, List<UncertainInput> inputs) {
        this.basis = basis;
        this.compiled = new CompiledCase(basis, inputs);
        this.base = inputs.stream().mapToDouble(UncertainInput::base).toArray();
    }

    /** Bars of every uncertain input and every option that it moves, the widest first. */
    List<UncertaintyResult.Bar> tornado() {
        List<UncertaintyResult.Bar> bars = new ArrayList<>();
        for (int input = 0; input < base.length; input++) {
            Quantile quantile = Quantile.of(compiled.inputs().get(input));
            double low = quantile.at(LOW);
            double high = quantile.at(HIGH);
            double[] atLow = together(input, LOW);
            double[] atHigh = together(input, HIGH);
            for (int option = 0; option < atLow.length; option++) {
                if (atLow[option] != atHigh[option]) {
                    bars.add(new UncertaintyResult.Bar(
                            compiled.inputs().get(input).path(),
                            options().get(option).id(),
                            low,
                            high,
                            atLow[option],
                            atHigh[option]));
                }
            }
        }
        bars.sort(Comparator.comparingDouble(
                (UncertaintyResult.Bar bar) -> -Math.abs(bar.npsvAtHigh() - bar.npsvAtLow())));
        return bars;
    }

    /** Switching values of every uncertain input for each option that it moves, over all but a billionth of its range. */
    List<UncertaintyResult.Switching> switching() {
        List<UncertaintyResult.Switching> switching = new ArrayList<>();
        for (int i = 0; i < base.length; i++) {
            int input = i;
            Quantile quantile = Quantile.of(compiled.inputs().get(input));
            double from = Math.min(quantile.at(NARROWEST), quantile.at(1 - NARROWEST));
            double to = Math.max(quantile.at(NARROWEST), quantile.at(1 - NARROWEST));
            double[] atFrom = at(input, from);
            double[] atTo = at(input, to);
            for (int o = 0; o < atFrom.length; o++) {
                int option = o;
                if (atFrom[option] != atTo[option]) {
                    switching.add(new UncertaintyResult.Switching(
                            compiled.inputs().get(input).path(),
                            options().get(option).id(),
                            base[input],
                            from,
                            to,
                            root(value -> at(input, value)[option], from, to, base[input]),
                            atFrom.length < 2
                                    ? Optional.empty()
                                    : root(value -> lead(at(input, value), option), from, to, base[input])));
                }
            }
        }
        return switching;
    }

    /** Every scenario of the proposal, by re-appraising the changed proposal. */
    List<UncertaintyResult.ScenarioResult> scenarios() {
        List<UncertaintyResult.ScenarioResult> results = new ArrayList<>();
        for (Scenario scenario : basis.proposal().scenarios()) {
            Appraisal appraisal =
                    Appraiser.appraise(basis.withProposal(InputChange.apply(basis.proposal(), scenario.set())));
            results.add(new UncertaintyResult.ScenarioResult(
                    scenario.id(),
                    scenario.title(),
                    appraisal.options().stream().map(OptionResult::npsv).toList()));
        }
        return results;
    }

    private List<Option> options() {
        return basis.proposal().options();
    }

    /** The options' values with an input, and all that stand for the same truth, at a percentile. */
    private double[] together(int input, double probability) {
        UncertainInput leader = compiled.inputs().get(input);
        double[] values = base.clone();
        for (int other = 0; other < values.length; other++) {
            UncertainInput follower = compiled.inputs().get(other);
            if (other == input || (!leader.truth().isEmpty() && follower.truth().equals(leader.truth()))) {
                values[other] = Quantile.of(follower).at(follower.together(leader, probability));
            }
        }
        return compiled.npsv(values);
    }

    private double[] at(int input, double value) {
        double[] values = base.clone();
        values[input] = value;
        return compiled.npsv(values);
    }

    private static double lead(double[] npsv, int option) {
        double best = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < npsv.length; other++) {
            best = other == option ? best : Math.max(best, npsv[other]);
        }
        return npsv[option] - best;
    }

    /** The root nearest to the central value. */
    private static Optional<Double> root(DoubleUnaryOperator function, double from, double to, double centre) {
        Optional<Double> nearest = Optional.empty();
        double left = from;
        double atLeft = function.applyAsDouble(left);
        for (int step = 1; step <= STEPS; step++) {
            double right = from + (to - from) * step / STEPS;
            double atRight = function.applyAsDouble(right);
            Optional<Double> found = Optional.empty();
            if (atLeft == 0) {
                found = Optional.of(left);
            } else if (atLeft * atRight < 0) {
                double accuracy = ACCURACY * Math.max(Math.abs(left), Math.abs(right));
                found = Optional.of(new BrentSolver(ACCURACY, accuracy, 0)
                        .solve(MOST_EVALUATIONS, function::applyAsDouble, left, right));
            }
            if (found.isPresent()
                    && (nearest.isEmpty() || Math.abs(found.get() - centre) < Math.abs(nearest.get() - centre))) {
                nearest = found;
            }
            left = right;
            atLeft = atRight;
        }
        return nearest.isEmpty() && atLeft == 0 ? Optional.of(left) : nearest;
    }
}
