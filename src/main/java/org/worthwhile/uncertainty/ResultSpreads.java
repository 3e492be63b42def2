package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Funding;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Objective;
import org.worthwhile.proposal.Option;
import org.worthwhile.uncertainty.ResultUncertainty.Chance;
import org.worthwhile.uncertainty.ResultUncertainty.Draw;
import org.worthwhile.uncertainty.ResultUncertainty.FundingSpread;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.ResultUncertainty.OutcomeSpread;
import org.worthwhile.uncertainty.ResultUncertainty.PaybackSpread;
import org.worthwhile.uncertainty.ResultUncertainty.PaybackYear;
import org.worthwhile.uncertainty.ResultUncertainty.RatioPercentiles;
import org.worthwhile.uncertainty.ResultUncertainty.RatioSpread;
import org.worthwhile.uncertainty.ResultUncertainty.YearSpread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** Sums up the results of options over the trials whose draws a simulation keeps. */
final class ResultSpreads {

    /** Of which a tenth percentile errs by a hundredth of the standard deviation where values are normal. */
    private static final int RESULT_TRIALS = 1 << 15;

    /** Fewer, as there is an amount for each organisation and year. */
    private static final int FUNDING_TRIALS = 1 << 13;

    /** So many that a cloud of them shows its shape. */
    private static final int DRAWS = 480;

    private static final double SLACK = 1e-9;

    private final Appraisal appraisal;
    private final double[][] draws;
    private final ResultModel model;
    private final List<SpendingLimit> limits;
    private final List<UncertainInput> inputs;
    private final double[][][] spent;
    private final MonteCarloError error;
    private final MonteCarloError fundingError;

    private ResultSpreads(
            Appraisal appraisal,
            Simulation simulation,
            Sampling sampling,
            int independent,
            List<SpendingLimit> limits) {
        this.appraisal = appraisal;
        this.limits = limits;
        this.inputs = simulation.all();
        this.model = new ResultModel(appraisal.basis(), simulation.all());
        Replicates first =
                Replicates.of(Math.min(RESULT_TRIALS, simulation.kept().trials()));
        Replicates funding = Replicates.of(Math.min(FUNDING_TRIALS, first.trials()));
        this.draws = Arrays.stream(simulation.values())
                .map(values -> simulation.kept().first(first, values))
                .toArray(double[][]::new);
        this.error = MonteCarloError.of(sampling, first, Math.min(independent, first.trials()));
        this.fundingError = MonteCarloError.of(sampling, funding, Math.min(independent, funding.trials()));
        this.spent = spent();
    }

    /** @param independent how many trials can count as independent */
    static ResultUncertainty of(
            Appraisal appraisal,
            Simulation simulation,
            Sampling sampling,
            int independent,
            List<SpendingLimit> limits) {
        ResultSpreads spreads = new ResultSpreads(appraisal, simulation, sampling, independent, limits);
        return new ResultUncertainty(
                !simulation.all().isEmpty(),
                spreads.error.replicates().trials(),
                spreads.fundingError.replicates().trials(),
                IntStream.range(0, appraisal.options().size())
                        .mapToObj(spreads::option)
                        .toList());
    }

    private OptionSpreads option(int option) {
        ResultTrials trials =
                ResultTrials.of(appraisal.basis(), model, option, draws, error.replicates(), fundingError.replicates());
        return new OptionSpreads(
                options().get(option).id(),
                error.spread(trials.publicCost()),
                error.probability(trial -> trials.publicCost()[trial]
                        > appraisal.options().get(option).pvPublicCost()),
                ratio(trials.bcr()),
                ratio(trials.froi()),
                ratio(trials.mvpf()),
                payback(trials.payback()),
                outcomes(options().get(option), trials.units()),
                funding(trials.need()),
                draws(trials),
                limits(option, trials.publicCost()),
                objectives(trials.objectives()));
    }

    /** By limit on spending, option and trial. */
    private double[][][] spent() {
        List<Measure.PublicSpending> measures =
                limits.stream().flatMap(limit -> limit.spending().stream()).toList();
        double[][][] byMeasure =
                new double[measures.size()][options().size()][error.replicates().trials()];
        if (!measures.isEmpty()) {
            new SpendingModel(appraisal.basis(), inputs, measures)
                    .evaluate(draws, error.replicates().trials(), byMeasure);
        }
        return byMeasure;
    }

    private List<Chance> limits(int option, double[] publicCost) {
        List<Chance> chances = new ArrayList<>();
        int next = 0;
        for (SpendingLimit limit : limits) {
            double[] amounts = limit.spending().isPresent() ? spent[next++][option] : publicCost;
            chances.add(new Chance(
                    limit.words(),
                    limit.most(),
                    error.spread(amounts),
                    error.probability(trial -> amounts[trial] > limit.most() + slack(limit.most()))));
        }
        return chances;
    }

