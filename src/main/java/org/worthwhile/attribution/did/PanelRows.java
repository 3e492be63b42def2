package org.worthwhile.attribution.did;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;

/**
 * The rows of a panel: one for each unit and period that were observed, with one start of treatment for each unit.
 *
 * @param starts by row, where the study names them
 */
record PanelRows(Sample sample, Grouping units, Periods periods, Optional<Starts> starts) {

    /**
     * Takes the study's rows.
     *
     * @throws org.worthwhile.problem.InvalidInput if a unit has two rows in a period or two starts of treatment
     */
    static PanelRows of(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        String unit = studyCase.required(roles.unit(), "unit");
        studyCase.required(roles.time(), "time");
        Sample sample = Sample.of(
                studyCase, roles.columns(), roles.treatmentStart().map(Set::of).orElse(Set.of()));
        Periods periods = Periods.of(studyCase, sample);
        Grouping units = sample.grouping(unit);
        requireOneRowEach(studyCase, units, periods);
        Optional<Starts> starts = roles.treatmentStart().map(_ -> periods.starts(studyCase, sample));
        starts.ifPresent(found -> requireOneStart(studyCase, units, periods, found));
        return new PanelRows(sample, units, periods, starts);
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

    private static void requireOneStart(StudyCase studyCase, Grouping units, Periods periods, Starts starts) {
        int[] first = new int[units.size()];
        boolean[] seen = new boolean[units.size()];
        for (int row = 0; row < periods.rows(); row++) {
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
