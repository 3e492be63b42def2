package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.framework.ValueForMoney.Band;
import org.worthwhile.proposal.Option;
import org.worthwhile.uncertainty.UncertaintyResult.BandProbability;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.InformationValue;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** Simulates how sure an appraisal is. */
public final class Uncertainty {

    /** The shares of cumulative curves: every two-hundredth. */
    private static final int CURVE = 200;

    private static final double[] SHARES = IntStream.rangeClosed(0, CURVE)
            .mapToDouble(step -> (double) step / CURVE)
            .toArray();

    private final Appraisal appraisal;
    private final AppraisalCase basis;
    private final List<CostAcceptability> outcomes;
    private final Simulation simulation;
    private final MonteCarloError error;
    private final Drivers drivers;
    private final double[][] npsv;
    private final double[] best;

    /** The positions of options, the cheaper first and then by id: of options that are level the first of these is best. */
    private final List<Integer> order;

    private Uncertainty(
            Appraisal appraisal,
            List<Integer> order,
            List<CostAcceptability> outcomes,
            Simulation simulation,
            MonteCarloError error,
            long seed) {
        this.appraisal = appraisal;
        this.basis = appraisal.basis();
        this.outcomes = outcomes;
        this.order = order;
        this.simulation = simulation;
        this.error = error;
        this.drivers = new Drivers(simulation, basis, seed);
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
        return Threads.run(
                threads,
                () -> simulate(basis, trials, seed, sampling, threads, progress)
                        .result(seed, sampling, InformationQuestion.NONE));
    }

    /** The trials of a case; parameters and failures as for {@link #analyse}. */
    static Uncertainty simulate(
            AppraisalCase basis, int trials, long seed, Sampling sampling, int threads, DoublePredicate progress) {
        Appraisal appraisal = Appraiser.appraise(basis);
        List<CostAcceptability> outcomes = CostAcceptability.of(appraisal, UncertainInputs.of(basis));
        List<Integer> order = CostAcceptability.cheapestFirst(appraisal, OptionResult::pvc);
        Simulation simulation = Simulation.run(basis, order, outcomes, trials, seed, sampling, threads, progress);
        MonteCarloError error = MonteCarloError.of(sampling, simulation.replicates(), independent(basis, simulation));
        return new Uncertainty(appraisal, order, outcomes, simulation, error, seed);
    }

    /**
     * Simulated trials of several cases; parameters and failures as for {@link #analyse}. What stands for the same evidence or
     * unit value in several cases is drawn once.
     *
     * @param measures what of each option is simulated
     */
    public static PortfolioTrials draws(
            List<AppraisalCase> cases, List<Measure> measures, int trials, long seed, Sampling sampling, int threads) {
        return new PortfolioSimulation(cases, measures).run(trials, seed, sampling, threads);
    }

    /** How the results besides net present social value are spread. */
    ResultUncertainty spreads(Sampling sampling, List<SpendingLimit> limits) {
        return ResultSpreads.of(appraisal, simulation, sampling, error.independent(), limits);
    }

    /** How sure net present social value is and the choice by it. */
    UncertaintyResult result(long seed, Sampling sampling, InformationQuestion question) {
        List<OptionUncertainty> options = IntStream.range(0, npsv.length)
                .parallel()
                .mapToObj(this::option)
                .toList();
        int bestOnAverage = order.stream()
                .reduce((a, b) ->
                        options.get(b).mean().value() > options.get(a).mean().value() ? b : a)
                .orElse(0);
        InformationValues information = new InformationValues(
                basis,
                simulation,
                error.independent(),
                options.get(bestOnAverage).expectedRegret());
        List<InformationValue> single = information.single();
        return new UncertaintyResult(
                simulation.trials(),
                seed,
                sampling,
                simulation.inputs().size(),
                UncertainInputs.idle(basis),
                options,
                information.perfect(),
                single,
                information.groups(question.groups(), single),
                information.population(question.population()),
                AcceptabilityCurves.byRatio(error, simulation.ratios(), npsv.length),
                IntStream.range(0, outcomes.size())
                        .mapToObj(outcome -> AcceptabilityCurves.byOutcome(
                                error,
                                outcomes.get(outcome).outcome(),
                                simulation.byOutcome().get(outcome),
                                npsv.length))
                        .toList(),
                simulation.inputs().stream()
                        .flatMap(input -> Truncation.of(input).stream())
                        .filter(truncation -> truncation.share() > Truncation.TOLD)
                        .toList(),
                Drivers.whyNoShares(simulation.inputs(), basis.proposal()),
                Stream.of(repeatedRows(), warning(options, bestOnAverage))
                        .flatMap(Optional::stream)
                        .reduce((a, b) -> a + "; " + b));
    }

    /** No more trials than rows of joint draws, if anything rests on these. */
    private static int independent(AppraisalCase basis, Simulation simulation) {
        return JointSample.of(basis.proposal().parameters(), simulation.inputs())
                .map(sample -> sample.independent(simulation.trials()))
                .orElse(simulation.trials());
    }

    private Optional<String> repeatedRows() {
        return error.independent() < simulation.trials()
                ? Optional.of(String.format(
                        Locale.UK,
                        "%,d trials take the %,d rows of the joint draws more than once, so that standard errors are those of"
                                + " %,d rows, which more trials do not lessen",
                        simulation.trials(),
                        error.independent(),
                        error.independent()))
                : Optional.empty();
    }

    private OptionUncertainty option(int option) {
        double[] values = npsv[option];
        Replicates replicates = simulation.replicates();
        List<Estimate> percentiles = error.percentiles(values, 0.05, 0.25, 0.5, 0.75, 0.95);
        double[] curve = Percentiles.of(values, SHARES).values();
        return new OptionUncertainty(
                options().get(option).id(),
                error.mean(values),
                error.deviation(values),
                percentiles.get(0),
                percentiles.get(1),
                percentiles.get(2),
                percentiles.get(3),
                percentiles.get(4),
                Arrays.stream(curve).boxed().toList(),
                error.share(each -> positive(values, replicates.start(each), replicates.start(each + 1))),
                error.share(each -> first(option, replicates.start(each), replicates.start(each + 1))),
                error.mean(regret(option)),
                bands(option),
                drivers.of(option));
    }

    /** How much less than the best option, by trial. */
    private double[] regret(int option) {
        double[] regret = new double[best.length];
        Blocks.each(best.length, (from, to) -> {
            for (int trial = from; trial < to; trial++) {
                regret[trial] = best[trial] - npsv[option][trial];
            }
        });
        return regret;
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

    private List<BandProbability> bands(int option) {
        List<RatioCounts> ratios = simulation.ratios();
        List<Band> bands = ratios.getFirst().bands();
        return IntStream.range(0, bands.size())
                .mapToObj(band -> new BandProbability(
                        bands.get(band).title(),
                        bands.get(band).from(),
                        error.share(replicate -> ratios.get(replicate).reached(band, option))))
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
