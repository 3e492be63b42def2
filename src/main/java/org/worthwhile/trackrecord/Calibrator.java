package org.worthwhile.trackrecord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Compares probabilities with what happened. */
final class Calibrator {

    /** Sums of probabilities that differ by less are as likely as one another. */
    private static final double AS_LIKELY = 1 + 1e-7;

    private final double[] probabilities;
    private final double[] counts;
    private final double[] shares;
    private final double total;

    private Calibrator(double[] probabilities, double[] counts, double[] happened) {
        this.probabilities = probabilities;
        this.counts = counts;
        this.shares = new double[counts.length];
        Arrays.setAll(shares, i -> happened[i] / counts[i]);
        this.total = Arrays.stream(counts).sum();
    }

    /**
     * The calibration of forecasts.
     *
     * @param forecasts not empty
     */
    static Calibration of(List<PastProbability> forecasts, TrackRecordOptions options) {
        TreeMap<Double, int[]> byProbability = new TreeMap<>();
        for (PastProbability forecast : forecasts) {
            int[] counts = byProbability.computeIfAbsent(forecast.probability() + 0.0, _ -> new int[2]);
            counts[0]++;
            counts[1] += forecast.happened() ? 1 : 0;
        }
        double[] probabilities =
                byProbability.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] counts =
                byProbability.values().stream().mapToDouble(each -> each[0]).toArray();
        double[] happened =
                byProbability.values().stream().mapToDouble(each -> each[1]).toArray();
        return new Calibrator(probabilities, counts, happened).calibrate(happened, options);
    }

    private Calibration calibrate(double[] happened, TrackRecordOptions options) {
        double share = Arrays.stream(happened).sum() / total;
        double uncertainty = share * (1 - share);
        double reliability = 0;
        double resolution = 0;
        double brier = 0;
        for (int i = 0; i < counts.length; i++) {
            double weight = counts[i] / total;
            reliability += weight * (probabilities[i] - shares[i]) * (probabilities[i] - shares[i]);
            resolution += weight * (shares[i] - share) * (shares[i] - share);
            brier += weight * score(probabilities[i], shares[i]);
        }
        double[] recalibrated = IsotonicFit.of(shares, counts);
        double best = score(recalibrated, shares);
        double miscalibration = brier - best;
        Simulated simulated = simulate(miscalibration, options);
        List<Calibration.Point> points = new ArrayList<>();
        double expected = 0;
        for (int i = 0; i < counts.length; i++) {
            expected += counts[i] * probabilities[i];
            points.add(new Calibration.Point(
                    probabilities[i],
                    (int) counts[i],
                    (int) happened[i],
                    recalibrated[i],
                    simulated.low()[i],
                    simulated.high()[i]));
        }
        int all = (int) Arrays.stream(happened).sum();
        return new Calibration(
                (int) total,
                all,
                expected,
                brier,
                new Calibration.Murphy(reliability, resolution, uncertainty),
                new Calibration.Corp(miscalibration, uncertainty - best, uncertainty),
                points,
                inTheLarge(all),
                simulated.pValue());
    }

    /** The mean Brier score of a probability where a share of the events happened. */
    private static double score(double probability, double share) {
        return share * (1 - probability) * (1 - probability) + (1 - share) * probability * probability;
    }

    private double score(double[] said, double[] happened) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] / total * score(said[i], happened[i]);
        }
        return sum;
    }

    private record Simulated(double[] low, double[] high, double pValue) {}

    /** Outcomes drawn with the probabilities: the band of their isotonic shares, and how often their miscalibration is as large. */
    private Simulated simulate(double miscalibration, TrackRecordOptions options) {
        SplittableRandom random = new SplittableRandom(options.seed());
        int draws = options.draws();
        double[][] fitted = new double[counts.length][draws];
        int asLarge = 1;
        for (int draw = 0; draw < draws; draw++) {
            double[] drawn = new double[counts.length];
            for (int i = 0; i < counts.length; i++) {
                int happened = 0;
                for (int j = 0; j < counts[i]; j++) {
                    happened += random.nextDouble() < probabilities[i] ? 1 : 0;
                }
                drawn[i] = happened / counts[i];
            }
            double[] isotonic = IsotonicFit.of(drawn, counts);
            for (int i = 0; i < counts.length; i++) {
                fitted[i][draw] = isotonic[i];
            }
            double own = score(probabilities, drawn) - score(isotonic, drawn);
            asLarge += own >= miscalibration - 1e-12 ? 1 : 0;
        }
        double[] low = new double[counts.length];
        double[] high = new double[counts.length];
        int rank = (int) Math.floor((1 - options.level()) / 2 * (draws + 1));
        for (int i = 0; i < counts.length; i++) {
            Arrays.sort(fitted[i]);
            low[i] = fitted[i][Math.max(0, rank - 1)];
            high[i] = fitted[i][Math.min(draws - 1, draws - rank)];
        }
        return new Simulated(low, high, (double) asLarge / (draws + 1));
    }

    /** The probability of a number of events that is no more likely than that which happened. */
    private double inTheLarge(int happened) {
        double[] distribution = {1};
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i]; j++) {
                double[] next = new double[distribution.length + 1];
                for (int k = 0; k < distribution.length; k++) {
                    next[k] += (1 - probabilities[i]) * distribution[k];
                    next[k + 1] += probabilities[i] * distribution[k];
                }
                distribution = next;
            }
        }
        double own = distribution[happened];
        return Math.min(
                1,
                Arrays.stream(distribution)
                        .filter(each -> each <= own * AS_LIKELY)
                        .sum());
    }
}
