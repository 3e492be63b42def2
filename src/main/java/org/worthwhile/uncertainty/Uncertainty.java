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
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int option = 0; option < npsv.length; option++) {
            for (int trial = 0; trial < trials; trial++) {
                npsv[option][trial] = simulation.npsv(option, trial);
                best[trial] = Math.max(best[trial], npsv[option][trial]);
            }
        }
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
                perfectInformation(bestOnAverage),
                partialInformation(),
                acceptability(),
                warning(options, bestOnAverage));
    }

    private OptionUncertainty option(int option) {
        double mean = mean(npsv[option]);
        double sd = standardDeviation(npsv[option], mean);
        OrderStatistics order = new OrderStatistics(npsv[option]);
        double[] curve = order.percentiles(CURVE);
        int positive = 0;
        int first = 0;
        double[] regret = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            positive += npsv[option][trial] > 0 ? 1 : 0;
            first += isBest(option, trial) ? 1 : 0;
            regret[trial] = best[trial] - npsv[option][trial];
        }
        return new OptionUncertainty(
                options().get(option).id(),
                new Estimate(mean, sd / Math.sqrt(trials)),
                new Estimate(sd, standardErrorOfDeviation(npsv[option], mean, sd)),
                new Estimate(curve[1], order.standardError(CURVE[1])),
                new Estimate(curve[5], order.standardError(CURVE[5])),
                new Estimate(curve[10], order.standardError(CURVE[10])),
                new Estimate(curve[15], order.standardError(CURVE[15])),
                new Estimate(curve[19], order.standardError(CURVE[19])),
                DoubleStream.of(curve).boxed().toList(),
                probability(positive),
                probability(first),
                meanOf(regret),
                bands(option),
                drivers(option));
    }

    /** Of options that are level, the first in the proposal's order counts as best. */
    private boolean isBest(int option, int trial) {
        for (int earlier = 0; earlier < option; earlier++) {
            if (npsv[earlier][trial] == best[trial]) {
                return false;
            }
        }
        return npsv[option][trial] == best[trial];
    }

    private Estimate probability(int count) {
        double share = (double) count / trials;
        return new Estimate(share, Math.sqrt(share * (1 - share) / trials));
    }

    private List<BandProbability> bands(int option) {
        return basis.framework().valueForMoney().map(ValueForMoney::bands).orElse(List.of()).stream()
                .parallel()
                .filter(band -> Double.isFinite(band.from()))
                .map(band -> new BandProbability(band.title(), band.from(), probability(above(option, band.from()))))
                .toList();
    }

    /** In how many trials the benefit-cost ratio is at least so much. */
    private int above(int option, double ratio) {
        double[] costs = simulation.pvc()[option];
        double[] benefits = simulation.pvb()[option];
        int above = 0;
        for (int trial = 0; trial < trials; trial++) {
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

    /** The mean of the best of each trial less the best mean. */
    private Estimate perfectInformation(int bestOnAverage) {
        double[] gains = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            gains[trial] = best[trial] - npsv[bestOnAverage][trial];
        }
        return meanOf(gains);
    }

    private static Estimate meanOf(double[] values) {
        double mean = mean(values);
        return new Estimate(mean, standardDeviation(values, mean) / Math.sqrt(values.length));
    }

    /**
     * For each threshold the probability that each option is best when a pound of public cost must bring so many pounds of
     * benefit: that benefits less the threshold times costs are highest and above 0.
     */
    private List<Acceptability> acceptability() {
        return DoubleStream.of(THRESHOLDS)
                .parallel()
                .mapToObj(this::acceptability)
                .toList();
    }

    private Acceptability acceptability(double threshold) {
        int[] accepted = new int[npsv.length];
        for (int trial = 0; trial < trials; trial++) {
            int chosen = -1;
            double highest = 0;
            for (int option = 0; option < npsv.length; option++) {
                double net =
                        simulation.pvb()[option][trial] - threshold * simulation.pvc()[option][trial];
                if (net > highest) {
                    highest = net;
                    chosen = option;
                }
            }
            if (chosen >= 0) {
                accepted[chosen]++;
            }
        }
        return new Acceptability(
                threshold, IntStream.of(accepted).mapToObj(this::probability).toList());
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
