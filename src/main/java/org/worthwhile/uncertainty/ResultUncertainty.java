package org.worthwhile.uncertainty;

import java.util.List;
import java.util.Optional;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/**
 * How the results of options besides net present social value are spread over trials.
 *
 * @param isKnown whether any input is uncertain that moves results
 * @param trials that figures are of: the first of a simulation
 * @param fundingTrials that the funding need by year is of
 * @param options in the proposal's order
 */
public record ResultUncertainty(boolean isKnown, int trials, int fundingTrials, List<OptionSpreads> options) {

    public ResultUncertainty {
        options = List.copyOf(options);
    }

    /**
     * The results of an option.
     *
     * @param publicCost the present value of net cost to public bodies
     * @param aboveCentralCost the probability that it is more than at the central values of inputs
     * @param funding by organisation, in the proposal's order
     * @param draws of some trials
     * @param limits that were asked of, with the probability that each is broken
     * @param objectives that impacts count, with the probability that each is missed
     */
    public record OptionSpreads(
            String id,
            Spread publicCost,
            Estimate aboveCentralCost,
            RatioSpread bcr,
            RatioSpread froi,
            RatioSpread mvpf,
            PaybackSpread payback,
            List<OutcomeSpread> outcomes,
            List<FundingSpread> funding,
            List<Draw> draws,
            List<Chance> limits,
            List<Chance> objectives) {

        public OptionSpreads {
            outcomes = List.copyOf(outcomes);
            funding = List.copyOf(funding);
            draws = List.copyOf(draws);
            limits = List.copyOf(limits);
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * The chance that a limit is broken or an objective missed.
     *
     * @param words which it is
     * @param bound the most that may be spent, or the units that the objective takes
     */
    public record Chance(String words, double bound, Spread amount, Estimate probability) {}

    /** The present values of costs and of benefits in a trial, as the framework divides them. */
    public record Draw(double costs, double benefits) {}

    /**
     * A ratio.
     *
     * @param noMeaning the probability that it has none, as what it divides by is not above 0
     * @param infinite the probability that it is infinite, which of all ratios the marginal value of public funds alone can be
     * @param mean absent unless it has a value in every trial: a ratio whose denominator comes near 0 has no mean
     * @param percentiles of the trials in which it has a value; absent where there are none
     */
    public record RatioSpread(
            Estimate noMeaning, Estimate infinite, Optional<Estimate> mean, Optional<RatioPercentiles> percentiles) {}

    /** The percentiles of a ratio. */
    public record RatioPercentiles(Estimate p10, Estimate p50, Estimate p90) {}

    /**
     * When what public bodies pay has come back.
     *
     * @param years those in which it first has in some trial, with how often that is the year
     * @param never the probability that it does not within the appraisal period
     * @param nothingPaid the probability that nothing is paid out
     * @param p10 the first year by which it has in a tenth of the trials; absent where it does in fewer
     */
    public record PaybackSpread(
            List<PaybackYear> years,
            Estimate never,
            Estimate nothingPaid,
            Optional<FinancialYear> p10,
            Optional<FinancialYear> p50,
            Optional<FinancialYear> p90) {

        public PaybackSpread {
            years = List.copyOf(years);
        }
    }

    /** A year with the probability that money has come back in it and not before. */
    public record PaybackYear(FinancialYear year, Estimate probability) {}

    /** The units of an outcome over the appraisal period, against business as usual. */
    public record OutcomeSpread(String outcome, String unit, Spread units) {}

    /**
     * The cash that an organisation needs by year.
     *
     * @param nominal whether at the prices of each year; real where there is no price index
     */
    public record FundingSpread(String organisation, boolean nominal, List<YearSpread> years) {
        public FundingSpread {
            years = List.copyOf(years);
        }
    }

    /** What is needed in a year. */
    public record YearSpread(FinancialYear year, Estimate mean, Estimate p10, Estimate p50, Estimate p90) {}
}
