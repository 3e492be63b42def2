package org.worthwhile.monitoring;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.LineValues;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.uncertainty.InputTrials;

/** One line of an option in each trial. */
abstract sealed class LineTrials {

    private static final int BLOCK = 256;

    final AppraisalCase basis;
    final LineValues values;
    final InputTrials.Line drawn;
    final FinancialYear baseYear;
    private final int trials;

    private LineTrials(AppraisalCase basis, LineValues values, InputTrials draws, String option, String line) {
        this.basis = basis;
        this.values = values;
        this.drawn = draws.line(option, line);
        this.trials = draws.trials();
        this.baseYear = basis.proposal().appraisal().baseYear();
    }

    static LineTrials of(CostLine cost, AppraisalCase basis, LineValues values, InputTrials draws, String option) {
        return new OfCost(cost, basis, values, draws, option);
    }

    static LineTrials of(Impact impact, AppraisalCase basis, LineValues values, InputTrials draws, String option) {
        return new OfImpact(impact, basis, values, draws, option);
    }

    /** The line in one state of the world. */
    interface State {

        /** What was to be recorded of a step in a year, at the prices of the appraisal; not a number of a step that it has not. */
        double measured(Step step, FinancialYear year);

        /** The same state with people as they were counted. */
        State with(Known known);

        /** What each year adds to net present social value, what is known in the place of what was forecast. */
        double[] present(Known known);

        /** The same of those taken in before a year, as far as it comes whatever becomes of others. */
        double[] presentOfIntakesBefore(FinancialYear year, Known known);
    }

    /** The line at its central values. */
    abstract State central();

    /** The line in a trial. */
    abstract State in(int trial);

    /** Figures of every trial, by figure and trial, worked out once where all trials are the same. */
    double[][] figures(int count, IntFunction<double[]> ofTrial) {
        double[][] figures = new double[count][trials];
        if (drawn.isCertain()) {
            double[] all = ofTrial.apply(0);
            for (int i = 0; i < count; i++) {
                Arrays.fill(figures[i], all[i]);
            }
            return figures;
        }
        IntStream.range(0, (trials + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            for (int trial = block * BLOCK; trial < Math.min(trials, (block + 1) * BLOCK); trial++) {
                double[] found = ofTrial.apply(trial);
                for (int i = 0; i < count; i++) {
                    figures[i][trial] = found[i];
                }
            }
        });
        return figures;
    }

    private static double[] discounted(double[] flows, Flows factors, double weight) {
        double[] present = new double[flows.length];
        for (int t = 0; t < flows.length; t++) {
            present[t] = weight * flows[t] * factors.at(t);
        }
        return present;
    }

    private static final class OfCost extends LineTrials {

        private final CostLine cost;
        private final double sign;
        private final double weight;

        private OfCost(CostLine cost, AppraisalCase basis, LineValues values, InputTrials draws, String option) {
            super(basis, values, draws, option, cost.id());
            this.cost = cost;
            this.sign = cost.kind().reducesCost() ? -1 : 1;
            LineValues.Counted counted = values.counted(cost);
            this.weight = cost.isCounted() ? counted.benefit() - counted.cost() : 0;
        }

        @Override
        State central() {
            return new Spent(values.flowsOf(cost).toArray());
        }

        @Override
        State in(int trial) {
            return new Spent(
                    values.flowsOf(InputChange.apply(cost, drawn.in(trial))).toArray());
        }

        private final class Spent implements State {

            private final double[] flows;

            private Spent(double[] flows) {
                this.flows = flows;
            }

            @Override
            public double measured(Step step, FinancialYear year) {
                return step == Step.SPEND ? sign * flows[year.since(baseYear)] : Double.NaN;
            }

            @Override
            public State with(Known known) {
                return this;
            }

            @Override
            public double[] present(Known known) {
                double[] replaced = flows.clone();
                known.spend().forEach((year, money) -> replaced[year.since(baseYear)] = sign * money);
                return discounted(replaced, values.factors(false), weight);
            }

            @Override
            public double[] presentOfIntakesBefore(FinancialYear year, Known known) {
                return new double[flows.length];
            }
        }
    }

    private static final class OfImpact extends LineTrials {

        private final Impact impact;
        private final double weight;

        private OfImpact(Impact impact, AppraisalCase basis, LineValues values, InputTrials draws, String option) {
            super(basis, values, draws, option, impact.id());
            this.impact = impact;
            LineValues.Counted counted = values.counted(impact);
            this.weight = counted.benefit() - counted.cost();
        }

        @Override
        State central() {
            return new Reached(impact);
        }

        @Override
        State in(int trial) {
            return new Reached(InputChange.apply(impact, drawn.in(trial)));
        }

        private final class Reached implements State {

            private final Impact drawnImpact;
            private final ImpactResult forecast;

            private Reached(Impact drawnImpact) {
                this.drawnImpact = drawnImpact;
                this.forecast = values.resultOf(drawnImpact);
            }

            @Override
            public double measured(Step step, FinancialYear year) {
                return switch (step) {
                    case SPEND -> Double.NaN;
                    case OUTCOME -> forecast.quantity().at(year.since(baseYear));
                    case INTAKE, ELIGIBLE, ENGAGED, COMPLETED ->
                        Chain.people(drawnImpact, step, year).orElse(Double.NaN);
                };
            }

            @Override
            public Reached with(Known known) {
                return known.people().isEmpty() ? this : new Reached(Chain.with(drawnImpact, known.people()));
            }

            @Override
            public double[] present(Known known) {
                ImpactResult result = with(known).forecast;
                double[] money = result.flows().toArray();
                known.outcomes().forEach((year, units) -> {
                    int t = year.since(baseYear);
                    money[t] = units * result.unitValues().at(t);
                });
                return discounted(money, values.factors(impact.health()), weight);
            }

            @Override
            public double[] presentOfIntakesBefore(FinancialYear year, Known known) {
                if (!Chain.isOfPeople(impact)) {
                    return new double[basis.proposal().appraisal().years()];
                }
                Impact earlier =
                        Chain.ofIntakes(Chain.with(drawnImpact, known.people()), intake -> intake.compareTo(year) < 0);
                return discounted(values.resultOf(earlier).flows().toArray(), values.factors(impact.health()), weight);
            }
        }
    }
}
