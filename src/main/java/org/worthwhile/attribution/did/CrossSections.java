package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.did.GroupTimeEffects.Control;
import org.worthwhile.attribution.estimation.Grouping;

/**
 * Other units in each period, drawn from the same groups: repeated cross-sections.
 *
 * @param periods the period of each row, by position among {@code times}
 * @param outcomes by row
 */
record CrossSections(
        double[] times,
        double[] starts,
        int[] periods,
        double[] outcomes,
        double[] weights,
        Grouping clusters,
        List<Dropped> dropped)
        implements Observations {

    /** Lays out the study's rows, leaving out those of groups treated from the first period. */
    static CrossSections of(StudyCase studyCase, int anticipation) {
        Study.Roles roles = studyCase.study().roles();
        String timeColumn = studyCase.required(roles.time(), "time");
        String startColumn = studyCase.required(roles.treatmentStart(), "treatmentStart");
        if (!roles.covariates().isEmpty()) {
            throw studyCase.unusable(
                    "/columns/covariates",
                    "group-time effects of repeated cross-sections, which a study without a unit asks for, take no covariates",
                    "leave them out, or name the unit if units are seen again");
        }
        Sample all = Sample.of(studyCase, roles.columns(), Set.of(startColumn));
        double[] allTimes = all.numbers("/columns/time", timeColumn);
        double[] allStarts = BalancedPanel.starts(all, startColumn);
        double[] times = DoubleStream.of(allTimes).distinct().sorted().toArray();
        int[] kept = IntStream.range(0, all.size())
                .filter(row -> allStarts[row] - anticipation > times[0])
                .toArray();
        if (kept.length == 0) {
            throw studyCase.unusable(
                    "/columns",
                    "no row is of a group untreated in the first period",
                    "check the columns for time and treatmentStart");
        }
        List<Dropped> dropped = new ArrayList<>(all.dropped());
        if (kept.length < all.size()) {
            dropped.add(new Dropped(
                    "rows of groups treated in the first period or before, which have no period to compare with",
                    all.size() - kept.length));
        }
        if (roles.clusters().size() > 1) {
            throw studyCase.unusable("/columns/cluster", "group-time effects take one cluster", "name one");
        }
        Sample sample = all.at(kept);
        double lastTime = times[times.length - 1];
        return new CrossSections(
                times,
                IntStream.of(kept)
                        .mapToDouble(row -> allStarts[row] > lastTime ? NEVER : allStarts[row])
                        .toArray(),
                IntStream.of(kept)
                        .map(row -> Arrays.binarySearch(times, allTimes[row]))
                        .toArray(),
                sample.numbers("/columns/outcome", roles.outcome()),
                BalancedPanel.normalised(RegressionStudy.weights(studyCase, sample)),
                roles.clusters().isEmpty()
                        ? Grouping.of(kept.length, Integer::toString)
                        : sample.grouping(roles.clusters().getFirst()),
                dropped);
    }

    @Override
    public long rows() {
        return starts.length;
    }

    @Override
    public Optional<Double> mean(double start, int period) {
        return meanOf(row -> starts[row] == start && periods[row] == period).map(Estimated::estimate);
    }

    /** Differences of four means, each with the influence of its rows. */
    @Override
    public Optional<Estimated> effect(double group, int period, int base, Control control, int anticipation) {
        double later = Math.max(times[period], times[base]);
        IntPredicate treated = row -> starts[row] == group;
        IntPredicate controls =
                row -> starts[row] != group && Observations.isControl(starts[row], later, control, anticipation);
        List<Estimated> means = new ArrayList<>();
        for (IntPredicate members : List.of(treated, controls)) {
            for (int at : new int[] {period, base}) {
                meanOf(members.and(row -> periods[row] == at)).ifPresent(means::add);
            }
        }
        return means.size() < 4
                ? Optional.empty()
                : Optional.of(Estimated.combination(means, new double[] {1, -1, -1, 1}));
    }

    private Optional<Estimated> meanOf(IntPredicate cell) {
        int[] rows = IntStream.range(0, starts.length).filter(cell).toArray();
        if (rows.length == 0) {
            return Optional.empty();
        }
        double weight = IntStream.of(rows).mapToDouble(row -> weights[row]).sum();
        double mean = IntStream.of(rows)
                        .mapToDouble(row -> weights[row] * outcomes[row])
                        .sum()
                / weight;
        double share = weight / starts.length;
        double[] influence = new double[starts.length];
        for (int row : rows) {
            influence[row] = weights[row] * (outcomes[row] - mean) / share;
        }
        return Optional.of(new Estimated(mean, influence));
    }

    @Override
    public CrossSections asIfFrom(double start, int count) {
        int[] kept = IntStream.range(0, starts.length)
                .filter(row -> periods[row] < count)
                .toArray();
        return new CrossSections(
                Arrays.copyOf(times, count),
                IntStream.of(kept)
                        .mapToDouble(row -> starts[row] < NEVER ? start : NEVER)
                        .toArray(),
                IntStream.of(kept).map(row -> periods[row]).toArray(),
                IntStream.of(kept).mapToDouble(row -> outcomes[row]).toArray(),
                BalancedPanel.normalised(
                        IntStream.of(kept).mapToDouble(row -> weights[row]).toArray()),
                Grouping.of(kept.length, row -> clusters.labels().get(clusters.codes()[kept[row]])),
                dropped);
    }
}
