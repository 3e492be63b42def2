package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.options.DifferenceOptions;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;

/**
 * Outcomes without treatment are imputed from effects of units and times fitted on untreated rows alone, and the effect is the
 * average of treated rows less their imputed outcomes (Borusyak, Jaravel and Spiess 2024, Review of Economic Studies 91).
 */
final class Imputation {

    private static final int LEVEL = 3;
    private static final int MOST_SWEEPS = 100_000;
    private static final double TOLERANCE = 1e-13;

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final Sample sample;
    private final Grouping units;
    private final Grouping times;
    private final Periods periods;
    private final Starts starts;
    private final double[] outcome;
    private final boolean[] untreated;
    private final boolean[] counted;
    private final Inference inference;

    /** The effect by periods since treatment began. */
    record ImputationDetails(List<EventTime> eventTime, int treatedRows, int untreatedRows) implements Details {}

    record EventTime(int time, double estimate, double standardError) {}

    private record Averaged(double estimate, double standardError) {}

    Imputation(StudyCase studyCase) {
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        studyCase.required(roles.treatmentStart(), "treatmentStart");
        if (!roles.covariates().isEmpty() || roles.weight().isPresent()) {
            throw studyCase.unusable(
                    "/columns",
                    "the imputation estimator takes no covariates and no weights",
                    "leave them out, or use the estimator group-time");
        }
        PanelRows rows = PanelRows.of(studyCase);
        this.sample = rows.sample();
        this.units = rows.units();
        this.periods = rows.periods();
        this.times = periods.grouping();
        this.starts = rows.starts().orElseThrow();
        this.outcome = sample.numbers("/columns/outcome", roles.outcome());
        int anticipation = studyCase.options(DifferenceOptions.class).anticipation();
        this.untreated = new boolean[outcome.length];
        for (int row = 0; row < outcome.length; row++) {
            untreated[row] = starts.isNever(row) || periods.of(row) < starts.of(row) - anticipation;
        }
        this.counted = counted();
        this.inference = Inference.normal(studyCase.study().options().level());
    }

    /** Treated rows whose unit and whose time have untreated rows to impute from. */
    private boolean[] counted() {
        boolean[] unitKnown = new boolean[units.size()];
        boolean[] timeKnown = new boolean[times.size()];
        for (int row = 0; row < outcome.length; row++) {
            unitKnown[units.codes()[row]] |= untreated[row];
            timeKnown[times.codes()[row]] |= untreated[row];
        }
        boolean[] usable = new boolean[outcome.length];
        for (int row = 0; row < usable.length; row++) {
            usable[row] = isTreated(row) && unitKnown[units.codes()[row]] && timeKnown[times.codes()[row]];
        }
        return usable;
    }

    private boolean isTreated(int row) {
        return starts.isTreated(row, periods.of(row));
    }

    /** Periods since the treatment of a treated row began. */
    private int since(int row) {
        return periods.of(row) - starts.of(row);
    }

    Attribution attribute() {
        int treatedRows = count(counted);
        if (treatedRows == 0) {
            throw studyCase.unusable(
                    "/columns/treatmentStart",
                    "no treated row has untreated rows of its unit and of its time to compare with",
                    "use data from before treatment and with units that are not treated yet");
        }
        double[][] effects = effects(sums(untreated, outcome), untreatedCounts());
        double[] left = new double[outcome.length];
        for (int row = 0; row < left.length; row++) {
            left[row] = outcome[row] - effects[0][units.codes()[row]] - effects[1][times.codes()[row]];
        }
        Averaged all = averaged(counted, left);
        List<EventTime> events = new ArrayList<>();
        List<Series.Point> points = new ArrayList<>();
        for (int event : IntStream.range(0, left.length)
                .filter(row -> counted[row])
                .map(this::since)
                .distinct()
                .sorted()
                .toArray()) {
            boolean[] own = new boolean[left.length];
            for (int row = 0; row < own.length; row++) {
                own[row] = counted[row] && since(row) == event;
            }
            Averaged found = averaged(own, left);
            Interval interval = inference.interval(found.estimate, found.standardError);
            events.add(new EventTime(event, found.estimate, found.standardError));
            points.add(new Series.Point("after", event, found.estimate, interval.low(), interval.high()));
        }
        List<Dropped> dropped = new ArrayList<>(sample.dropped());
        long lost = IntStream.range(0, left.length)
                .filter(row -> isTreated(row) && !counted[row])
                .count();
        if (lost > 0) {
            dropped.add(new Dropped("treated rows without untreated rows of their unit or of their time", lost));
        }
        return new Attribution(
                studyCase,
                "imputation",
                "The average effect of treatment on " + roles.outcome() + " over all treated rows",
                inference.finding(all.estimate, all.standardError),
                treatedRows + count(untreated),
                units.size(),
                dropped,
                events.stream()
                        .map(event -> inference.coefficient("event " + event.time, event.estimate, event.standardError))
                        .toList(),
                new ImputationDetails(events, treatedRows, count(untreated)),
                List.of(Diagnostic.of(
                        "staggered-timing",
                        "No treated unit serves as a control",
                        Outcome.PASS,
                        "What would have happened without treatment is taken from untreated rows alone.")),
                List.of(new Series("event-study", "Effect by periods since treatment began", points)),
                List.of(
                        "Standard errors are clustered by "
                                + (roles.clusters().isEmpty()
                                        ? "unit"
                                        : roles.clusters().getFirst())
                                + " and err on the safe side where effects differ within a group and time.",
                        "Intervals and tests use the normal distribution."),
                List.of(
                        "Without treatment, every unit would have followed its own level and the common course of time.",
                        "The treatment of some units did not spill over to the others."),
                LEVEL);
    }

