package org.worthwhile.uncertainty;

import static org.worthwhile.uncertainty.SampleStatistics.correlation;
import static org.worthwhile.uncertainty.SampleStatistics.mean;
import static org.worthwhile.uncertainty.SampleStatistics.ranks;
import static org.worthwhile.uncertainty.SampleStatistics.standardDeviation;
import static org.worthwhile.uncertainty.SampleStatistics.standardErrorOfDeviation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.framework.ValueForMoney;
import org.worthwhile.proposal.Option;
import org.worthwhile.uncertainty.UncertaintyResult.Acceptability;
import org.worthwhile.uncertainty.UncertaintyResult.BandProbability;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.InformationValue;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** Simulates how sure an appraisal is. */
public final class Uncertainty {

    /** The percentiles of cumulative curves. */
    private static final double[] CURVE =
            IntStream.rangeClosed(0, 20).mapToDouble(step -> step / 20.0).toArray();

    private static final double[] THRESHOLDS = {0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5};

    private static final double[] PERCENTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final AppraisalCase basis;
    private final Simulation simulation;
    private final int trials;
    private final double[][] npsv;
    private final double[] best;

    private Uncertainty(AppraisalCase basis, Simulation simulation) {
        this.basis = basis;
        this.simulation = simulation;
        this.trials = simulation.trials();
        this.npsv = new double[simulation.pvb().length][trials];
        this.best = new double[trials];
        Blocks.each(trials, (from, to) -> {
            Arrays.fill(best, from, to, Double.NEGATIVE_INFINITY);
            for (int option = 0; option < npsv.length; option++) {
                double[] values = npsv[option];
                for (int trial = from; trial < to; trial++) {
                    values[trial] = simulation.npsv(option, trial);
                    best[trial] = Math.max(best[trial], values[trial]);
                }
            }
        });
    }

    /**
     * Simulates and analyses.
     *
     * @param trials at least 2
     * @param threads how many work at once; of no consequence for the result
     * @param progress told the share that is done; to answer false cancels
     * @throws java.util.concurrent.CancellationException when cancelled
     * @throws org.worthwhile.problem.InvalidInput if the rank correlations cannot all hold
     */
    public static UncertaintyResult analyse(
            AppraisalCase basis, int trials, long seed, Sampling sampling, int threads, DoublePredicate progress) {
        Simulation simulation = Simulation.run(basis, trials, seed, sampling, threads, progress);
        return new Uncertainty(basis, simulation).result(seed, sampling);
    }

    /**
     * The net present social values of simulated trials, by option in the proposal's order and trial; parameters as for
     * {@link #analyse}.
     */
    public static double[][] draws(AppraisalCase basis, int trials, long seed, Sampling sampling, int threads) {
        return new Uncertainty(basis, Simulation.run(basis, trials, seed, sampling, threads, _ -> true)).npsv;
    }

    private UncertaintyResult result(long seed, Sampling sampling) {
        List<OptionUncertainty> options = IntStream.range(0, npsv.length)
                .parallel()
                .mapToObj(this::option)
                .toList();
        int bestOnAverage = IntStream.range(0, npsv.length)
                .reduce((a, b) ->
                        options.get(b).mean().value() > options.get(a).mean().value() ? b : a)
                .orElse(0);
        return new UncertaintyResult(
                trials,
                seed,
                sampling,
                options,
                options.get(bestOnAverage).expectedRegret(),
                partialInformation(),
                acceptability(),
                warning(options, bestOnAverage));
    }

    private OptionUncertainty option(int option) {
        double[] values = npsv[option];
        double mean = mean(values);
        double sd = standardDeviation(values, mean);
        OrderStatistics order = new OrderStatistics(values);
        double[] percentiles = order.percentiles(PERCENTILES);
        double[] errors = order.standardErrors(PERCENTILES);
        return new OptionUncertainty(
                options().get(option).id(),
                new Estimate(mean, sd / Math.sqrt(trials)),
                new Estimate(sd, standardErrorOfDeviation(values, mean, sd)),
                new Estimate(percentiles[0], errors[0]),
                new Estimate(percentiles[1], errors[1]),
                new Estimate(percentiles[2], errors[2]),
                new Estimate(percentiles[3], errors[3]),
                new Estimate(percentiles[4], errors[4]),
                DoubleStream.of(order.percentiles(CURVE)).boxed().toList(),
                probability((from, to) -> positive(values, from, to)),
                probability((from, to) -> first(option, from, to)),
                regret(option),
                bands(option),
                drivers(option));
    }

    /** How much less than the best option of each trial, on average. */
    private Estimate regret(int option) {
        double[] regrets = new double[trials];
        Blocks.each(trials, (from, to) -> {
            for (int trial = from; trial < to; trial++) {
                regrets[trial] = best[trial] - npsv[option][trial];
            }
        });
        double mean = mean(regrets);
        return new Estimate(mean, standardDeviation(regrets, mean) / Math.sqrt(trials));
    }

    private static int positive(double[] values, int from, int to) {
        int count = 0;
        for (int trial = from; trial < to; trial++) {
            count += values[trial] > 0 ? 1 : 0;
        }
        return count;
    }

