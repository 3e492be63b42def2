package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.observational.ObservationalOptions.Rule;

/**
 * Each treated row against its nearest untreated ones, by propensity or by all covariates at once, and among those with the same
 * values of some covariates where these must be equal: greedily, the treated in descending order of their propensity.
 * The nearest may be on either side. By the rule below-first, a match without replacement is the nearest control that is left
 * at or below the row's own score, and one above it only when none is left below, which is what the R package MatchIt 4.5.1 does
 * but for scores that are exactly equal.
 */
final class Matching {

    /** Distances within this share of each other are equal. */
    private static final double EQUAL = 1e-12;

    private final ObservationalOptions options;
    private final double[] outcome;
    private final boolean[] treated;
    private final double[] own;
    private final Optional<Grouping> clusters;
    private final double[] score;
    private final Grouping strata;
    private final Candidates[] controls;
    private final Candidates[] arms;

    /**
     * Prepares.
     *
     * @param covariates for Mahalanobis's distance
     */
    Matching(ObservationalOptions options, Comparison comparison, double[] score, List<Term> covariates) {
        this.options = options;
        this.outcome = comparison.outcome();
        this.treated = comparison.treated();
        this.own = comparison.weights();
        this.clusters = comparison.clusters();
        this.score = score;
        this.strata = comparison.strata();
        double furthest = options.caliper().isPresent()
                ? options.caliper().getAsDouble() * Resampling.deviation(score)
                : Double.POSITIVE_INFINITY;
        boolean mahalanobis = options.distance() == ObservationalOptions.Distance.MAHALANOBIS;
        double[][] positions = mahalanobis ? MahalanobisCandidates.positions(covariates, treated) : new double[0][];
        boolean belowFirst = options.rule() == Rule.BELOW_FIRST;
        this.controls = IntStream.range(0, strata.size())
                .mapToObj(stratum -> candidates(
                        positions, furthest, belowFirst, row -> !treated[row] && strata.codes()[row] == stratum))
                .toArray(Candidates[]::new);
        this.arms = IntStream.range(0, 2)
                .mapToObj(arm ->
                        candidates(positions, Double.POSITIVE_INFINITY, false, row -> treated[row] == (arm == 1)))
                .toArray(Candidates[]::new);
    }

    private Candidates candidates(double[][] positions, double furthest, boolean belowFirst, IntPredicate member) {
        return positions.length > 0
                ? new MahalanobisCandidates(positions, score, furthest, member)
                : new ScoreCandidates(score, furthest, belowFirst, member);
    }

    private Candidates controlsOf(int row) {
        return controls[strata.codes()[row]];
    }

    /**
     * The average difference of treated rows and their matches, each counting by its own weight, since it is over the treated
     * that the average is; a control has the weights of those it is matched to. Its variance is that of Abadie and Imbens (2006,
     * Econometrica 74, theorem 7), which is the variance of the differences where no control is used twice. Where rows are
     * clustered, it is that of the sums within clusters of what each row adds, beside what its covariates explain.
     *
     * @param untreatedFit the outcome that each row's covariates explain without treatment; used where rows are clustered
     */
    Effect effect(StudyCase studyCase, Supplier<double[]> untreatedFit) {
        List<List<Integer>> matches = options.averagesTies() ? allNearest() : greedy();
        double[] uses = new double[outcome.length];
        double[] squaredUses = new double[outcome.length];
        double[] differences = new double[outcome.length];
        int matched = 0;
        double sum = 0;
        double total = 0;
        for (int row = 0; row < outcome.length; row++) {
            List<Integer> found = matches.get(row);
            if (!found.isEmpty()) {
                double share = own[row] / found.size();
                double mean = 0;
                for (int control : found) {
                    mean += outcome[control] / found.size();
                    uses[control] += share;
                    squaredUses[control] += share * share;
                }
                differences[row] = outcome[row] - mean;
                sum += own[row] * differences[row];
                total += own[row];
                matched++;
            }
        }
        if (matched < 2) {
            throw studyCase.unusable(
                    "/options/caliper", "only " + matched + " treated rows found a match", "use a wider caliper");
        }
        double estimate = sum / total;
        double[] weights = new double[outcome.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = treated[row] ? (matches.get(row).isEmpty() ? 0 : own[row]) : uses[row];
        }
        int ties = options.averagesTies() ? 0 : tied();
        if (clusters.isPresent()) {
            return Effect.of(estimate, influence(weights, total, untreatedFit.get()), weights, matched, clusters)
                    .withTies(ties);
        }
        double variance = 0;
        for (int row = 0; row < outcome.length; row++) {
            if (!matches.get(row).isEmpty()) {
                double part = own[row] * (differences[row] - estimate);
                variance += part * part;
            }
            double repeated = uses[row] * uses[row] - squaredUses[row];
            variance += repeated > 0 ? repeated * varianceNear(row) : 0;
        }
        return new Effect(estimate, Math.sqrt(variance) / total, weights, matched, OptionalInt.empty(), ties);
    }

