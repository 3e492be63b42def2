package org.worthwhile.uncertainty;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How sure an appraisal is, by simulation. Standard errors are those of the sampling that was used.
 *
 * @param uncertainInputs how many inputs are uncertain; where none is, trials say nothing of how sure the results are
 * @param idle what was entered as uncertain and moves no present value, by path
 * @param options in the proposal's order
 * @param evpi the expected value of perfect information: what knowing every input would be worth to the choice
 * @param evppi by input, the largest first: what knowing that input alone would be worth
 * @param groups what knowing inputs together would be worth, as far as it was asked
 * @param population what knowing all would be worth to every decision that it serves, if it was asked
 * @param acceptability by rising threshold
 * @param byOutcome the same by outcome, over what a unit of it is worth
 * @param truncated distributions of which a noticeable share lies outside what their inputs can be
 * @param whyNoShares why no driver has a share of variance, where none has
 * @param warning when the option that is best most often could be another with more trials or is not best on average
 */
public record UncertaintyResult(
        int trials,
        long seed,
        Sampling sampling,
        int uncertainInputs,
        List<String> idle,
        List<OptionUncertainty> options,
        Estimate evpi,
        List<InformationValue> evppi,
        List<GroupValue> groups,
        Optional<PopulationValue> population,
        List<Acceptability> acceptability,
        List<OutcomeAcceptability> byOutcome,
        List<Truncation> truncated,
        Optional<String> whyNoShares,
        Optional<String> warning) {

    /** Whether any input is uncertain that moves present values. */
    public boolean isKnown() {
        return uncertainInputs > 0;
    }

    /** What is said in place of probabilities where there are none. */
    public String whyNotKnown() {
        return idle.isEmpty()
                ? "no uncertainty was entered, so nothing is known of how sure the results are"
                : "what was entered as uncertain moves no present value ('" + String.join("', '", idle)
                        + "'), so nothing is known of how sure net present social value is";
    }

    /** A simulated figure with its Monte Carlo standard error. */
    public record Estimate(double value, double standardError) {}

    /**
     * An option's net present social value over the trials.
     *
     * @param curve its percentiles by half a hundredth, from the 0th to the 100th
     * @param expectedRegret how much worse than the best option of each trial it is on average
     * @param aboveBands the probability that the benefit-cost ratio reaches each band of the framework
     */
    public record OptionUncertainty(
            String id,
            Estimate mean,
            Estimate sd,
            Estimate p5,
            Estimate p25,
            Estimate p50,
            Estimate p75,
            Estimate p95,
            List<Double> curve,
            Estimate probabilityPositive,
            Estimate probabilityBest,
            Estimate expectedRegret,
            List<BandProbability> aboveBands,
            List<Driver> drivers) {

        /** Whether trials differ at all; where they do not, no uncertainty was entered that moves the option. */
        public boolean isKnown() {
            return curve.getFirst() < curve.getLast();
        }
    }

    /** The probability that the ratio is at or above where a band begins. */
    public record BandProbability(String band, double from, Estimate probability) {}

    /**
     * How an input drives an option.
     *
     * @param varianceShare of what is explained of the variance of ranks, inputs for the same truth being one; empty where
     *     inputs depend on each other
     * @param index absent there and where nothing varies; inputs for the same truth have one
     */
    public record Driver(
            String input, Estimate rankCorrelation, OptionalDouble varianceShare, Optional<VarianceIndex> index) {}

    /**
     * Sobol's indices of an input: the shares of variance that are known where the input alone is known, and that are left where
     * all others are. Their difference is what it does together with others.
     */
    public record VarianceIndex(Estimate firstOrder, Estimate total) {}

    /** What knowing an input would be worth. */
    public record InformationValue(String input, Estimate value) {}

    /** What knowing a group of inputs together would be worth. */
    public record GroupValue(String title, List<String> inputs, Estimate value) {
        public GroupValue {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * What perfect information would be worth to a population of decisions.
     *
     * @param discounted their number, those of later years at the discount factor of their year
     */
    public record PopulationValue(double decisionsPerYear, int years, double discounted, Estimate value) {}

    /**
     * The probability of each option, in the proposal's order, to be the one worth choosing when every pound of public cost
     * must bring benefits of {@code threshold} pounds. They sum to 1 where business as usual is an option, of which the net
     * benefit is 0 at every threshold; without it, what is missing from 1 is the probability that none is worth choosing. Of
     * options that are level the cheapest is chosen.
     */
    public record Acceptability(double threshold, List<Estimate> probabilities) {
        public Acceptability {
            probabilities = List.copyOf(probabilities);
        }
    }

    /**
     * The cost-effectiveness acceptability of an outcome: by what a unit is worth in money, the probability that each option,
     * in the proposal's order, has the highest net benefit, the cheapest of those that are level. They sum to 1 at each
     * threshold.
     */
    public record OutcomeAcceptability(String outcome, String unit, List<Acceptability> curve) {
        public OutcomeAcceptability {
            curve = List.copyOf(curve);
        }
    }
}
