package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.proposal.Role;
import org.worthwhile.uncertainty.Measure;
import org.worthwhile.uncertainty.Measure.Present;
import org.worthwhile.uncertainty.Measure.PublicSpending;
import org.worthwhile.uncertainty.MonteCarloError;
import org.worthwhile.uncertainty.PortfolioTrials;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.Uncertainty;

/**
 * What candidates are worth, cost and spend in scenarios that are equally likely. All are by candidate and scenario.
 *
 * @param values of the objective
 * @param costs present values of net public cost
 * @param taken from each limit of the constraints, in their order
 * @param spent all public spending of all years, real and before savings
 * @param error by which figures of the scenarios err
 */
public record Scenarios(
        double[][] values, double[][] costs, List<double[][]> taken, double[][] spent, MonteCarloError error) {
    public Scenarios {
        taken = List.copyOf(taken);
    }

    /**
     * Simulated scenarios. What proposals share is drawn once, and one that may begin in several years has the same draws in all.
     *
     * @param written cases whose options are the candidates, in their order
     * @throws InvalidInput if the rank correlations cannot all hold, or much of a distribution
     *     is of what cannot be
     */
    public static Scenarios simulate(
            List<AppraisalCase> written, Constraints constraints, int trials, long seed, int threads) {
        List<AppraisalCase> cases = Candidate.starting(written, constraints);
        List<Measure> measures = new ArrayList<>(List.of(
                switch (constraints.objective()) {
                    case NPSV -> Present.NPSV;
                    case WEIGHTED_NPSV -> Present.WEIGHTED_NPSV;
                    case PVB -> Present.PVB;
                    case PUBLIC_SAVING -> Present.PUBLIC_COST;
                },
                Present.PUBLIC_COST,
                new PublicSpending((_, _) -> true)));
        for (Limit limit : constraints.limits()) {
            measures.add(limit.spending());
        }
        PortfolioTrials simulated = Uncertainty.draws(cases, measures, trials, seed, Sampling.LATIN_HYPERCUBE, threads);
        List<double[][]> byMeasure = new ArrayList<>();
        for (int measure = 0; measure < measures.size(); measure++) {
            byMeasure.add(byCandidate(cases, simulated, measure));
        }
        double[][] values = constraints.objective() == Objective.PUBLIC_SAVING
                ? negative(byMeasure.getFirst())
                : byMeasure.getFirst();
        return new Scenarios(
                values, byMeasure.get(1), byMeasure.subList(3, byMeasure.size()), byMeasure.get(2), simulated.error());
    }

    private static double[][] byCandidate(List<AppraisalCase> cases, PortfolioTrials simulated, int measure) {
        List<double[]> candidates = new ArrayList<>();
        for (int proposal = 0; proposal < cases.size(); proposal++) {
            var options = cases.get(proposal).proposal().options();
            for (int option = 0; option < options.size(); option++) {
                if (options.get(option).role() != Role.BUSINESS_AS_USUAL) {
                    candidates.add(simulated.values().get(proposal)[measure][option]);
                }
            }
        }
        return candidates.toArray(double[][]::new);
    }

    private static double[][] negative(double[][] values) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).map(value -> -value).toArray())
                .toArray(double[][]::new);
    }

    /** With what interactions come to besides, which is the same in every scenario, as further rows. */
    Scenarios with(ChoiceColumns columns, Constraints constraints) {
        List<Candidate> interactions =
                columns.all().subList(columns.candidates(), columns.all().size());
        return interactions.isEmpty()
                ? this
                : new Scenarios(
                        extended(values, interactions, each -> each.value(constraints.objective())),
                        extended(costs, interactions, Candidate::cost),
                        IntStream.range(0, taken.size())
                                .mapToObj(k -> extended(
                                        taken.get(k),
                                        interactions,
                                        constraints.limits().get(k)::taken))
                                .toList(),
                        extended(spent, interactions, Candidate::spent),
                        error);
    }

    private double[][] extended(double[][] rows, List<Candidate> more, ToDoubleFunction<Candidate> constant) {
        return Stream.concat(Arrays.stream(rows), more.stream().map(each -> {
                    double[] row = new double[count()];
                    Arrays.fill(row, constant.applyAsDouble(each));
                    return row;
                }))
                .toArray(double[][]::new);
    }

    int count() {
        return values.length == 0 ? 0 : values[0].length;
    }

    double[] valuesIn(int scenario) {
        return Arrays.stream(values).mapToDouble(row -> row[scenario]).toArray();
    }

    /** What candidates cost and spend in a scenario under constraints whose limits are those of {@link #taken}. */
    Rule.Money in(int scenario, Constraints constraints) {
        return new Rule.Money() {
            @Override
            public double cost(int candidate) {
                return costs[candidate][scenario];
            }

            @Override
            public double taken(Limit limit, int candidate) {
                return taken.get(constraints.limits().indexOf(limit))[candidate][scenario];
            }

            @Override
            public double spent(int candidate) {
                return spent[candidate][scenario];
            }
        };
    }
}