    /** What each row adds to the estimate by its outcome beside the fit, about the mean of its arm; rows as many times as large. */
    private double[] influence(double[] weights, double total, double[] fit) {
        double[] beside = new double[outcome.length];
        Arrays.setAll(beside, row -> outcome[row] - fit[row]);
        List<Double> means = means(beside, treated, weights);
        double[] influence = new double[outcome.length];
        Arrays.setAll(
                influence,
                row -> (treated[row] ? beside[row] - means.getFirst() : means.getLast() - beside[row])
                        * weights[row]
                        / total
                        * outcome.length);
        return influence;
    }

    private List<Integer> treatedRows() {
        return IntStream.range(0, outcome.length)
                .filter(row -> treated[row])
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -score[row]))
                .toList();
    }

    private List<List<Integer>> none() {
        List<List<Integer>> matches = new ArrayList<>();
        for (int row = 0; row < outcome.length; row++) {
            matches.add(new ArrayList<>());
        }
        return matches;
    }

    private List<List<Integer>> greedy() {
        List<List<Integer>> matches = none();
        List<Integer> order = treatedRows();
        for (int round = 0; round < options.ratio(); round++) {
            for (int row : order) {
                Candidates near = controlsOf(row);
                int nearest = near.nearest(row, matches.get(row));
                if (nearest != Candidates.NONE) {
                    matches.get(row).add(nearest);
                    if (!options.replace()) {
                        near.take(nearest);
                    }
                }
            }
        }
        return matches;
    }

    /** With replacement: the controls no further than the last of as many as are wanted, all that are level with it among them. */
    private List<List<Integer>> allNearest() {
        List<List<Integer>> matches = none();
        for (int row : treatedRows()) {
            double[] distances = controlsOf(row).distances(row, options.ratio());
            if (distances.length > 0) {
                double last = distances[distances.length - 1] * (1 + EQUAL);
                for (int control : controlsOf(row).within(row, last)) {
                    matches.get(row).add(control);
                }
            }
        }
        return matches;
    }

    /** Treated rows for which another control is as near as the last that is wanted, so that the order of rows decides. */
    private int tied() {
        int tied = 0;
        for (int row : treatedRows()) {
            int wanted = options.ratio();
            double[] distances = controlsOf(row).distances(row, wanted + 1);
            tied += distances.length > wanted && distances[wanted] <= distances[wanted - 1] * (1 + EQUAL) ? 1 : 0;
        }
        return tied;
    }

    /** The variance of the outcome near a row, from the rows of its arm that are nearest. */
    private double varianceNear(int row) {
        Candidates arm = arms[treated[row] ? 1 : 0];
        double[] distances = arm.distances(row, 2);
        if (distances.length < 2) {
            return 0;
        }
        // The row itself is the nearest of all.
        double sum = 0;
        int count = 0;
        for (int other : arm.within(row, distances[1] * (1 + EQUAL))) {
            if (other != row) {
                sum += outcome[other];
                count++;
            }
        }
        double difference = outcome[row] - sum / count;
        return difference * difference * count / (count + 1.0);
    }

    /** The weighted means of values by arm, treated first. */
    static List<Double> means(double[] values, boolean[] treated, double[] weights) {
        double[] sums = new double[2];
        double[] totals = new double[2];
        for (int row = 0; row < values.length; row++) {
            int arm = treated[row] ? 0 : 1;
            sums[arm] += weights[row] * values[row];
            totals[arm] += weights[row];
        }
        return List.of(sums[0] / totals[0], sums[1] / totals[1]);
    }
}
