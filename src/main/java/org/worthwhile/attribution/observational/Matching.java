package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.options.ObservationalOptions;

/**
 * Each treated row against its nearest untreated ones by propensity: greedily, the treated in descending order of their score.
 * Without replacement a row takes the nearest control that is left at or below its own score, and one above it only when none
 * is left below, which gives the published reference results; with replacement it takes the nearest on either side.
 */
final class Matching {

    private final double[] outcome;
    private final boolean[] treated;
    private final double[] score;
    private final int ratio;
    private final boolean replace;
    private final double furthest;

    Matching(ObservationalOptions options, double[] outcome, boolean[] treated, double[] score) {
        this.outcome = outcome;
        this.treated = treated;
        this.score = score;
        this.ratio = options.ratio();
        this.replace = options.replace();
        this.furthest = options.caliper().isPresent()
                ? options.caliper().getAsDouble() * Resampling.deviation(score)
                : Double.POSITIVE_INFINITY;
    }

    /**
     * The average difference of treated rows and their matches. Its variance is that of Abadie and Imbens (2006, Econometrica
     * 74, theorem 7), which is the variance of the differences where no control is used twice.
     */
    Effect effect(StudyCase studyCase) {
        List<List<Integer>> matches = matches();
        double[] uses = new double[outcome.length];
        double[] squaredUses = new double[outcome.length];
        double[] differences = new double[outcome.length];
        int matched = 0;
        double sum = 0;
        for (int row = 0; row < outcome.length; row++) {
            List<Integer> own = matches.get(row);
            if (!own.isEmpty()) {
                double mean = 0;
                for (int control : own) {
                    mean += outcome[control] / own.size();
                    uses[control] += 1.0 / own.size();
                    squaredUses[control] += 1.0 / ((double) own.size() * own.size());
                }
                differences[row] = outcome[row] - mean;
                sum += differences[row];
                matched++;
            }
        }
        if (matched < 2) {
            throw studyCase.unusable(
                    "/options/caliper", "only " + matched + " treated rows found a match", "use a wider caliper");
        }
        double estimate = sum / matched;
        double variance = 0;
        for (int row = 0; row < outcome.length; row++) {
            if (!matches.get(row).isEmpty()) {
                variance += (differences[row] - estimate) * (differences[row] - estimate);
            }
            double repeated = uses[row] * uses[row] - squaredUses[row];
            variance += repeated > 0 ? repeated * varianceNear(row) : 0;
        }
        double[] weights = new double[outcome.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = treated[row] ? (matches.get(row).isEmpty() ? 0 : 1) : uses[row];
        }
        return new Effect(estimate, Math.sqrt(variance) / matched, weights, matched);
    }

    private List<List<Integer>> matches() {
        List<List<Integer>> matches = new ArrayList<>();
        for (int row = 0; row < outcome.length; row++) {
            matches.add(new ArrayList<>());
        }
        List<Integer> order = IntStream.range(0, outcome.length)
                .filter(row -> treated[row])
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -score[row]))
                .toList();
        boolean[] taken = new boolean[outcome.length];
        for (int round = 0; round < ratio; round++) {
            for (int row : order) {
                int nearest = nearest(row, taken, matches.get(row));
                if (nearest >= 0) {
                    matches.get(row).add(nearest);
                    taken[nearest] = !replace;
                }
            }
        }
        return matches;
    }

    private int nearest(int row, boolean[] taken, List<Integer> already) {
        int nearest = -1;
        boolean belowFound = false;
        double least = Double.POSITIVE_INFINITY;
        for (int control = 0; control < outcome.length; control++) {
            if (!treated[control] && !taken[control]) {
                double distance = Math.abs(score[control] - score[row]);
                boolean below = replace || score[control] <= score[row];
                boolean preferred = below == belowFound ? distance < least : below;
                if (preferred && distance <= furthest && !already.contains(control)) {
                    least = distance;
                    nearest = control;
                    belowFound = below;
                }
            }
        }
        return nearest;
    }

    /** The variance of the outcome near a row, from the row of its arm that is nearest. */
    private double varianceNear(int row) {
        int nearest = row;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < outcome.length; other++) {
            double distance = Math.abs(score[other] - score[row]);
            if (other != row && treated[other] == treated[row] && distance < least) {
                least = distance;
                nearest = other;
            }
        }
        double difference = outcome[row] - outcome[nearest];
        return difference * difference / 2;
    }

    /** The scores of matched rows by arm: means, treated first. */
    static double[] means(double[] values, boolean[] treated, double[] weights) {
        double[] sums = new double[2];
        double[] totals = new double[2];
        for (int row = 0; row < values.length; row++) {
            int arm = treated[row] ? 0 : 1;
            sums[arm] += weights[row] * values[row];
            totals[arm] += weights[row];
        }
        return Arrays.stream(new int[] {0, 1})
                .mapToDouble(arm -> sums[arm] / totals[arm])
                .toArray();
    }
}
