package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;

/**
 * The rows of a panel: one for each unit and period that were observed, with one start of treatment for each unit. Units and
 * periods of a single row, which show no change and have no comparison, are left out.
 *
 * @param starts by row, where the study names them
 */
record PanelRows(Sample sample, Grouping units, Periods periods, Optional<Starts> starts, List<Dropped> dropped) {

    /**
     * Takes the study's rows.
     *
     * @throws org.worthwhile.problem.InvalidInput if a unit has two rows in a period or two starts of treatment, or no unit is
     *     seen twice
     */
    static PanelRows of(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        String unit = studyCase.required(roles.unit(), "unit");
        Sample all = Periods.sample(studyCase);
        Periods allPeriods = Periods.of(studyCase, all);
        requireOneRowEach(studyCase, all.grouping(unit), allPeriods);
        int[] kept = withoutSingletons(
                all.grouping(unit), allPeriods, IntStream.range(0, all.size()).toArray());
        if (kept.length == 0) {
            throw studyCase.unusable(
                    "/columns/unit", "no unit is seen in two periods", "name the column that tells the units apart");
        }
        List<Dropped> dropped = new ArrayList<>(all.dropped());
        if (kept.length < all.size()) {
            dropped.add(new Dropped(
                    "rows of a unit or a period seen only once, which have nothing to be compared with",
                    all.size() - kept.length));
        }
        Sample sample = all.at(kept);
        Periods periods = Periods.of(studyCase, sample);
        Grouping units = sample.grouping(unit);
        Optional<Starts> starts = roles.named().contains(Role.TREATMENT_START)
                ? Optional.of(periods.starts(studyCase, sample))
                : Optional.empty();
        starts.ifPresent(found -> requireOneStart(studyCase, units, found));
        return new PanelRows(sample, units, periods, starts, dropped);
    }

    /**
     * The same of a study that names starts of treatment.
     *
     * @throws org.worthwhile.problem.InvalidInput also if it names none, or a treatment that says otherwise
     */
    static PanelRows withStarts(StudyCase studyCase) {
        PanelRows rows = of(studyCase);
        Starts starts = rows.starts.isPresent() ? rows.starts.get() : rows.periods.starts(studyCase, rows.sample);
        studyCase.study().roles().treatment().ifPresent(treatment -> {
            double[] treated = rows.sample.numbers("/columns/treatment", treatment);
            long others = IntStream.range(0, treated.length)
                    .filter(row -> treated[row] != 0 != starts.isTreated(row, rows.periods.of(row)))
                    .count();
            if (others > 0) {
                throw studyCase.unusable(
                        "/columns/treatment",
                        "'" + treatment + "' says otherwise than treatmentStart in " + others
                                + (others == 1 ? " row" : " rows") + ", as where a treatment ends again",
                        "leave treatment out, or mend the data; this estimator takes treatment to stay once begun");
            }
        });
        return rows;
    }

    /**
     * Without some of the rows, nor units and periods of which one is left; starts and the calendar stay as they are.
     *
     * @param reason why they are left out, as a clause
     * @throws org.worthwhile.problem.InvalidInput if no row is left
     */
    PanelRows without(StudyCase studyCase, IntPredicate leftOut, String reason) {
        int[] rest = IntStream.range(0, periods.rows()).filter(leftOut.negate()).toArray();
        int[] kept = withoutSingletons(units, periods, rest);
        if (kept.length == periods.rows()) {
            return this;
        }
        if (kept.length == 0) {
            throw studyCase.unusable("/data", "no row is left without " + reason, "use data of more periods");
        }
        List<Dropped> more = new ArrayList<>(dropped);
        more.add(new Dropped(reason, periods.rows() - kept.length));
        Sample sampled = sample.at(kept);
        return new PanelRows(sampled, units.at(kept), periods.at(kept), starts.map(found -> found.at(kept)), more);
    }

    /** The same where units treated so long after the last period that nobody anticipates it in one are never treated. */
    PanelRows withoutStartsBeyond(int anticipation) {
        int last = periods.calendar().size() - 1 + anticipation;
        return new PanelRows(sample, units, periods, starts.map(found -> found.until(last)), dropped);
    }

    /** Each row with the cluster, period and start of treatment that it belongs to. */
    EarlierVariation.Seen[] seen(Grouping clusters, Starts starts, double[] outcome, double[] weights) {
        return IntStream.range(0, periods.rows())
                .mapToObj(row -> new EarlierVariation.Seen(
                        clusters.codes()[row], periods.of(row), starts.of(row), outcome[row], weights[row]))
                .toArray(EarlierVariation.Seen[]::new);
    }

    private static int[] withoutSingletons(Grouping units, Periods periods, int[] of) {
        int[] kept = of;
        while (true) {
            int[] ofUnit = new int[units.size()];
            int[] ofPeriod = new int[periods.calendar().size()];
            for (int row : kept) {
                ofUnit[units.codes()[row]]++;
                ofPeriod[periods.of(row)]++;
            }
            int[] next = IntStream.of(kept)
                    .filter(row -> ofUnit[units.codes()[row]] > 1 && ofPeriod[periods.of(row)] > 1)
                    .toArray();
            if (next.length == kept.length) {
                return kept;
            }
            kept = next;
        }
    }

    private static void requireOneRowEach(StudyCase studyCase, Grouping units, Periods periods) {
        long size = periods.calendar().size();
        long[] keys = IntStream.range(0, periods.rows())
                .mapToLong(row -> units.codes()[row] * size + periods.of(row))
                .sorted()
                .toArray();
        long[] repeated = IntStream.range(1, keys.length)
                .filter(i -> keys[i] == keys[i - 1])
                .mapToLong(i -> keys[i])
                .toArray();
        if (repeated.length > 0) {
            throw studyCase.unusable(
                    "/columns/unit",
                    repeated.length
                            + " rows repeat a unit and a period: there are several rows in one period, such as of '"
                            + units.labels().get((int) (repeated[0] / size)) + "' in "
                            + periods.calendar().label((int) (repeated[0] % size)),
                    "name the column that tells the units apart, or leave one row for each unit and period");
        }
    }

    private static void requireOneStart(StudyCase studyCase, Grouping units, Starts starts) {
        int[] first = new int[units.size()];
        boolean[] seen = new boolean[units.size()];
        for (int row = 0; row < units.codes().length; row++) {
            int unit = units.codes()[row];
            if (seen[unit] && first[unit] != starts.of(row)) {
                throw studyCase.unusable(
                        "/columns/treatmentStart",
                        "the unit '" + units.labels().get(unit) + "' has more than one start of treatment",
                        "give each unit the first time it was treated, the same in all its rows");
            }
            seen[unit] = true;
            first[unit] = starts.of(row);
        }
    }

    /** The row of each unit and observed period; -1 where there is none. */
    int[][] byUnitAndPeriod() {
        int[] observed = periods.calendar().observed();
        int[][] rows = new int[units.size()][observed.length];
        for (int[] row : rows) {
            java.util.Arrays.fill(row, -1);
        }
        for (int row = 0; row < periods.rows(); row++) {
            rows[units.codes()[row]][java.util.Arrays.binarySearch(observed, periods.of(row))] = row;
        }
        return rows;
    }
}
