package org.worthwhile.attribution.did;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;

/**
 * Averages of treated rows less their imputed outcomes, with standard errors by theorem 3 of Borusyak and others: departures of
 * treated rows are held against the mean of a group within which effects are taken to be alike, each counting by the square of
 * its weight, which makes the error smallest. A group of one unit has no
 * departure, so that groups are made as wide as it takes for each to hold several units.
 */
final class ImputedEffects {

    private final UntreatedModel model;
    private final PanelRows rows;
    private final int[] counted;
    private final double[] weights;
    private final Alike alike;

    /** Among which treated rows effects are taken to be alike, from the narrowest. */
    private enum Alike {
        COHORT_AND_PERIOD("effects are held against their mean in a cohort and period"),
        EVENT_TIME("effects are held against their mean at a time since treatment, as some cohorts are one unit"),
        ALL("effects are held against their mean, as some times since treatment have one unit");

        private final String words;

        Alike(String words) {
            this.words = words;
        }
    }

    ImputedEffects(UntreatedModel model, PanelRows rows, int[] counted, double[] weights) {
        this.model = model;
        this.rows = rows;
        this.counted = counted;
        this.weights = weights;
        this.alike = leastUnits(Alike.COHORT_AND_PERIOD) > 1
                ? Alike.COHORT_AND_PERIOD
                : leastUnits(Alike.EVENT_TIME) > 1 ? Alike.EVENT_TIME : Alike.ALL;
    }

    private IntFunction<String> key(Alike kind) {
        Periods periods = rows.periods();
        Starts starts = rows.starts().orElseThrow();
        return switch (kind) {
            case COHORT_AND_PERIOD -> row -> starts.of(row) + " " + periods.of(row);
            case EVENT_TIME -> row -> Integer.toString(periods.of(row) - starts.of(row));
            case ALL -> _ -> "";
        };
    }

    /** The number of units in the smallest group. */
    private int leastUnits(Alike kind) {
        Map<String, Set<Integer>> units = new HashMap<>();
        IntFunction<String> key = key(kind);
        for (int row : counted) {
            units.computeIfAbsent(key.apply(row), _ -> new HashSet<>())
                    .add(rows.units().codes()[row]);
        }
        return units.values().stream().mapToInt(Set::size).min().orElse(0);
    }

    /** The average over some of the treated rows, with the influence of each row on it. */
    InfluenceEstimate average(IntPredicate chosen) {
        int[] own = IntStream.of(counted).filter(chosen).toArray();
        double total = IntStream.of(own).mapToDouble(row -> weights[row]).sum();
        double[] departures = model.departures();
        double[] shares = new double[departures.length];
        Map<String, double[]> means = new HashMap<>();
        IntFunction<String> key = key(alike);
        double estimate = 0;
        for (int row : own) {
            double share = weights[row] / total;
            estimate += share * departures[row];
            shares[row] = share;
            double[] mean = means.computeIfAbsent(key.apply(row), _ -> new double[2]);
            mean[0] += weights[row] * weights[row] * departures[row];
            mean[1] += weights[row] * weights[row];
        }
        double[] parts = model.influence(shares);
        double n = parts.length;
        for (int row = 0; row < parts.length; row++) {
            parts[row] *= n * departures[row];
        }
        for (int row : own) {
            double[] mean = means.getOrDefault(key.apply(row), new double[] {0, 1});
            parts[row] = n * shares[row] * (departures[row] - mean[0] / mean[1]);
        }
        return new InfluenceEstimate(estimate, parts);
    }

    /** What the outcome of each untreated row counts for in the average over some of the treated rows. */
    double[] counts(IntPredicate chosen) {
        int[] own = IntStream.of(counted).filter(chosen).toArray();
        double total = IntStream.of(own).mapToDouble(row -> weights[row]).sum();
        double[] shares = new double[weights.length];
        for (int row : own) {
            shares[row] = weights[row] / total;
        }
        return model.influence(shares);
    }

    /** Whether departures are from the mean of a cohort, and not of several together. */
    boolean areByCohort() {
        return alike == Alike.COHORT_AND_PERIOD;
    }

    /** What effects are held against, in words. */
    String convention() {
        return alike.words;
    }

    /** That there are cohorts of one, whose standard error rests on others. */
    Optional<Diagnostic> fewTreated() {
        int units = (int) IntStream.of(counted)
                .map(row -> rows.units().codes()[row])
                .distinct()
                .count();
        if (areByCohort() || units == 1) {
            return Optional.empty();
        }
        return Optional.of(new Diagnostic(
                "few-treated",
                "Cohorts large enough",
                Outcome.WARN,
                OptionalDouble.of(units),
                OptionalDouble.empty(),
                "Some cohort is one unit, of " + units
                        + " treated units in all, so that how far effects differ by"
                        + " chance is taken from units treated at other times."));
    }
}
