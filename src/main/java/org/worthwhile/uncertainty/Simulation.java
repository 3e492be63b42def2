package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.InvalidInput;

/**
 * The trials of a Monte Carlo simulation.
 *
 * @param inputs the uncertain inputs that move present values, which come first among all
 * @param all the uncertain inputs that move any result
 * @param npsv the net present social value by option and trial
 * @param replicates of the sampling design
 * @param ratios by replicate, in how many trials benefits are large enough for their costs
 * @param byOutcome for each outcome that is counted and by replicate, in how many trials an option is best at each price of
 *     a unit
 * @param kept of each replicate the first trials, of which draws are kept: all, or so many that memory does not grow with
 *     trials times inputs
 * @param values what was drawn, by input and kept trial
 * @param probabilities at which it was drawn
 */
record Simulation(
        List<UncertainInput> inputs,
        List<UncertainInput> all,
        double[][] npsv,
        Replicates replicates,
        List<RatioCounts> ratios,
        List<List<ThresholdCounts>> byOutcome,
        Replicates kept,
        double[][] values,
        double[][] probabilities) {

    /** Trials are drawn and worked out in blocks of this many or fewer, whatever the number of threads. */
    private static final int BLOCK = 512;

    /** The trials whose draws are kept. */
    private static final int KEPT = 1 << 16;

    int trials() {
        return npsv[0].length;
    }

    /**
     * Runs the trials.
     *
     * @param order the positions of options, from the one that is chosen of those that are level
     * @param outcomes those to count what is best of
     * @param threads how many work at once; of no consequence for the result
     * @param progress told the share that is done; to answer false cancels
     * @throws CancellationException when cancelled
     * @throws InvalidInput if the rank correlations cannot all hold, or much of a distribution is of what cannot be
     */
    static Simulation run(
            AppraisalCase basis,
            List<Integer> order,
            List<CostAcceptability> outcomes,
            int trials,
            long seed,
            Sampling sampling,
            int threads,
            DoublePredicate progress) {
        List<UncertainInput> all = UncertainInputs.ofResults(basis);
        List<UncertainInput> inputs = all.subList(0, UncertainInputs.of(basis).size());
        SimulationRules.requirePossible(all, basis.proposal());
        CompiledCase compiled = CompiledCase.ofMoney(basis, inputs);
        RankCorrelation correlation = RankCorrelation.of(basis, all);
        Optional<JointSample> joint = JointSample.of(basis.proposal().parameters(), all);
        List<Quantile> quantiles = all.stream().map(Quantile::of).toList();
        double[][] npsv = new double[compiled.options()][trials];
        Replicates replicates = Replicates.of(trials);
        Replicates kept = Replicates.of(Math.min(KEPT, trials));
        double[][] values = new double[all.size()][kept.trials()];
        double[][] probabilities = new double[all.size()][kept.trials()];
        List<Replicates.Block> blocks = replicates.blocks(BLOCK);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Supplier<List<Counts>> none = () -> Stream.generate(() -> Counts.of(basis, order, outcomes))
                .limit(replicates.count())
                .toList();
        Callable<List<Counts>> worker = () -> {
            double[][] draws = new double[all.size()][BLOCK];
            double[][] pvb = new double[compiled.options()][BLOCK];
            double[][] pvc = new double[compiled.options()][BLOCK];
            List<Counts> counts = none.get();
            try {
                for (int i = next.getAndIncrement(); i < blocks.size(); i = next.getAndIncrement()) {
                    Replicates.Block block = blocks.get(i);
                    int count = block.count();
                    sampling.fill(draws, seed, block);
                    correlation.apply(draws, count);
                    drawTogether(all, draws, count);
                    joint.ifPresent(sample -> sample.toProbabilities(draws, block.first(), count));
                    int keeping = Math.clamp(kept.size(block.replicate()) - block.place(), 0, count);
                    int place = kept.start(block.replicate()) + block.place();
                    for (int input = 0; input < draws.length; input++) {
                        keep(draws[input], keeping, probabilities[input], place);
                        quantiles.get(input).turn(draws[input], count);
                        keep(draws[input], keeping, values[input], place);
                    }
                    compiled.evaluate(draws, count, pvb, pvc);
                    subtract(pvb, pvc, count, npsv, block.first());
                    counts.get(block.replicate()).ratios.add(pvb, pvc, count);
                    for (int outcome = 0; outcome < outcomes.size(); outcome++) {
                        outcomes.get(outcome).compiled().evaluate(draws, count, pvb, pvc);
                        counts.get(block.replicate()).byOutcome.get(outcome).add(pvb, pvc, count);
                    }
                    if (!progress.test((double) done.incrementAndGet() / blocks.size())) {
                        throw new CancellationException("The simulation was cancelled.");
                    }
                }
                return counts;
            } finally {
                next.set(blocks.size());
            }
        };
        List<Counts> counts = none.get();
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            List<ForkJoinTask<List<Counts>>> workers =
                    Stream.generate(() -> pool.submit(worker)).limit(threads).toList();
            workers.forEach(each -> {
                List<Counts> counted = each.join();
                IntStream.range(0, counts.size()).forEach(i -> counts.get(i).add(counted.get(i)));
            });
        }
        return new Simulation(
                inputs,
                all,
                npsv,
                replicates,
                counts.stream().map(Counts::ratios).toList(),
                IntStream.range(0, outcomes.size())
                        .mapToObj(outcome -> counts.stream()
                                .map(each -> each.byOutcome.get(outcome))
                                .toList())
                        .toList(),
                kept,
                values,
                probabilities);
    }

    private static void keep(double[] drawn, int count, double[] kept, int place) {
        if (count > 0) {
            System.arraycopy(drawn, 0, kept, place, count);
        }
    }

    /** The net present social values of the kept trials, by option. */
    double[][] keptNpsv() {
        return kept.equals(replicates)
                ? npsv
                : Arrays.stream(npsv)
                        .map(values -> replicates.first(kept, values))
                        .toArray(double[][]::new);
    }

    /** What one thread has counted of a replicate. */
    private record Counts(RatioCounts ratios, List<ThresholdCounts> byOutcome) {

        static Counts of(AppraisalCase basis, List<Integer> order, List<CostAcceptability> outcomes) {
            return new Counts(
                    new RatioCounts(basis, order),
                    outcomes.stream().map(CostAcceptability::counts).toList());
        }

        void add(Counts others) {
            ratios.add(others.ratios);
            for (int outcome = 0; outcome < byOutcome.size(); outcome++) {
                byOutcome.get(outcome).add(others.byOutcome.get(outcome));
            }
        }
    }

    static void subtract(double[][] pvb, double[][] pvc, int count, double[][] npsv, int first) {
        for (int option = 0; option < npsv.length; option++) {
            double[] benefits = pvb[option];
            double[] costs = pvc[option];
            double[] net = npsv[option];
            for (int trial = 0; trial < count; trial++) {
                net[first + trial] = benefits[trial] - costs[trial];
            }
        }
    }

    /** Inputs that stand for the same truth follow the first of them. */
    static void drawTogether(List<UncertainInput> inputs, double[][] probabilities, int count) {
        Map<String, Integer> firsts = new HashMap<>();
        for (int input = 0; input < probabilities.length; input++) {
            UncertainInput follower = inputs.get(input);
            Integer first = follower.truth().isEmpty() ? null : firsts.putIfAbsent(follower.truth(), input);
            for (int i = 0; first != null && i < count; i++) {
                probabilities[input][i] = follower.together(inputs.get(first), probabilities[first][i]);
            }
        }
    }
}
