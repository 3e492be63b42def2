package org.worthwhile.attribution.period;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;

/** The period of each row of a sample. */
public final class Periods {

    private final Calendar calendar;
    private final int[] indices;
    private final String column;

    private Periods(Calendar calendar, int[] indices, String column) {
        this.calendar = calendar;
        this.indices = indices;
        this.column = column;
    }

    /**
     * Places the rows on the calendar that their times make.
     *
     * @throws org.worthwhile.problem.InvalidInput if the study names no time, or a time cannot be read
     */
    public static Periods of(StudyCase studyCase, Sample sample) {
        String name = studyCase.required(studyCase.study().roles().time(), "time");
        TimeColumn times = TimeColumn.of(studyCase, sample, "/columns/time", name);
        Calendar calendar = Calendar.of(times.kind(), times.values());
        if (calendar.isTooLong()) {
            double[] values = Arrays.stream(times.values()).sorted().toArray();
            throw studyCase.unusable(
                    "/columns/time",
                    "the times of '" + name + "' run from " + times.text(values[0]) + " to "
                            + times.text(values[values.length - 1]) + ", over more than a million periods of "
                            + calendar.spacing(),
                    "mend the time that lies far from the others");
        }
        return new Periods(
                calendar,
                Arrays.stream(times.values()).mapToInt(calendar::index).toArray(),
                name);
    }

    /** The rows of a study whose starts of treatment may be missing, as that means never. */
    public static Sample sample(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        return Sample.of(
                studyCase, roles.columns(), roles.treatmentStart().map(Set::of).orElse(Set.of()));
    }

    /** The same where the study names a time; empty where it does not. */
    public static Optional<Periods> ifNamed(StudyCase studyCase, Sample sample) {
        return studyCase.study().roles().time().map(_ -> of(studyCase, sample));
    }

    /** The calendar that the periods are on. */
    public Calendar calendar() {
        return calendar;
    }

    /** By row. */
    public int[] indices() {
        return indices.clone();
    }

    /**
     * The period of a row, as an index on the calendar.
     *
     * @param row of the sample, from 0
     */
    public int of(int row) {
        return indices[row];
    }

    /** How many rows there are. */
    public int rows() {
        return indices.length;
    }

    /** The name of the column of times. */
    public String column() {
        return column;
    }

    /** Rows of one period as a group, labelled by it. */
    public Grouping grouping() {
        return Grouping.ofCodes(indices, calendar::label);
    }

    /**
     * The period from which each row's unit is treated; {@link Starts#NEVER} where it is not, that is where the column holds 0,
     * nothing or a word such as {@code never}.
     *
     * @throws org.worthwhile.problem.InvalidInput if the study names no treatmentStart, or a start is no time of the calendar
     */
    public Starts starts(StudyCase studyCase, Sample sample) {
        Study.Roles roles = studyCase.study().roles();
        String name = studyCase.required(roles.treatmentStart(), "treatmentStart");
        TimeColumn starts =
                TimeColumn.ofStarts(studyCase, sample, "/columns/treatmentStart", name, calendar.isOfFinancialYears());
        int[] periods = new int[starts.values().length];
        for (int row = 0; row < periods.length; row++) {
            double value = starts.values()[row];
            if (Double.isNaN(value)
                    || value == Double.POSITIVE_INFINITY
                    || (value == 0 && !starts.kind().isDate())) {
                periods[row] = Starts.NEVER;
                continue;
            }
            OptionalInt period = calendar.from(starts.kind(), value);
            if (period.isEmpty()) {
                throw studyCase.unusable(
                        "/columns/treatmentStart",
                        "'" + starts.text(value) + "' in the column '" + name + "' is no time like those of '" + column
                                + "', such as '" + calendar.label(0) + "'",
                        "write starts of treatment as the times are written");
            }
            periods[row] = period.getAsInt();
        }
        return new Starts(periods);
    }

    /** Some of the rows, on the same calendar. */
    public Periods at(int[] rows) {
        return new Periods(calendar, IntStream.of(rows).map(row -> indices[row]).toArray(), column);
    }
}
