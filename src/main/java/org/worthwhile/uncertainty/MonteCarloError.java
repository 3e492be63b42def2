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
                        replicate -> Percentiles.lowestMean(replicates.part(values, replicate), share))));
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
     * Percentiles of values by trial.
     *
     * @param shares from 0 to 1
     */
    List<Estimate> percentiles(double[] values, double... shares) {
        Percentiles all = Percentiles.of(values, shares, independent);
        double[] errors = all.standardErrors();
        if (!isByFormula) {
            double[] byReplicates = percentileErrors(values, shares);
            Arrays.setAll(errors, i -> error(all.standardErrors()[i], () -> byReplicates[i]));
        }
        return IntStream.range(0, shares.length)
                .mapToObj(i -> new Estimate(all.values()[i], errors[i]))
                .toList();
    }

    /**
     * Percentiles of those values by trial that are numbers and not infinite.
     *
     * @param values of which at least one is
     * @param shares from 0 to 1
     */
    List<Estimate> percentilesOfKnown(double[] values, double... shares) {
        double[] known = known(values);
        if (known.length == values.length) {
            return percentiles(values, shares);
        }
        int among = Math.max(1, (int) ((long) independent * known.length / values.length));
        Percentiles all = Percentiles.of(known, shares, among);
        double[][] parts = IntStream.range(0, replicates.count())
                .mapToObj(replicate -> known(replicates.part(values, replicate)))
                .toArray(double[][]::new);
        boolean isEach = Arrays.stream(parts).allMatch(part -> part.length > 0);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> {
                    double byFormula = all.standardErrors()[i];
                    double error = isEach
                            ? error(
                                    byFormula,
                                    () -> Replicates.standardError(Arrays.stream(parts)
                                            .mapToDouble(part -> Percentiles.of(part, shares[i])
                                                    .values()[0])
                                            .toArray()))
                            : byFormula;
                    return new Estimate(all.values()[i], error);
                })
                .toList();
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    private double[] percentileErrors(double[] values, double[] shares) {
        double[][] byReplicate = IntStream.range(0, replicates.count())
                .parallel()
                .mapToObj(replicate -> Percentiles.of(
                                replicates.part(values, replicate), shares, replicates.size(replicate))
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
        double[] shares = new double[counts.length];
        Arrays.setAll(shares, replicate -> counts[replicate] / replicates.size(replicate));
        double byFormula = Math.sqrt(share * (1 - share) / independent);
        return new Estimate(share, error(byFormula, () -> Replicates.standardError(shares)));
    }
}
