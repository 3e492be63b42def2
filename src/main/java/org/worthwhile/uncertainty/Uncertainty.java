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
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.Option;
import org.worthwhile.uncertainty.UncertaintyResult.BandProbability;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.InformationValue;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** Simulates how sure an appraisal is. */
public final class Uncertainty {

    /** The shares of cumulative curves: every twentieth. */
    private static final double[] CURVE =
            IntStream.rangeClosed(0, 20).mapToDouble(step -> step / 20.0).toArray();

    private final AppraisalCase basis;
    private final Simulation simulation;
    private final int trials;
    private final double[][] npsv;
    private final double[] best;

    /** The positions of options, the cheaper first and then by id: of options that are level the first of these is best. */
    private final List<Integer> order;

    private Uncertainty(Appraisal appraisal, Simulation simulation) {
        this.basis = appraisal.basis();
        this.order = CostAcceptability.cheapestFirst(appraisal, OptionResult::pvc);
        this.simulation = simulation;
        this.trials = simulation.trials();
        this.npsv = simulation.npsv();
        this.best = npsv.length == 1 ? npsv[0] : highest(npsv);
    }

    private static double[] highest(double[][] values) {
        double[] highest = new double[values[0].length];
        Blocks.each(highest.length, (from, to) -> {
            System.arraycopy(values[0], from, highest, from, to - from);
            for (double[] others : values) {
                for (int trial = from; trial < to; trial++) {
                    highest[trial] = Math.max(highest[trial], others[trial]);
                }
            }
        });
        return highest;
    }

    /**
     * Simulates and analyses.
     *
     * @param trials at least 2
     * @param threads how many work at once; of no consequence for the result
     * @param progress told the share that is done; to answer false cancels
     * @throws java.util.concurrent.CancellationException when cancelled
     * @throws org.worthwhile.problem.InvalidInput if the rank correlations cannot all hold, or much of a distribution is of what
     *     cannot be
     */
    public static UncertaintyResult analyse(
            AppraisalCase basis, int trials, long seed, Sampling sampling, int threads, DoublePredicate progress) {
        Appraisal appraisal = Appraiser.appraise(basis);
        List<CostAcceptability> outcomes = CostAcceptability.of(appraisal, UncertainInputs.of(basis));
        Simulation simulation = Simulation.run(basis, outcomes, trials, seed, sampling, threads, progress);
        return new Uncertainty(appraisal, simulation).result(seed, sampling, outcomes);
    }

    /**
     * The net present social values of simulated trials, by option in the proposal's order and trial; parameters as for
     * {@link #analyse}.
     */
    public static double[][] draws(AppraisalCase basis, int trials, long seed, Sampling sampling, int threads) {
        return Simulation.run(basis, List.of(), trials, seed, sampling, threads, _ -> true)
                .npsv();
    }

    private UncertaintyResult result(long seed, Sampling sampling, List<CostAcceptability> outcomes) {
        List<OptionUncertainty> options = IntStream.range(0, npsv.length)
                .parallel()
                .mapToObj(this::option)
                .toList();
        int bestOnAverage = order.stream()
                .reduce((a, b) ->
                        options.get(b).mean().value() > options.get(a).mean().value() ? b : a)
                .orElse(0);
        return new UncertaintyResult(
                trials,
                seed,
                sampling,
                simulation.inputs().size(),
                options,
                options.get(bestOnAverage).expectedRegret(),
                partialInformation(options.get(bestOnAverage).expectedRegret()),
                AcceptabilityCurves.byRatio(simulation.ratios(), npsv.length, trials),
                IntStream.range(0, outcomes.size())
                        .mapToObj(outcome -> AcceptabilityCurves.byOutcome(
                                outcomes.get(outcome).outcome(),
                                simulation.byOutcome().get(outcome),
                                npsv.length,
                                trials))
                        .toList(),
                simulation.inputs().stream()
                        .flatMap(input -> Truncation.of(input).stream())
                        .filter(truncation -> truncation.share() > Truncation.TOLD)
                        .toList(),
                warning(options, bestOnAverage));
    }

