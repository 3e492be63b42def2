package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.worthwhile.appraisal.AppraisalCase;

/**
 * Trials of several cases at once. What stands for the same truth in any of them is one input, which is drawn once a trial,
 * and a correlation that one of them names acts in all.
 */
final class PortfolioSimulation {

    /** Small, as a block holds the draws of all inputs of all cases. */
    private static final int BLOCK = 64;

    private final List<Part> parts = new ArrayList<>();
    private final List<UncertainInput> inputs = new ArrayList<>();
    private final RankCorrelation correlation;

    /** A case with the position of its first input among those of all. */
    private record Part(
            CompiledCase compiled,
            Optional<JointSample> joint,
            List<UncertainInput> inputs,
            List<Quantile> quantiles,
            int start) {

        /** The case's own rows of what is drawn for all. */
        double[][] own(double[][] draws) {
            return Arrays.copyOfRange(draws, start, start + inputs.size());
        }
    }

    PortfolioSimulation(List<AppraisalCase> cases) {
        List<RankCorrelation.Named> named = new ArrayList<>();
        for (AppraisalCase basis : cases) {
            List<UncertainInput> own = UncertainInputs.of(basis);
            Simulation.requirePossible(own, basis.proposal());
            named.add(new RankCorrelation.Named(
                    basis.proposal().correlations(), basis.proposal().id(), own));
            parts.add(new Part(
                    CompiledCase.ofMoney(basis, own),
                    JointSample.of(basis.proposal().parameters(), own),
                    own,
                    own.stream().map(Quantile::of).toList(),
                    inputs.size()));
            inputs.addAll(own);
        }
        this.correlation = RankCorrelation.of(named);
    }

    /** The net present social values by case, option and trial. */
    List<double[][]> run(int trials, long seed, Sampling sampling, int threads) {
        List<double[][]> npsv = parts.stream()
                .map(part -> new double[part.compiled.options()][trials])
                .toList();
        List<Replicates.Block> blocks = Replicates.of(trials).blocks(BLOCK);
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            pool.submit(() -> blocks.parallelStream().forEach(block -> run(block, seed, sampling, npsv)))
                    .join();
        }
        return npsv;
    }

    private void run(Replicates.Block block, long seed, Sampling sampling, List<double[][]> npsv) {
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
            double[][] pvb = new double[part.compiled.options()][count];
            double[][] pvc = new double[part.compiled.options()][count];
            part.compiled.evaluate(own, count, pvb, pvc);
            Simulation.subtract(pvb, pvc, count, npsv.get(i), block.first());
        }
    }
}
