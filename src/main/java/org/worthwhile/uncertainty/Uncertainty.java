package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.framework.ValueForMoney;
import org.worthwhile.proposal.Option;
import org.worthwhile.uncertainty.UncertaintyResult.BandProbability;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.InformationValue;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** Analyses how sure an appraisal is. */
public final class Uncertainty {

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

    private UncertaintyResult result(long seed, Sampling sampling) {
        Sensitivity sensitivity = new Sensitivity(basis, simulation.inputs());
        List<OptionUncertainty> options =
                IntStream.range(0, npsv.length).mapToObj(this::option).toList();
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
                sensitivity.tornado(),
                sensitivity.switching(),
                sensitivity.scenarios(),
                warning(options, bestOnAverage));
    }

    private OptionUncertainty option(int option) {
        double mean = mean(npsv[option]);
        double sd = standardDeviation(npsv[option], mean);
        double[] sorted = npsv[option].clone();
        Arrays.parallelSort(sorted);
        int positive = 0;
        int first = 0;
        double regret = 0;
        for (int trial = 0; trial < trials; trial++) {
            positive += npsv[option][trial] > 0 ? 1 : 0;
            first += isBest(option, trial) ? 1 : 0;
            regret += best[trial] - npsv[option][trial];
        }
        return new OptionUncertainty(
                options().get(option).id(),
                new Estimate(mean, sd / Math.sqrt(trials)),
                sd,
                percentile(sorted, 0.05),
                percentile(sorted, 0.25),
                percentile(sorted, 0.5),
                percentile(sorted, 0.75),
                percentile(sorted, 0.95),
                IntStream.rangeClosed(0, 20)
                        .mapToObj(step -> percentile(sorted, step / 20.0))
                        .toList(),
                probability(positive),
                probability(first),
                regret / trials,
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
        List<BandProbability> probabilities = new ArrayList<>();
        for (ValueForMoney.Band band :
                basis.framework().valueForMoney().map(ValueForMoney::bands).orElse(List.of())) {
            if (Double.isFinite(band.from())) {
                int above = 0;
                for (int trial = 0; trial < trials; trial++) {
                    double cost = simulation.pvc()[option][trial];
                    above += cost > 0 && simulation.pvb()[option][trial] >= band.from() * cost ? 1 : 0;
                }
                probabilities.add(new BandProbability(band.title(), band.from(), (double) above / trials));
            }
        }
        return probabilities;
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
                        correlations[input],
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
        double mean = mean(gains);
        return new Estimate(mean, standardDeviation(gains, mean) / Math.sqrt(trials));
    }

    private List<InformationValue> partialInformation() {
        return IntStream.range(0, simulation.inputs().size())
                .parallel()
                .mapToObj(input -> new InformationValue(
                        simulation.inputs().get(input).path(),
                        PartialInformation.value(simulation.ranks()[input], npsv)))
                .sorted(Comparator.comparingDouble((InformationValue value) -> -value.value()))
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

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardDeviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    /** On the straight line between the two order statistics (Hyndman and Fan 1996, type 7). */
    private static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        return below + 1 < sorted.length
                ? sorted[below] + (position - below) * (sorted[below + 1] - sorted[below])
                : sorted[below];
    }

    /** The rank of each value; level ones share the mean of theirs. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (below(sorted, values[i]) + below(sorted, Math.nextUp(values[i])) - 1) / 2.0;
        }
        return ranks;
    }

    /** How many of the sorted values are below a bound. */
    private static int below(double[] sorted, double bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double correlation(double[] first, double[] second) {
        double firstMean = mean(first);
        double secondMean = mean(second);
        double product = 0;
        double firstSquare = 0;
        double secondSquare = 0;
        for (int i = 0; i < first.length; i++) {
            product += (first[i] - firstMean) * (second[i] - secondMean);
            firstSquare += (first[i] - firstMean) * (first[i] - firstMean);
            secondSquare += (second[i] - secondMean) * (second[i] - secondMean);
        }
        return firstSquare == 0 || secondSquare == 0 ? 0 : product / Math.sqrt(firstSquare * secondSquare);
    }
}