    private OptionUncertainty option(int option) {
        double[] values = npsv[option];
        double mean = mean(values);
        double sd = standardDeviation(values, mean);
        Percentiles curve = Percentiles.of(values, CURVE);
        return new OptionUncertainty(
                options().get(option).id(),
                new Estimate(mean, sd / Math.sqrt(trials)),
                new Estimate(sd, standardErrorOfDeviation(values, mean, sd)),
                percentile(curve, 1),
                percentile(curve, 5),
                percentile(curve, 10),
                percentile(curve, 15),
                percentile(curve, 19),
                DoubleStream.of(curve.values()).boxed().toList(),
                probability(Blocks.sum(trials, (from, to) -> positive(values, from, to))),
                probability(Blocks.sum(trials, (from, to) -> first(option, from, to))),
                regret(option),
                bands(option),
                drivers(option));
    }

    private static Estimate percentile(Percentiles curve, int twentieth) {
        return new Estimate(curve.values()[twentieth], curve.standardErrors()[twentieth]);
    }

    /** How much less than the best option of each trial, on average. */
    private Estimate regret(int option) {
        double[] values = npsv[option];
        double mean = Blocks.sum(trials, (from, to) -> {
                    double sum = 0;
                    for (int trial = from; trial < to; trial++) {
                        sum += best[trial] - values[trial];
                    }
                    return sum;
                })
                / trials;
        double squares = Blocks.sum(trials, (from, to) -> {
            double sum = 0;
            for (int trial = from; trial < to; trial++) {
                double more = best[trial] - values[trial] - mean;
                sum += more * more;
            }
            return sum;
        });
        return new Estimate(mean, Math.sqrt(squares / (trials - 1.0)) / Math.sqrt(trials));
    }

    private static int positive(double[] values, int from, int to) {
        int count = 0;
        for (int trial = from; trial < to; trial++) {
            count += values[trial] > 0 ? 1 : 0;
        }
        return count;
    }

    /** In how many trials an option is best; of options that are level, the cheapest is. */
    private int first(int option, int from, int to) {
        int before = order.indexOf(option);
        int count = 0;
        for (int trial = from; trial < to; trial++) {
            boolean first = npsv[option][trial] == best[trial];
            for (int place = 0; first && place < before; place++) {
                first = npsv[order.get(place)][trial] != best[trial];
            }
            count += first ? 1 : 0;
        }
        return count;
    }

    private Estimate probability(double count) {
        return Estimate.ofShare(count, trials);
    }

    private List<BandProbability> bands(int option) {
        RatioCounts ratios = simulation.ratios();
        return IntStream.range(0, ratios.bands().size())
                .mapToObj(band -> new BandProbability(
                        ratios.bands().get(band).title(),
                        ratios.bands().get(band).from(),
                        probability(ratios.reached(band, option))))
                .toList();
    }

    private List<Driver> drivers(int option) {
        int kept = simulation.values().length == 0 ? 0 : simulation.values()[0].length;
        double[] ranks = ranks(Arrays.copyOf(npsv[option], kept));
        double[] correlations = IntStream.range(0, simulation.inputs().size())
                .parallel()
                .mapToDouble(input -> correlation(ranks, ranks(simulation.values()[input])))
                .toArray();
        double explained = 0;
        for (double correlation : correlations) {
            explained += correlation * correlation;
        }
        double whole = explained;
        return IntStream.range(0, correlations.length)
                .filter(input -> correlations[input] != 0)
                .mapToObj(input -> new Driver(
                        simulation.inputs().get(input).path(),
                        new Estimate(
                                correlations[input],
                                (1 - correlations[input] * correlations[input]) / Math.sqrt(kept - 1.0)),
                        correlations[input] * correlations[input] / whole))
                .sorted(Comparator.comparingDouble((Driver driver) -> -driver.varianceShare()))
                .toList();
    }

    /** To know the only truth that is uncertain is to know all; to know one of several is worth no more. */
    private List<InformationValue> partialInformation(Estimate perfect) {
        List<UncertainInput> inputs = simulation.inputs();
        boolean isOne =
                inputs.stream().allMatch(input -> input == inputs.getFirst() || input.isSameTruthAs(inputs.getFirst()));
        return IntStream.range(0, inputs.size())
                .parallel()
                .mapToObj(input -> {
                    Estimate value = isOne
                            ? perfect
                            : PartialInformation.value(simulation.probabilities()[input], npsv);
                    return new InformationValue(
                            inputs.get(input).path(), value.value() > perfect.value() ? perfect : value);
                })
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
                                * StrictMath.hypot(
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
