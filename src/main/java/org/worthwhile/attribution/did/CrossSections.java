package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.did.DifferenceOptions.Control;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;

/**
 * Other units in each period, drawn from the same groups: repeated cross-sections.
 *
 * @param positions the period of each row, by position among {@code periods}
 * @param outcomes by row
 */
record CrossSections(
        Calendar calendar,
        int[] periods,
        int[] starts,
        int[] positions,
        double[] outcomes,
        double[] weights,
        Grouping clusters,
        List<Dropped> dropped,
        List<Diagnostic> notes)
        implements Observations {

    /** Lays out the study's rows, leaving out those of groups treated from the first period. */
    static CrossSections of(StudyCase studyCase, int anticipation) {
        Study.Roles roles = studyCase.study().roles();
        if (!roles.covariates().isEmpty()) {
            throw studyCase.unusable(
                    "/columns/covariates",
                    "group-time effects of repeated cross-sections, which a study without a unit asks for, take no covariates",
                    "leave them out, or name the unit if units are seen again");
        }
        Sample all = Periods.sample(studyCase);
        Periods periods = Periods.of(studyCase, all);
        Starts starts = periods.starts(studyCase, all);
        int[] observed = periods.calendar().observed();
        int[] kept = IntStream.range(0, all.size())
                .filter(row -> starts.isNever(row) || starts.of(row) - anticipation > observed[0])
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
        int last = observed[observed.length - 1];
        return new CrossSections(
                periods.calendar(),
                observed,
                IntStream.of(kept)
                        .map(row -> starts.of(row) > last ? Starts.NEVER : starts.of(row))
                        .toArray(),
                IntStream.of(kept)
                        .map(row -> Arrays.binarySearch(observed, periods.of(row)))
                        .toArray(),
                sample.numbers("/columns/outcome", roles.outcome()),
                UnitPanel.normalised(RegressionStudy.weights(studyCase, sample)),
                roles.clusters().isEmpty()
                        ? Grouping.ofEach(kept.length, Integer::toString)
                        : sample.grouping(roles.clusters().getFirst()),
                dropped,
                periods.calendar().diagnostics());
    }

    @Override
    public long rows() {
        return starts.length;
    }

    @Override
    public EarlierVariation.Seen[] seen() {
        return IntStream.range(0, starts.length)
                .mapToObj(row -> new EarlierVariation.Seen(
                        clusters.codes()[row], periods[positions[row]], starts[row], outcomes[row], weights[row]))
                .toArray(EarlierVariation.Seen[]::new);
    }

    @Override
    public Optional<Double> mean(int start, int position) {
        return meanOf(row -> starts[row] == start && positions[row] == position).map(InfluenceEstimate::estimate);
    }

    /** Differences of four means, each with the influence of its rows. */
    @Override
    public Optional<InfluenceEstimate> effect(int group, int position, int base, Control control, int anticipation) {
        int later = Math.max(periods[position], periods[base]);
        IntPredicate treated = row -> starts[row] == group;
        IntPredicate controls =
                row -> starts[row] != group && Observations.isControl(starts[row], later, control, anticipation);
        List<InfluenceEstimate> means = new ArrayList<>();
        for (IntPredicate members : List.of(treated, controls)) {
            for (int at : new int[] {position, base}) {
                meanOf(members.and(row -> positions[row] == at)).ifPresent(means::add);
            }
        }
        return means.size() < 4
                ? Optional.empty()
                : Optional.of(InfluenceEstimate.combination(means, new double[] {1, -1, -1, 1}));
    }

    private Optional<InfluenceEstimate> meanOf(IntPredicate cell) {
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
        return Optional.of(new InfluenceEstimate(mean, influence));
    }

    @Override
    public CrossSections asIfFrom(int start, int count) {
        int[] kept = IntStream.range(0, starts.length)
                .filter(row -> positions[row] < count)
                .toArray();
        return new CrossSections(
                calendar,
                Arrays.copyOf(periods, count),
                IntStream.of(kept)
                        .map(row -> starts[row] < Starts.NEVER ? start : Starts.NEVER)
                        .toArray(),
                IntStream.of(kept).map(row -> positions[row]).toArray(),
                IntStream.of(kept).mapToDouble(row -> outcomes[row]).toArray(),
                UnitPanel.normalised(
                        IntStream.of(kept).mapToDouble(row -> weights[row]).toArray()),
                clusters.at(kept),
                dropped,
                notes);
    }
}
