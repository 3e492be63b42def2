package org.worthwhile.uncertainty;

import static org.worthwhile.uncertainty.SampleStatistics.correlation;
import static org.worthwhile.uncertainty.SampleStatistics.ranks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/**
 * What drives an option: the rank correlation of each input with its net present social value. Where inputs are drawn
 * independently, the squares scaled to sum 1 are the shares of what is explained of the variance of ranks (Saltelli and
 * others 2008, section 1.2.6); where some depend on each other, an input correlates with what only another one moves, and no
 * share is given.
 */
final class Drivers {

    /** The trials, first ones of each replicate, whose ranks are correlated. */
    private static final int RANKED = 10_000;

    private final Simulation simulation;
    private final Replicates ranked;
    private final boolean areIndependent;

    Drivers(Simulation simulation, Proposal proposal) {
        this.simulation = simulation;
        this.ranked = Replicates.of(Math.min(RANKED, simulation.trials()));
        this.areIndependent = whyNoShares(simulation.inputs(), proposal).isEmpty();
    }

    /** Why no input has a share of variance; empty where they have. */
    static Optional<String> whyNoShares(List<UncertainInput> inputs, Proposal proposal) {
        boolean isJoint = JointSample.of(proposal.parameters(), inputs).stream()
                .anyMatch(sample -> sample.inputs().size() > 1);
        return proposal.correlations().isEmpty() && !isJoint
                ? Optional.empty()
                : Optional.of("inputs that depend on one another have no shares of variance of their own");
    }

    /** Those of an option, the strongest first. */
    List<Driver> of(double[] npsv) {
        double[] ranks = ranks(simulation.replicates().first(ranked, npsv));
        double[] correlations = IntStream.range(0, simulation.inputs().size())
                .parallel()
                .mapToDouble(input -> correlation(
                        ranks, ranks(simulation.kept().first(ranked, simulation.values()[input]))))
                .toArray();
        double explained = IntStream.range(0, correlations.length)
                .filter(this::isFirstForItsTruth)
                .mapToDouble(input -> correlations[input] * correlations[input])
                .sum();
        return IntStream.range(0, correlations.length)
                .filter(input -> correlations[input] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(input -> -Math.abs(correlations[input])))
                .map(input -> driver(input, correlations[input], explained))
                .toList();
    }

    /** Several inputs that stand for one truth are one source of variance. */
    private boolean isFirstForItsTruth(int input) {
        List<UncertainInput> inputs = simulation.inputs();
        return inputs.subList(0, input).stream().noneMatch(inputs.get(input)::isSameTruthAs);
    }

    private Driver driver(int input, double correlation, double explained) {
        double square = correlation * correlation;
        return new Driver(
                simulation.inputs().get(input).path(),
                new Estimate(correlation, (1 - square) / Math.sqrt(ranked.trials() - 1.0)),
                areIndependent ? OptionalDouble.of(square / explained) : OptionalDouble.empty());
    }
}
