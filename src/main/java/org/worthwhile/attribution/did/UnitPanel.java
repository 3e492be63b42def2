package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.did.DifferenceOptions.Control;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.Starts;

/**
 * Units that are observed in several periods, not necessarily in all: each pair of periods is compared over the units that
 * were seen in both.
 *
 * @param periods observed by anybody, as indices on the calendar, rising
 * @param starts the period from which each unit is treated; {@link Starts#NEVER} for never within the periods
 * @param outcomes by unit and period; NaN where a unit was not seen
 * @param covariates by term, unit and period, without an intercept
 * @param weights by unit, with mean 1
 * @param clusters of the units; each unit its own where the study names none
 */
record UnitPanel(
        Calendar calendar,
        int[] periods,
        int[] starts,
        double[][] outcomes,
        List<double[][]> covariates,
        double[] weights,
        Grouping clusters,
        List<Dropped> dropped,
        List<Diagnostic> notes)
        implements Observations {

    /** Lays out the study's rows, leaving out units seen once or not before their treatment. */
    static UnitPanel of(StudyCase studyCase, int anticipation) {
        Study.Roles roles = studyCase.study().roles();
        PanelRows rows = PanelRows.withStarts(studyCase);
        Sample sample = rows.sample();
        Starts start = rows.starts().orElseThrow();
        int[] periods = rows.periods().calendar().observed();
        int[][] rowOf = rows.byUnitAndPeriod();
        List<Integer> kept = new ArrayList<>();
        int always = 0;
        int incomplete = 0;
        for (int unit = 0; unit < rowOf.length; unit++) {
            int[] own = rowOf[unit];
            int[] seen =
                    IntStream.range(0, own.length).filter(at -> own[at] >= 0).toArray();
            if (periods[seen[0]] + anticipation >= start.of(own[seen[0]])) {
                always++;
            } else {
                kept.add(unit);
                incomplete += seen.length < own.length ? 1 : 0;
            }
        }
        List<Dropped> dropped = new ArrayList<>(rows.dropped());
        if (always > 0) {
            dropped.add(
                    new Dropped("units not seen before their treatment, which have no period to compare with", always));
        }
        if (kept.isEmpty()) {
            throw studyCase.unusable(
                    "/columns",
                    "no unit is seen before its treatment",
                    "check the columns for unit, time and treatmentStart");
        }
        int[] chosen = kept.stream().mapToInt(Integer::intValue).toArray();
        int[] firstRow = IntStream.of(chosen)
                .map(unit -> Arrays.stream(rowOf[unit])
                        .filter(row -> row >= 0)
                        .findFirst()
                        .orElseThrow())
                .toArray();
        int last = periods[periods.length - 1];
        double[] weight = RegressionStudy.weights(studyCase, sample);
        List<Diagnostic> notes = new ArrayList<>(rows.periods().calendar().diagnostics());
        addNotes(notes, incomplete, chosen, rowOf, weight);
        sample.requireVariation(roles.covariates());
        return new UnitPanel(
                rows.periods().calendar(),
                periods,
                IntStream.of(firstRow)
                        .map(row -> start.of(row) > last ? Starts.NEVER : start.of(row))
                        .toArray(),
                values(chosen, rowOf, sample.numbers("/columns/outcome", roles.outcome())),
                LinearModel.covariates(sample, roles.covariates()).stream()
                        .map(Term::values)
                        .map(values -> values(chosen, rowOf, values))
                        .toList(),
                normalised(
                        IntStream.of(firstRow).mapToDouble(row -> weight[row]).toArray()),
                clusters(studyCase, sample, chosen, rowOf),
                dropped,
                notes);
    }

    private static void addNotes(List<Diagnostic> notes, int incomplete, int[] chosen, int[][] rowOf, double[] weight) {
        if (incomplete > 0) {
            notes.add(Diagnostic.of(
                    "unbalanced-panel",
                    "Every unit seen in every period",
                    Outcome.INFO,
                    incomplete + " of " + chosen.length + " units are not seen in every period; each pair of periods is"
                            + " compared over the units seen in both."));
        }
        long varying = IntStream.of(chosen)
                .filter(unit -> Arrays.stream(rowOf[unit])
                                .filter(row -> row >= 0)
                                .mapToDouble(row -> weight[row])
                                .distinct()
                                .count()
                        > 1)
                .count();
        if (varying > 0) {
            notes.add(Diagnostic.of(
                    "weights-vary",
                    "One weight for each unit",
                    Outcome.WARN,
                    "The weights of " + varying + " units change over time; the one of the first period in which a unit"
                            + " is seen is used throughout."));
        }
    }

    int units() {
        return starts.length;
    }

    @Override
    public long rows() {
        return Arrays.stream(outcomes)
                .flatMapToDouble(DoubleStream::of)
                .filter(value -> !Double.isNaN(value))
                .count();
    }

    @Override
    public EarlierVariation.Seen[] seen() {
        return IntStream.range(0, units())
                .boxed()
                .flatMap(unit -> IntStream.range(0, periods.length)
                        .filter(position -> !Double.isNaN(outcomes[unit][position]))
                        .mapToObj(position -> new EarlierVariation.Seen(
                                clusters.codes()[unit],
                                periods[position],
                                starts[unit],
                                outcomes[unit][position],
                                weights[unit])))
                .toArray(EarlierVariation.Seen[]::new);
    }

    @Override
    public Optional<Double> mean(int start, int position) {
        double sum = 0;
        double weight = 0;
        for (int unit = 0; unit < units(); unit++) {
            if (starts[unit] == start && isSeen(unit, position)) {
                sum += weights[unit] * outcomes[unit][position];
                weight += weights[unit];
            }
        }
        return weight > 0 ? Optional.of(sum / weight) : Optional.empty();
    }

    private boolean isSeen(int unit, int position) {
        return !Double.isNaN(outcomes[unit][position]);
    }

    @Override
    public Optional<InfluenceEstimate> effect(int group, int position, int base, Control control, int anticipation) {
        int later = Math.max(periods[position], periods[base]);
        int[] members = IntStream.range(0, units())
                .filter(unit ->
                        starts[unit] == group || Observations.isControl(starts[unit], later, control, anticipation))
                .filter(unit -> isSeen(unit, position) && isSeen(unit, base))
                .toArray();
        boolean[] treated = new boolean[members.length];
        double[] changes = new double[members.length];
        double[] memberWeights = new double[members.length];
        double[][] columns = new double[covariates.size() + 1][members.length];
        Arrays.fill(columns[0], 1);
        int earlier = Math.min(position, base);
        int treatedCount = 0;
        for (int i = 0; i < members.length; i++) {
            int unit = members[i];
            treated[i] = starts[unit] == group;
            treatedCount += treated[i] ? 1 : 0;
            changes[i] = outcomes[unit][position] - outcomes[unit][base];
            memberWeights[i] = weights[unit];
            for (int j = 1; j < columns.length; j++) {
                columns[j][i] = covariates.get(j - 1)[unit][earlier];
            }
        }
        if (treatedCount == 0 || treatedCount == members.length) {
            return Optional.empty();
        }
        return DoublyRobustDid.estimate(changes, treated, columns, memberWeights)
                .map(effect -> spread(effect, members));
    }

    /** The influence over all units: those that took no part have none, and the others as much more. */
    private InfluenceEstimate spread(DoublyRobustDid effect, int[] members) {
        double[] influence = new double[units()];
        double factor = (double) units() / members.length;
        for (int i = 0; i < members.length; i++) {
            influence[members[i]] = factor * effect.influence()[i];
        }
        return new InfluenceEstimate(effect.estimate(), influence);
    }

    @Override
    public UnitPanel asIfFrom(int start, int count) {
        return new UnitPanel(
                calendar,
                Arrays.copyOf(periods, count),
                IntStream.of(starts)
                        .map(own -> own < Starts.NEVER ? start : Starts.NEVER)
                        .toArray(),
                first(outcomes, count),
                covariates.stream().map(values -> first(values, count)).toList(),
                weights,
                clusters,
                dropped,
                notes);
    }

    private static double[][] first(double[][] values, int count) {
        return Arrays.stream(values).map(row -> Arrays.copyOf(row, count)).toArray(double[][]::new);
    }

    private static double[][] values(int[] units, int[][] rowOf, double[] values) {
        return IntStream.of(units)
                .mapToObj(unit -> IntStream.of(rowOf[unit])
                        .mapToDouble(row -> row < 0 ? Double.NaN : values[row])
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
            return Grouping.ofEach(units.length, Integer::toString);
        }
        if (names.size() > 1) {
            throw studyCase.unusable(
                    "/columns/cluster", "group-time effects take one cluster", "name the one that holds whole units");
        }
        Grouping clusters = sample.grouping(names.getFirst());
        int[] ofUnit = new int[units.length];
        for (int i = 0; i < units.length; i++) {
            int[] own = IntStream.of(rowOf[units[i]])
                    .filter(row -> row >= 0)
                    .map(row -> clusters.codes()[row])
                    .distinct()
                    .toArray();
            if (own.length > 1) {
                throw studyCase.unusable(
                        "/columns/cluster",
                        "a unit is in several clusters of '" + names.getFirst() + "'",
                        "name a cluster that holds whole units");
            }
            ofUnit[i] = own[0];
        }
        return Grouping.ofCodes(ofUnit, clusters.labels()::get);
    }
}