    /** In how many trials an option is best; of options that are level, the first in the proposal's order is. */
    private int first(int option, int from, int to) {
        int count = 0;
        for (int trial = from; trial < to; trial++) {
            boolean first = npsv[option][trial] == best[trial];
            for (int earlier = 0; first && earlier < option; earlier++) {
                first = npsv[earlier][trial] != best[trial];
            }
            count += first ? 1 : 0;
        }
        return count;
    }

    /** Of what is counted over trials. */
    private Estimate probability(Blocks.Sum counted) {
        return share(Blocks.sum(trials, counted) / trials);
    }

    private Estimate share(double share) {
        return new Estimate(share, Math.sqrt(share * (1 - share) / trials));
    }

    private List<BandProbability> bands(int option) {
        return basis.framework().valueForMoney().map(ValueForMoney::bands).orElse(List.of()).stream()
                .filter(band -> Double.isFinite(band.from()))
                .map(band -> new BandProbability(
                        band.title(), band.from(), probability((from, to) -> above(option, band.from(), from, to))))
                .toList();
    }

    /** In how many trials the benefit-cost ratio is at least so much. */
    private int above(int option, double ratio, int from, int to) {
        double[] costs = simulation.pvc()[option];
        double[] benefits = simulation.pvb()[option];
        int above = 0;
        for (int trial = from; trial < to; trial++) {
            above += costs[trial] > 0 && benefits[trial] >= ratio * costs[trial] ? 1 : 0;
        }
        return above;
    }

    private List<Driver> drivers(int option) {
        int kept = simulation.ranks().length == 0 ? 0 : simulation.ranks()[0].length;
        double[] ranks = ranks(Arrays.copyOf(npsv[option], kept));
        double[] correlations = new double[simulation.inputs().size()];
        double total = 0;
        for (int input = 0; input < correlations.length; input++) {
            correlations[input] = correlation(ranks, simulation.ranks()[input]);
            total += correlations[input] * correlations[input];
        }
        double explained = total;
        return IntStream.range(0, correlations.length)
                .filter(input -> correlations[input] != 0)
                .mapToObj(input -> new Driver(
                        simulation.inputs().get(input).path(),
                        new Estimate(
                                correlations[input],
                                (1 - correlations[input] * correlations[input]) / Math.sqrt(kept - 1.0)),
                        correlations[input] * correlations[input] / explained))
                .sorted(Comparator.comparingDouble((Driver driver) -> -driver.varianceShare()))
                .toList();
    }

    /**
     * For each threshold the probability that each option is best when a pound of public cost must bring so many pounds of
     * benefit: that benefits less the threshold times costs are highest and above 0.
     */
    private List<Acceptability> acceptability() {
        return DoubleStream.of(THRESHOLDS)
                .mapToObj(threshold -> new Acceptability(
                        threshold,
                        DoubleStream.of(Blocks.sums(
                                        trials,
                                        npsv.length,
                                        (from, to, accepted) -> accept(threshold, from, to, accepted)))
                                .mapToObj(count -> share(count / trials))
                                .toList()))
                .toList();
    }

    private void accept(double threshold, int from, int to, double[] accepted) {
        double[] highest = new double[to - from];
        int[] chosen = new int[to - from];
        Arrays.fill(chosen, -1);
        for (int option = 0; option < npsv.length; option++) {
            double[] benefits = simulation.pvb()[option];
            double[] costs = simulation.pvc()[option];
            for (int i = 0; i < chosen.length; i++) {
                double net = benefits[from + i] - threshold * costs[from + i];
                chosen[i] = net > highest[i] ? option : chosen[i];
                highest[i] = Math.max(net, highest[i]);
            }
        }
        for (int option = 0; option < npsv.length; option++) {
            int count = 0;
            for (int choice : chosen) {
                count += choice == option ? 1 : 0;
            }
            accepted[option] = count;
        }
    }

    private List<InformationValue> partialInformation() {
        return IntStream.range(0, simulation.inputs().size())
                .parallel()
                .mapToObj(input -> new InformationValue(
                        simulation.inputs().get(input).path(),
                        PartialInformation.value(simulation.ranks()[input], npsv)))
                .sorted(Comparator.comparingDouble(
                        (InformationValue value) -> -value.value().value()))
                .toList();
    }

    private Optional<String> warning(List<OptionUncertainty> options, int bestOnAverage) {
        int mostOften = IntStream.range(0, options.size())
                .reduce((a, b) -> options.get(b).probabilityBest().value()
                                > options.get(a).probabilityBest().value()
                        ? b
                        : a)
                .orElse(0);
        OptionUncertainty leader = options.get(mostOften);
        if (mostOften != bestOnAverage) {
            return Optional.of("'" + leader.id() + "' is best most often, but '"
                    + options.get(bestOnAverage).id() + "' is best on average");
        }
        return options.stream()
                .filter(other -> other != leader)
                .filter(other -> leader.probabilityBest().value()
                                - other.probabilityBest().value()
                        < 2
                                * Math.hypot(
                                        leader.probabilityBest().standardError(),
                                        other.probabilityBest().standardError()))
                .findFirst()
                .map(other -> "with these trials it cannot be told whether '" + leader.id() + "' or '" + other.id()
                        + "' is best more often; run more");
    }

    private List<Option> options() {
        return basis.proposal().options();
    }
}