    private List<Chance> objectives(double[][] units) {
        return IntStream.range(0, units.length)
                .mapToObj(i -> {
                    Objective objective = model.sums().objectives().get(i);
                    double needed = objective.needed();
                    return new Chance(
                            objective.title(),
                            needed,
                            error.spread(units[i]),
                            error.probability(trial -> units[i][trial] < needed - slack(needed)));
                })
                .toList();
    }

    /** What rounding may do to a sum near a bound. */
    private static double slack(double bound) {
        return SLACK * (1 + Math.abs(bound));
    }

    /** Of the first trials of each replicate. */
    private List<Draw> draws(ResultTrials trials) {
        Replicates few = Replicates.of(Math.min(DRAWS, error.replicates().trials()));
        double[] costs = error.replicates().first(few, trials.pvc());
        double[] benefits = error.replicates().first(few, trials.pvb());
        return IntStream.range(0, few.trials())
                .mapToObj(trial -> new Draw(costs[trial], benefits[trial]))
                .toList();
    }

    private RatioSpread ratio(double[] values) {
        boolean isAlways = Arrays.stream(values).allMatch(Double::isFinite);
        boolean isEver = isAlways || Arrays.stream(values).anyMatch(Double::isFinite);
        return new RatioSpread(
                error.probability(trial -> Double.isNaN(values[trial])),
                error.probability(trial -> Double.isInfinite(values[trial])),
                isAlways ? Optional.of(error.mean(values)) : Optional.empty(),
                isEver ? Optional.of(percentiles(values)) : Optional.empty());
    }

    private RatioPercentiles percentiles(double[] values) {
        List<Estimate> found = error.percentilesOfKnown(values, 0.1, 0.5, 0.9);
        return new RatioPercentiles(found.get(0), found.get(1), found.get(2));
    }

    private PaybackSpread payback(int[] years) {
        int[] counts = new int[model.sums().years()];
        for (int year : years) {
            if (year >= 0) {
                counts[year]++;
            }
        }
        return new PaybackSpread(
                IntStream.range(0, counts.length)
                        .filter(t -> counts[t] > 0)
                        .mapToObj(t -> new PaybackYear(year(t), error.probability(trial -> years[trial] == t)))
                        .toList(),
                error.probability(trial -> years[trial] == Funding.NEVER),
                error.probability(trial -> years[trial] == Funding.NOTHING_PAID),
                reached(counts, 0.1 * years.length),
                reached(counts, 0.5 * years.length),
                reached(counts, 0.9 * years.length));
    }

    private Optional<FinancialYear> reached(int[] counts, double trials) {
        int sum = 0;
        for (int t = 0; t < counts.length; t++) {
            sum += counts[t];
            if (sum >= trials) {
                return Optional.of(year(t));
            }
        }
        return Optional.empty();
    }

    /** Of the option's own outcomes and of those that business as usual has. */
    private List<OutcomeSpread> outcomes(Option option, double[][] units) {
        Set<ResultSums.Outcome> own = ResultSums.outcomes(option);
        appraisal.basis().proposal().businessAsUsual().ifPresent(usual -> own.addAll(ResultSums.outcomes(usual)));
        List<OutcomeSpread> spreads = new ArrayList<>();
        for (ResultSums.Outcome outcome : own) {
            spreads.add(new OutcomeSpread(
                    outcome.outcome(),
                    outcome.unit(),
                    error.spread(units[model.sums().outcomes().indexOf(outcome)])));
        }
        return spreads;
    }

    private List<FundingSpread> funding(double[][][] need) {
        return IntStream.range(0, need.length)
                .mapToObj(body -> new FundingSpread(
                        model.sums().bodies().get(body),
                        appraisal.inflators().isPresent(),
                        IntStream.range(0, need[body].length)
                                .parallel()
                                .mapToObj(t -> funding(t, need[body][t]))
                                .toList()))
                .toList();
    }

    private YearSpread funding(int t, double[] need) {
        double inflator =
                appraisal.inflators().map(inflators -> inflators.at(t)).orElse(1.0);
        List<Estimate> found = fundingError.percentiles(need, 0.1, 0.5, 0.9);
        return new YearSpread(
                year(t),
                times(fundingError.mean(need), inflator),
                times(found.get(0), inflator),
                times(found.get(1), inflator),
                times(found.get(2), inflator));
    }

    private static Estimate times(Estimate estimate, double factor) {
        return new Estimate(estimate.value() * factor, estimate.standardError() * factor);
    }

    private FinancialYear year(int t) {
        return appraisal.years().get(t);
    }

    private List<Option> options() {
        return appraisal.basis().proposal().options();
    }
}
