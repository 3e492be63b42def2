package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.did.GroupTimeEffects.Control;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;

/**
 * Units that are all observed in every period.
 *
 * @param times of the periods, rising
 * @param starts when each unit's treatment begins; positive infinity for never within the periods
 * @param outcomes by unit and period
 * @param covariates by term, unit and period, without an intercept
 * @param weights by unit, with mean 1
 * @param clusters of the units; each unit its own where the study names none
 */
record BalancedPanel(
        double[] times,
        double[] starts,
        double[][] outcomes,
        List<double[][]> covariates,
        double[] weights,
        Grouping clusters,
        List<Dropped> dropped)
        implements Observations {

    /** Lays out the study's rows, leaving out units not observed in every period or treated from the first. */
    static BalancedPanel of(StudyCase studyCase, int anticipation) {
        Study.Roles roles = studyCase.study().roles();
        String unitColumn = required(studyCase, roles.unit(), "unit");
        String timeColumn = required(studyCase, roles.time(), "time");
        String startColumn = required(studyCase, roles.treatmentStart(), "treatmentStart");
        Sample sample = Sample.of(studyCase, roles.columns(), Set.of(startColumn));
        double[] time = sample.numbers("/columns/time", timeColumn);
        double[] start = starts(sample, startColumn);
        Grouping units = sample.grouping(unitColumn);
        double[] times = DoubleStream.of(time).distinct().sorted().toArray();
        int[][] rowOf = rows(studyCase, units, time, times);
        requireOneStart(studyCase, units, start);

        double lastTime = times[times.length - 1];
        List<Integer> kept = new ArrayList<>();
        int incomplete = 0;
        int always = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            if (Arrays.stream(rowOf[unit]).anyMatch(row -> row < 0)) {
                incomplete++;
            } else if (start[rowOf[unit][0]] - anticipation <= times[0]) {
                always++;
            } else {
                kept.add(unit);
            }
        }
        List<Dropped> dropped = new ArrayList<>(sample.dropped());
        addIfAny(dropped, "units not observed in every period", incomplete);
        addIfAny(dropped, "units treated in the first period or before, which have no period to compare with", always);
        if (kept.isEmpty()) {
            throw studyCase.unusable(
                    "/columns",
                    "no unit is observed in every period and untreated in the first",
                    "check the columns for unit, time and treatmentStart");
        }
        int[] chosen = kept.stream().mapToInt(Integer::intValue).toArray();
        double[] outcome = sample.numbers("/columns/outcome", roles.outcome());
        List<Term> terms = LinearModel.covariates(sample, roles.covariates());
        double[] weight = RegressionStudy.weights(studyCase, sample);
        return new BalancedPanel(
                times,
                IntStream.of(chosen)
                        .mapToDouble(unit -> start[rowOf[unit][0]] > lastTime ? NEVER : start[rowOf[unit][0]])
                        .toArray(),
                values(chosen, rowOf, outcome),
                terms.stream().map(term -> values(chosen, rowOf, term.values())).toList(),
                normalised(IntStream.of(chosen)
                        .mapToDouble(unit -> weight[rowOf[unit][0]])
                        .toArray()),
                clusters(studyCase, sample, chosen, rowOf),
                dropped);
    }

    int units() {
        return starts.length;
    }

    @Override
    public long rows() {
        return (long) units() * times.length;
    }

    @Override
    public Optional<Double> mean(double start, int period) {
        double sum = 0;
        double weight = 0;
        for (int unit = 0; unit < units(); unit++) {
            if (starts[unit] == start) {
                sum += weights[unit] * outcomes[unit][period];
                weight += weights[unit];
            }
        }
        return weight > 0 ? Optional.of(sum / weight) : Optional.empty();
    }

    @Override
    public Optional<Estimated> effect(double group, int period, int base, Control control, int anticipation) {
        double later = Math.max(times[period], times[base]);
        int[] members = IntStream.range(0, units())
                .filter(unit ->
                        starts[unit] == group || Observations.isControl(starts[unit], later, control, anticipation))
                .toArray();
        boolean[] treated = new boolean[members.length];
        double[] changes = new double[members.length];
        double[] memberWeights = new double[members.length];
        double[][] columns = new double[covariates.size() + 1][members.length];
        Arrays.fill(columns[0], 1);
        int earlierPeriod = Math.min(period, base);
        for (int i = 0; i < members.length; i++) {
            int unit = members[i];
            treated[i] = starts[unit] == group;
            changes[i] = outcomes[unit][period] - outcomes[unit][base];
            memberWeights[i] = weights[unit];
            for (int j = 1; j < columns.length; j++) {
                columns[j][i] = covariates.get(j - 1)[unit][earlierPeriod];
            }
        }
        if (IntStream.range(0, treated.length).allMatch(i -> treated[i])) {
            return Optional.empty();
        }
        return TwoPeriods.estimate(changes, treated, columns, memberWeights).map(effect -> spread(effect, members));
    }

    /** The influence over all units: those that took no part have none, and the others as much more. */
    private Estimated spread(TwoPeriods effect, int[] members) {
        double[] influence = new double[units()];
        double factor = (double) units() / members.length;
        for (int i = 0; i < members.length; i++) {
            influence[members[i]] = factor * effect.influence()[i];
        }
        return new Estimated(effect.estimate(), influence);
    }

    @Override
    public BalancedPanel asIfFrom(double start, int periods) {
        return new BalancedPanel(
                Arrays.copyOf(times, periods),
                DoubleStream.of(starts).map(own -> own < NEVER ? start : NEVER).toArray(),
                first(outcomes, periods),
                covariates.stream().map(values -> first(values, periods)).toList(),
                weights,
                clusters,
                dropped);
    }

    private static double[][] first(double[][] values, int periods) {
        return Arrays.stream(values).map(row -> Arrays.copyOf(row, periods)).toArray(double[][]::new);
    }

    static double[] starts(Sample sample, String column) {
        double[] starts = sample.numbers("/columns/treatmentStart", column);
        for (int row = 0; row < starts.length; row++) {
            starts[row] = Double.isNaN(starts[row]) || starts[row] == 0 ? NEVER : starts[row];
        }
        return starts;
    }

    private static int[][] rows(StudyCase studyCase, Grouping units, double[] time, double[] times) {
        int[][] rows = new int[units.size()][times.length];
        for (int[] row : rows) {
            Arrays.fill(row, -1);
        }
        Set<String> repeated = new TreeSet<>();
        for (int row = 0; row < time.length; row++) {
            int unit = units.codes()[row];
            int period = Arrays.binarySearch(times, time[row]);
            if (rows[unit][period] >= 0) {
                repeated.add(units.labels().get(unit));
            }
            rows[unit][period] = row;
        }
        if (!repeated.isEmpty()) {
            throw studyCase.unusable(
                    "/columns/unit",
                    repeated.size() + " units have several rows in one period, such as '"
                            + repeated.iterator().next() + "'",
                    "name the column that tells the units apart, or add the rows up first");
        }
        return rows;
    }

    private static void requireOneStart(StudyCase studyCase, Grouping units, double[] start) {
        double[] first = new double[units.size()];
        boolean[] seen = new boolean[units.size()];
        for (int row = 0; row < start.length; row++) {
            int unit = units.codes()[row];
            if (seen[unit] && first[unit] != start[row]) {
                throw studyCase.unusable(
                        "/columns/treatmentStart",
                        "the unit '" + units.labels().get(unit) + "' has more than one start of treatment",
                        "give each unit the first time it was treated, the same in all its rows");
            }
            seen[unit] = true;
            first[unit] = start[row];
        }
    }

    private static double[][] values(int[] units, int[][] rowOf, double[] values) {
        return IntStream.of(units)
                .mapToObj(unit -> IntStream.of(rowOf[unit])
                        .mapToDouble(row -> values[row])
                        .toArray())
                .toArray(double[][]::new);
    }

    static double[] normalised(double[] weights) {
        double mean = DoubleStream.of(weights).sum() / weights.length;
        return DoubleStream.of(weights).map(weight -> weight / mean).toArray();
    }

    private static Grouping clusters(StudyCase studyCase, Sample sample, int[] units, int[][] rowOf) {
        List<String> names = studyCase.study().roles().clusters();
        if (names.isEmpty()) {
            return Grouping.of(units.length, Integer::toString);
        }
        if (names.size() > 1) {
            throw studyCase.unusable(
                    "/columns/cluster", "group-time effects take one cluster", "name the one that holds whole units");
        }
        Grouping clusters = sample.grouping(names.getFirst());
        for (int unit : units) {
            for (int row : rowOf[unit]) {
                if (clusters.codes()[row] != clusters.codes()[rowOf[unit][0]]) {
                    throw studyCase.unusable(
                            "/columns/cluster",
                            "a unit is in several clusters of '" + names.getFirst() + "'",
                            "name a cluster that holds whole units");
                }
            }
        }
        return Grouping.of(units.length, unit -> clusters.labels().get(clusters.codes()[rowOf[units[unit]][0]]));
    }

    private static String required(StudyCase studyCase, Optional<String> column, String role) {
        return column.orElseThrow(() -> studyCase.unusable(
                "/columns", "difference-in-differences needs a " + role, "name its column under columns"));
    }

    private static void addIfAny(List<Dropped> dropped, String reason, int count) {
        if (count > 0) {
            dropped.add(new Dropped(reason, count));
        }
    }
}