    private static int count(boolean[] rows) {
        int count = 0;
        for (boolean row : rows) {
            count += row ? 1 : 0;
        }
        return count;
    }

    private double[][] untreatedCounts() {
        double[] ones = new double[outcome.length];
        Arrays.fill(ones, 1);
        return sums(untreated, ones);
    }

    /** Sums over rows by unit and by time. */
    private double[][] sums(boolean[] rows, double[] values) {
        double[][] sums = {new double[units.size()], new double[times.size()]};
        for (int row = 0; row < values.length; row++) {
            if (rows[row]) {
                sums[0][units.codes()[row]] += values[row];
                sums[1][times.codes()[row]] += values[row];
            }
        }
        return sums;
    }

    /**
     * Numbers for units and times whose sums over untreated rows are the given ones, by sweeping to and fro.
     *
     * @param counts of untreated rows by unit and by time; where there are none the number is 0
     */
    private double[][] effects(double[][] wanted, double[][] counts) {
        double[][] effects = {new double[units.size()], new double[times.size()]};
        double scale = 0;
        for (int row = 0; row < outcome.length; row++) {
            scale = Math.max(scale, Math.abs(outcome[row]));
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double moved = 0;
            for (int side = 0; side < 2; side++) {
                double[] rest = wanted[side].clone();
                for (int row = 0; row < outcome.length; row++) {
                    if (untreated[row]) {
                        int own = side == 0 ? units.codes()[row] : times.codes()[row];
                        int other = side == 0 ? times.codes()[row] : units.codes()[row];
                        rest[own] -= effects[1 - side][other];
                    }
                }
                for (int group = 0; group < rest.length; group++) {
                    if (counts[side][group] > 0) {
                        double value = rest[group] / counts[side][group];
                        moved = Math.max(moved, Math.abs(value - effects[side][group]));
                        effects[side][group] = value;
                    }
                }
            }
            if (moved <= TOLERANCE * Math.max(scale, 1)) {
                break;
            }
        }
        return effects;
    }

    /** The mean of what is left over some treated rows, with the standard error of their theorem 3. */
    private Averaged averaged(boolean[] rows, double[] left) {
        double share = 1.0 / count(rows);
        double estimate = 0;
        double[] weights = new double[left.length];
        Map<String, double[]> means = new HashMap<>();
        for (int row = 0; row < left.length; row++) {
            if (rows[row]) {
                estimate += share * left[row];
                weights[row] = share;
                double[] mean = means.computeIfAbsent(starts.of(row) + " " + periods.of(row), _ -> new double[2]);
                mean[0] += left[row];
                mean[1]++;
            }
        }
        double[][] balance = effects(sums(rows, weights), untreatedCounts());
        Grouping clusters = roles.clusters().isEmpty()
                ? units
                : sample.grouping(roles.clusters().getFirst());
        Map<Integer, Double> byCluster = new TreeMap<>();
        for (int row = 0; row < left.length; row++) {
            double part = 0;
            if (rows[row]) {
                double[] mean = means.getOrDefault(starts.of(row) + " " + periods.of(row), new double[] {0, 1});
                part = share * (left[row] - mean[0] / mean[1]);
            } else if (untreated[row]) {
                part = -(balance[0][units.codes()[row]] + balance[1][times.codes()[row]]) * left[row];
            }
            byCluster.merge(clusters.codes()[row], part, Double::sum);
        }
        double variance =
                byCluster.values().stream().mapToDouble(part -> part * part).sum();
        return new Averaged(estimate, Math.sqrt(variance));
    }
}
