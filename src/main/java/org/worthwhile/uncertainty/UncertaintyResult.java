package org.worthwhile.uncertainty;

import java.util.List;
import java.util.Optional;

/**
 * How sure an appraisal is.
 *
 * @param options in the proposal's order
 * @param evpi the expected value of perfect information: what knowing every input would be worth to the choice
 * @param evppi by input, the largest first: what knowing that input alone would be worth
 * @param warning when the option that is best most often could be another with more trials or is not best on average
 */
public record UncertaintyResult(
        int trials,
        long seed,
        Sampling sampling,
        List<OptionUncertainty> options,
        Estimate evpi,
        List<InformationValue> evppi,
        List<Bar> tornado,
        List<Switching> switching,
        List<ScenarioResult> scenarios,
        Optional<String> warning) {

    /** A simulated figure with its Monte Carlo standard error. */
    public record Estimate(double value, double standardError) {}

    /**
     * An option's net present social value over the trials.
     *
     * @param curve its 0th, 5th, ... 100th percentiles
     * @param expectedRegret how much worse than the best option of each trial it is on average
     * @param aboveBands the probability that the benefit-cost ratio reaches each band of the framework
     */
    public record OptionUncertainty(
            String id,
            Estimate mean,
            double sd,
            double p5,
            double p25,
            double p50,
            double p75,
            double p95,
            List<Double> curve,
            Estimate probabilityPositive,
            Estimate probabilityBest,
            double expectedRegret,
            List<BandProbability> aboveBands,
            List<Driver> drivers) {}

    /** The probability that the ratio is at or above where a band begins. */
    public record BandProbability(String band, double from, double probability) {}

    /** How an input drives an option: its rank correlation and its share of explained variance. */
    public record Driver(String input, double rankCorrelation, double varianceShare) {}

    /** What knowing an input would be worth. */
    public record InformationValue(String input, double value) {}

    /**
     * An option's net present social value at the 5th and the 95th percentile of one input, all others at their central
     * values.
     */
    public record Bar(String input, String option, double low, double high, double npsvAtLow, double npsvAtHigh) {}

    /**
     * Where an input would change the answer.
     *
     * @param breakEven the value at which the option's net present social value is 0; absent when none in its range is
     * @param overtaken the value at which the option draws level with the best other one; absent likewise
     */
    public record Switching(
            String input,
            String option,
            double base,
            double from,
            double to,
            Optional<Double> breakEven,
            Optional<Double> overtaken) {}

    /** The net present social values of options, in the proposal's order, in a scenario. */
    public record ScenarioResult(String id, String title, List<Double> npsv) {}
}
