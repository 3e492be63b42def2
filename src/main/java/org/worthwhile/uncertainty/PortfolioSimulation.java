package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.AppraisalCase;

/**
 * Trials of several cases at once. What stands for the same truth in any of them is one input, which is drawn once a trial,
 * and a correlation that one of them names acts in all. Cases of one proposal, which begin in other years, have the same draws.
 */
final class PortfolioSimulation {

    /** Small, as a block holds the draws of all inputs of all cases. */
    private static final int BLOCK = 64;

    private final List<Part> parts = new ArrayList<>();
    private final List<UncertainInput> inputs = new ArrayList<>();
    private final RankCorrelation correlation;

    /** A case with the position of its first input among those of all. */
    private record Part(
            String proposal,
            MeasuredCase measured,
            Optional<JointSample> joint,
            List<UncertainInput> inputs,
            List<Quantile> quantiles,
            int start) {

        /** The case's own rows of what is drawn for all, which other cases may share. */
        double[][] own(double[][] draws) {
            return Arrays.stream(draws, start, start + inputs.size())
                    .map(double[]::clone)
                    .toArray(double[][]::new);
        }

        /** Whether it is the same proposal, of which nothing but the year in which it begins differs. */
        boolean isOf(AppraisalCase other, List<UncertainInput> others) {
            return proposal.equals(other.proposal().id()) && inputs.size() == others.size();
        }
    }

    PortfolioSimulation(List<AppraisalCase> cases, List<Measure> measures) {
        List<CorrelatedInputs> named = new ArrayList<>();
        for (AppraisalCase basis : cases) {
            List<UncertainInput> own = inputs(basis, measures);
            SimulationRules.requirePossible(own, basis.proposal());
            Optional<Part> same =
                    parts.stream().filter(part -> part.isOf(basis, own)).findFirst();
            if (same.isEmpty()) {
                named.add(CorrelatedInputs.of(basis, own));
            }
            parts.add(new Part(
                    basis.proposal().id(),
                    new MeasuredCase(basis, own, measures),
                    JointSample.of(basis.proposal().parameters(), own),
                    own,
                    own.stream().map(Quantile::of).toList(),
                    same.map(Part::start).orElse(inputs.size())));
            if (same.isEmpty()) {
                inputs.addAll(own);
            }
        }
        this.correlation = RankCorrelation.of(named);
    }

    private static List<UncertainInput> inputs(AppraisalCase basis, List<Measure> measures) {
        return measures.contains(Measure.Present.WEIGHTED_NPSV)
                ? UncertainInputs.ofWeighted(basis)
                : UncertainInputs.of(basis);
    }

    PortfolioTrials run(int trials, long seed, Sampling sampling, int threads) {
        List<double[][][]> values =
                parts.stream().map(part -> part.measured.results(trials)).toList();
        Replicates replicates = Replicates.of(trials);
        List<Replicates.Block> blocks = replicates.blocks(BLOCK);
        return Threads.run(threads, () -> {
            blocks.parallelStream().forEach(block -> run(block, seed, sampling, values));
            return new PortfolioTrials(values, MonteCarloError.of(sampling, replicates, independent(trials)));
        });
    }

    /** No more trials than there are rows of any joint draws. */
    private int independent(int trials) {
        return parts.stream()
                .flatMap(part -> part.joint.stream())
                .mapToInt(sample -> sample.independent(trials))
                .reduce(trials, Math::min);
    }

    private void run(Replicates.Block block, long seed, Sampling sampling, List<double[][][]> values) {
        int count = block.count();
        double[][] draws = new double[inputs.size()][count];
        sampling.fill(draws, seed, block);
        correlation.apply(draws, count);
        Simulation.drawTogether(inputs, draws, count);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double[][] own = part.own(draws);
            part.joint.ifPresent(sample -> sample.toProbabilities(own, block.first(), count));
            for (int input = 0; input < own.length; input++) {
                part.quantiles.get(input).turn(own[input], count);
            }
            part.measured.evaluate(own, count, values.get(i), block.first());
        }
    }
}
