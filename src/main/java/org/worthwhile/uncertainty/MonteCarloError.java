package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/**
 * Simulated figures with their Monte Carlo standard errors: by formula where trials are independent of each other, from the
 * differences of replicates where the sampling spreads them.
 */
record MonteCarloError(Replicates replicates, boolean isByFormula) {

    static MonteCarloError of(Sampling sampling, Replicates replicates) {
        return new MonteCarloError(replicates, sampling == Sampling.PLAIN || replicates.count() == 1);
    }

    /** The mean of values by trial. */
    Estimate mean(double[] values) {
        double mean = SampleStatistics.mean(values);
        double error = isByFormula
                ? SampleStatistics.standardDeviation(values, mean) / Math.sqrt(values.length)
                : Replicates.standardError(
                        replicates.figures(replicate -> SampleStatistics.mean(replicates.part(values, replicate))));
        return new Estimate(mean, error);
    }

    /** The standard deviation of values by trial. */
    Estimate deviation(double[] values) {
        double mean = SampleStatistics.mean(values);
        double deviation = SampleStatistics.standardDeviation(values, mean);
        double error = isByFormula
                ? SampleStatistics.standardErrorOfDeviation(values, mean, deviation)
                : Replicates.standardError(
                        replicates.figures(replicate -> deviationOf(replicates.part(values, replicate))));
        return new Estimate(deviation, error);
    }

    private static double deviationOf(double[] values) {
        return SampleStatistics.standardDeviation(values, SampleStatistics.mean(values));
    }

    /**
     * Percentiles of values by trial.
     *
     * @param shares from 0 to 1
     */
    List<Estimate> percentiles(double[] values, double... shares) {
        Percentiles all = Percentiles.of(values, shares);
        double[] errors = isByFormula ? all.standardErrors() : percentileErrors(values, shares);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> new Estimate(all.values()[i], errors[i]))
                .toList();
    }

    private double[] percentileErrors(double[] values, double[] shares) {
        double[][] byReplicate = IntStream.range(0, replicates.count())
                .parallel()
                .mapToObj(replicate -> Percentiles.of(replicates.part(values, replicate), shares)
                        .values())
                .toArray(double[][]::new);
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> Replicates.standardError(Arrays.stream(byReplicate)
                        .mapToDouble(found -> found[i])
                        .toArray()))
                .toArray();
    }

    /**
     * The share of trials in which something is so.
     *
     * @param counted by replicate, in how many of its trials
     */
    Estimate share(IntToDoubleFunction counted) {
        double[] counts = replicates.figures(counted);
        double share = Arrays.stream(counts).sum() / replicates.trials();
        if (isByFormula) {
            return new Estimate(share, Math.sqrt(share * (1 - share) / replicates.trials()));
        }
        double[] shares = new double[counts.length];
        Arrays.setAll(shares, replicate -> counts[replicate] / replicates.size(replicate));
        return new Estimate(share, Replicates.standardError(shares));
    }
}
