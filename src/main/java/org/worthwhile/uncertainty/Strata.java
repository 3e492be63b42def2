package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Trials grouped by what was drawn of one input, in strata that are equally likely; of strata with one value there is one.
 *
 * @param values the mean of what was drawn by stratum, rising, from 0 for the lowest to 1 for the highest
 * @param weights their probabilities, which are known but for rows: the share of trials would add chance of its own
 * @param means of the options' net values, by option and stratum
 * @param without the same without each replicate, by option, replicate and stratum
 * @param counts of trials, by replicate and stratum
 * @param parts the means in each replicate, by option, replicate and stratum; 0 where it has no trial
 */
record Strata(
        double[] values,
        double[] weights,
        double[][] means,
        double[][][] without,
        double[][] counts,
        double[][][] parts) {

    /** What differs by less of the whole range is one value. */
    private static final double SAME = 1e-9;

    /**
     * Groups trials.
     *
     * @param probabilities at which the input was drawn, by trial
     * @param drawn what was drawn
     * @param npsv by option and trial
     * @param count of strata before those with one value become one
     * @param isOfRows whether the input takes the values of rows, which strata hold by their number and not equally
     */
    static Strata of(
            Replicates trials, double[] probabilities, double[] drawn, double[][] npsv, int count, boolean isOfRows) {
        int[] stratum = new int[drawn.length];
        Arrays.setAll(stratum, trial -> Math.min(count - 1, (int) (probabilities[trial] * count)));
        double[] sizes = new double[count];
        double[] sums = new double[count];
        for (int trial = 0; trial < drawn.length; trial++) {
            sizes[stratum[trial]]++;
            sums[stratum[trial]] += drawn[trial];
        }
        int[] rising = IntStream.range(0, count)
                .filter(each -> sizes[each] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(each -> sums[each] / sizes[each]))
                .mapToInt(Integer::intValue)
                .toArray();
        double lowest = sums[rising[0]] / sizes[rising[0]];
        double range = sums[rising[rising.length - 1]] / sizes[rising[rising.length - 1]] - lowest;
        int[] group = new int[count];
        double[] values = new double[rising.length];
        double[] weights = new double[rising.length];
        int groups = 0;
        for (int each : rising) {
            double value = range > 0 ? (sums[each] / sizes[each] - lowest) / range : 0;
            if (groups == 0 || value - values[groups - 1] > SAME) {
                values[groups++] = value;
            }
            group[each] = groups - 1;
            weights[groups - 1] += isOfRows ? sizes[each] / drawn.length : 1.0 / rising.length;
        }
        Arrays.setAll(stratum, trial -> group[stratum[trial]]);
        Moments moments = new Moments(trials, stratum, groups);
        int options = npsv.length;
        double[][] means = new double[options][];
        double[][][] without = new double[options][][];
        double[][][] parts = new double[options][][];
        for (int option = 0; option < options; option++) {
            moments.take(npsv[option]);
            means[option] = moments.means();
            without[option] = moments.without(means[option]);
            parts[option] = moments.parts();
        }
        return new Strata(
                Arrays.copyOf(values, groups), Arrays.copyOf(weights, groups), means, without, moments.counts, parts);
    }

    int count() {
        return values.length;
    }

    /** Sums over trials, by replicate and stratum. */
    private static final class Moments {

        private final Replicates trials;
        private final int[] stratum;
        private final double[][] counts;
        private final double[][] sums;

        Moments(Replicates trials, int[] stratum, int strata) {
            this.trials = trials;
            this.stratum = stratum;
            this.counts = new double[trials.count()][strata];
            this.sums = new double[trials.count()][strata];
            for (int replicate = 0; replicate < trials.count(); replicate++) {
                for (int trial = trials.start(replicate); trial < trials.start(replicate + 1); trial++) {
                    counts[replicate][stratum[trial]]++;
                }
            }
        }

        void take(double[] values) {
            for (int replicate = 0; replicate < trials.count(); replicate++) {
                double[] sum = sums[replicate];
                Arrays.fill(sum, 0);
                for (int trial = trials.start(replicate); trial < trials.start(replicate + 1); trial++) {
                    sum[stratum[trial]] += values[trial];
                }
            }
        }

        private static double[] total(double[][] byReplicate) {
            double[] total = new double[byReplicate[0].length];
            for (double[] each : byReplicate) {
                Arrays.setAll(total, i -> total[i] + each[i]);
            }
            return total;
        }

        double[] means() {
            double[] count = total(counts);
            double[] sum = total(sums);
            Arrays.setAll(sum, i -> sum[i] / count[i]);
            return sum;
        }

        /** The means in each replicate; 0 where it has no trial. */
        double[][] parts() {
            double[][] parts = new double[trials.count()][sums[0].length];
            for (int replicate = 0; replicate < trials.count(); replicate++) {
                for (int i = 0; i < sums[0].length; i++) {
                    parts[replicate][i] = sums[replicate][i] / Math.max(1, counts[replicate][i]);
                }
            }
            return parts;
        }

        /** A stratum that has trials in no other replicate keeps its mean. */
        double[][] without(double[] means) {
            double[] count = total(counts);
            double[] sum = total(sums);
            double[][] without = new double[trials.count()][means.length];
            for (int replicate = 0; replicate < trials.count(); replicate++) {
                for (int i = 0; i < means.length; i++) {
                    double others = count[i] - counts[replicate][i];
                    without[replicate][i] = others > 0 ? (sum[i] - sums[replicate][i]) / others : means[i];
                }
            }
            return without;
        }
    }
}
