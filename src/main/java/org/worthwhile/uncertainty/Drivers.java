package org.worthwhile.uncertainty;

import static org.worthwhile.uncertainty.SampleStatistics.correlation;
import static org.worthwhile.uncertainty.SampleStatistics.ranks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.VarianceIndex;

/**
 * What drives an option: the rank correlation of each input with its net present social value. Where inputs are drawn
 * independently, the squares scaled to sum 1 are the shares of what is explained of the variance of ranks (Saltelli and
 * others 2008, section 1.2.6), and Sobol's indices those of the variance itself; where some depend on each other, an input
 * correlates with what only another one moves, and no share is given.
 */
final class Drivers {

    /** The trials, first ones of each replicate, whose ranks are correlated. */
    private static final int RANKED = 10_000;

    /** Evaluations for indices: at most so many, and so many for each trial; fewer where lines are worked out year by year. */
    private static final int MOST_EVALUATIONS = 1 << 18;

    private static final int EVALUATIONS = 2;
    private static final int MOST_BENT = 1 << 14;

    private final Simulation simulation;
    private final Replicates ranked;

    /** Of each input its position among independent sources. */
    private final int[] sources;

    /** By option and source; empty where inputs depend on each other. */
    private final List<List<VarianceIndex>> indices;

    Drivers(Simulation simulation, AppraisalCase basis, long seed) {
        this.simulation = simulation;
        this.ranked = Replicates.of(Math.min(RANKED, simulation.trials()));
        List<UncertainInput> inputs = simulation.inputs();
        this.sources = sources(inputs);
        this.indices = whyNoShares(inputs, basis.proposal()).isEmpty() && !inputs.isEmpty()
                ? indices(basis, inputs, sources, simulation.trials(), seed)
                : List.of();
    }

    /** Why no input has a share of variance; empty where they have. */
    static Optional<String> whyNoShares(List<UncertainInput> inputs, Proposal proposal) {
        boolean isJoint = JointSample.of(proposal.parameters(), inputs).stream()
                .anyMatch(sample -> sample.inputs().size() > 1);
        return proposal.correlations().isEmpty() && !isJoint
                ? Optional.empty()
                : Optional.of("inputs that depend on one another have no shares of variance of their own");
    }

    /** Several inputs that stand for one truth are one source of variance. */
    private static int[] sources(List<UncertainInput> inputs) {
        int[] sources = new int[inputs.size()];
        int count = 0;
        for (int input = 0; input < sources.length; input++) {
            UncertainInput own = inputs.get(input);
            int first = IntStream.range(0, input)
                    .filter(other -> inputs.get(other).isSameTruthAs(own))
                    .findFirst()
                    .orElse(-1);
            sources[input] = first < 0 ? count++ : sources[first];
        }
        return sources;
    }

    private static List<List<VarianceIndex>> indices(
            AppraisalCase basis, List<UncertainInput> inputs, int[] sources, int trials, long seed) {
        CompiledCase compiled = CompiledCase.ofMoney(basis, inputs);
        List<Quantile> quantiles = inputs.stream().map(Quantile::of).toList();
        List<List<Integer>> members = new ArrayList<>();
        for (int input = 0; input < sources.length; input++) {
            if (sources[input] == members.size()) {
                members.add(new ArrayList<>());
            }
            members.get(sources[input]).add(input);
        }
        VarianceIndices.Values values = (source, probabilities) -> members.get(source).stream()
                .map(input -> {
                    UncertainInput first = inputs.get(members.get(source).getFirst());
                    double[] drawn = new double[probabilities.length];
                    for (int trial = 0; trial < drawn.length; trial++) {
                        drawn[trial] = inputs.get(input).together(first, probabilities[trial]);
                    }
                    quantiles.get(input).turn(drawn, drawn.length);
                    return drawn;
                })
                .toArray(double[][]::new);
        VarianceIndices.Model model = (drawn, found) -> {
            double[][] draws = new double[inputs.size()][];
            for (int source = 0; source < drawn.length; source++) {
                for (int place = 0; place < drawn[source].length; place++) {
                    draws[members.get(source).get(place)] = drawn[source][place];
                }
            }
            int count = found[0].length;
            double[][] pvb = new double[found.length][count];
            double[][] pvc = new double[found.length][count];
            compiled.evaluate(draws, count, pvb, pvc);
            Simulation.subtract(pvb, pvc, count, found, 0);
        };
        int most = compiled.isBent() ? MOST_BENT : MOST_EVALUATIONS;
        return VarianceIndices.of(
                model,
                values,
                members.size(),
                compiled.options(),
                (int) Math.min(most, (long) EVALUATIONS * trials),
                seed);
    }

    /** Those of an option, the strongest first. */
    List<Driver> of(int option) {
        double[] ranks = ranks(simulation.replicates().first(ranked, simulation.npsv()[option]));
        double[] correlations = IntStream.range(0, simulation.inputs().size())
                .parallel()
                .mapToDouble(input -> correlation(
                        ranks, ranks(simulation.kept().first(ranked, simulation.values()[input]))))
                .toArray();
        double explained = IntStream.range(0, correlations.length)
                .filter(input -> IntStream.range(0, input).noneMatch(other -> sources[other] == sources[input]))
                .mapToDouble(input -> correlations[input] * correlations[input])
                .sum();
        return IntStream.range(0, correlations.length)
                .filter(input -> correlations[input] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(input -> -Math.abs(correlations[input])))
                .map(input -> driver(option, input, correlations[input], explained))
                .toList();
    }

    private Driver driver(int option, int input, double correlation, double explained) {
        double square = correlation * correlation;
        boolean hasIndex = !indices.isEmpty() && !indices.get(option).isEmpty();
        return new Driver(
                simulation.inputs().get(input).path(),
                new Estimate(correlation, (1 - square) / Math.sqrt(ranked.trials() - 1.0)),
                indices.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(square / explained),
                hasIndex ? Optional.of(indices.get(option).get(sources[input])) : Optional.empty());
    }
}
