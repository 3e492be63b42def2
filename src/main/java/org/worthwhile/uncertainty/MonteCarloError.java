package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/**
 * Simulated figures with their Monte Carlo standard errors: by formula where trials are independent of each other, from the
 * differences of replicates where the sampling spreads them. Where trials take the rows of joint draws more than once, the rows
 * are the sample: an error is then no smaller than that of as many independent trials as there are rows.
 *
 * @param independent the most trials that can count as independent: all, or the rows of joint draws that are fewer
 */
public record MonteCarloError(Replicates replicates, boolean isByFormula, int independent) {

    static MonteCarloError of(Sampling sampling, Replicates replicates, int independent) {
        return new MonteCarloError(replicates, sampling == Sampling.PLAIN || replicates.count() == 1, independent);
    }

    private boolean isOfRows() {
        return independent < replicates.trials();
    }

    /** What turns the deviation of trials that repeat rows into that of the rows as a sample, which has one freedom less. */
    private double ofSample() {
        double trials = replicates.trials();
        return isOfRows() ? Math.sqrt((trials - 1) / trials * independent / (independent - 1.0)) : 1;
    }

    /** By formula of the independent trials, or what replicates tell where that is more. */
    private double error(double byFormula, DoubleSupplier byReplicates) {
        if (isByFormula) {
            return byFormula;
        }
        return isOfRows() ? Math.max(byFormula, byReplicates.getAsDouble()) : byReplicates.getAsDouble();
    }

    /** Of trials that are independent of each other. */
    public static MonteCarloError ofIndependent(int trials) {
        return of(Sampling.PLAIN, Replicates.of(trials), trials);
    }

    /** The mean of values by trial. */
    public Estimate mean(double[] values) {
        double mean = SampleStatistics.mean(values);
        double error = error(
                errorOfMean(values),
                () -> Replicates.standardError(
                        replicates.figures(replicate -> SampleStatistics.mean(replicates.part(values, replicate)))));
        return new Estimate(mean, error);
    }

    private double errorOfMean(double[] values) {
        return SampleStatistics.standardDeviation(values, SampleStatistics.mean(values))
                * ofSample()
                / Math.sqrt(independent);
    }

    /** How values by trial are spread. */
    public Spread spread(double[] values) {
        List<Estimate> percentiles = percentiles(values, 0.1, 0.5, 0.9);
        return new Spread(mean(values), deviation(values), percentiles.get(0), percentiles.get(1), percentiles.get(2));
    }

    /**
     * The mean of the lowest values by trial, the last of them in part where the share is not of whole trials (Rockafellar and
     * Uryasev 2000, Journal of Risk 2).
     *
     * @param share of the trials, above 0 and at most 1
     */
    public Estimate lowestMean(double[] values, double share) {
        double quantile = Percentiles.of(values, share).values()[0];
        double[] shortfalls = Arrays.stream(values)
                .map(value -> quantile - Math.max(0, quantile - value) / share)
                .toArray();
        double error = error(
                errorOfMean(shortfalls),
                () -> Replicates.standardError(replicates.figures(
                        replicate -> SampleStatistics.mean(replicates.part(shortfalls, replicate)))));
        return new Estimate(Percentiles.lowestMean(values, share), error);
    }

    /** The same of any values, without its error. */
    public static double lowestMeanOf(double[] values, double share) {
        return Percentiles.lowestMean(values, share);
    }

    /** The share of trials in which something is so. */
    public Estimate probability(IntPredicate trial) {
        return share(replicate -> IntStream.range(replicates.start(replicate), replicates.start(replicate + 1))
                .filter(trial)
                .count());
    }

    /** The standard deviation of values by trial. */
    Estimate deviation(double[] values) {
        double mean = SampleStatistics.mean(values);
        double deviation = SampleStatistics.standardDeviation(values, mean);
        double error = error(
                SampleStatistics.standardErrorOfDeviation(values, mean, deviation, independent),
                () -> Replicates.standardError(
                        replicates.figures(replicate -> deviationOf(replicates.part(values, replicate)))));
        return new Estimate(deviation, error);
    }

    private static double deviationOf(double[] values) {
        return SampleStatistics.standardDeviation(values, SampleStatistics.mean(values));
    }

    /**
     * Percentiles of values by trial. Where replicates tell the error, it is that of the distribution function at the
     * percentile, turned into values as {@link Percentiles} does: the percentile of each replicate is another statistic, as it
     * stands at another place between the strata of its sample.
     *
     * @param shares from 0 to 1
     */
    List<Estimate> percentiles(double[] values, double... shares) {
        return percentilesAmong(values, values, shares);
    }

    /**
     * Percentiles of those values by trial that are numbers and not infinite.
     *
     * @param values of which at least one is
     * @param shares from 0 to 1
     */
    List<Estimate> percentilesOfKnown(double[] values, double... shares) {
        return percentilesAmong(
                values, Arrays.stream(values).filter(Double::isFinite).toArray(), shares);
    }

    private List<Estimate> percentilesAmong(double[] values, double[] known, double[] shares) {
        int among = Math.max(1, (int) ((long) independent * known.length / values.length));
        Percentiles byFormula = Percentiles.of(known, shares, among);
        if (isByFormula) {
            return estimates(byFormula);
        }
        double[] spread =
                CumulativeCounts.of(replicates, values, byFormula.values()).deviations(shares);
        Percentiles byReplicates = Percentiles.of(known, shares, spread);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> new Estimate(
                        byFormula.values()[i],
                        error(byFormula.standardErrors()[i], () -> byReplicates.standardErrors()[i])))
                .toList();
    }

    private static List<Estimate> estimates(Percentiles percentiles) {
        return IntStream.range(0, percentiles.values().length)
                .mapToObj(i -> new Estimate(percentiles.values()[i], percentiles.standardErrors()[i]))
                .toList();
    }

    /**
     * The share of trials in which something is so. Replicates that all count alike may do so by rounding: between 0 and 1
     * the error is then that of half a trial.
     *
     * @param counted by replicate, in how many of its trials
     */
    Estimate share(IntToDoubleFunction counted) {
        double[] counts = replicates.figures(counted);
        double share = Arrays.stream(counts).sum() / replicates.trials();
        double[] shares = new double[counts.length];
        Arrays.setAll(shares, replicate -> counts[replicate] / replicates.size(replicate));
        double byFormula = Math.sqrt(share * (1 - share) / independent);
        double leastOfReplicates = share > 0 && share < 1 ? 0.5 / replicates.trials() : 0;
        return new Estimate(
                share, error(byFormula, () -> Math.max(leastOfReplicates, Replicates.standardError(shares))));
    }
}
