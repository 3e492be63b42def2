package org.worthwhile.attribution.period;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;

/** The period of each row of a sample. */
public final class Periods {

    private static final int MOST_NAMED = 6;

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
        TimeColumn times = TimeColumn.of(studyCase, sample, "/columns/time", name, false);
        Calendar calendar = Calendar.of(times.kind(), times.values());
        return new Periods(
                calendar,
                Arrays.stream(times.values()).mapToInt(calendar::index).toArray(),
                name);
    }

    public Calendar calendar() {
        return calendar;
    }

    /** By row. */
    public int[] indices() {
        return indices.clone();
    }

    public int of(int row) {
        return indices[row];
    }

    public int rows() {
        return indices.length;
    }

    /** The name of the column of times. */
    public String column() {
        return column;
    }

    /** Rows of one period as a group, labelled by it. */
    public Grouping grouping() {
        return Grouping.of(indices.length, row -> calendar.label(indices[row]));
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
        TimeColumn starts = TimeColumn.of(studyCase, sample, "/columns/treatmentStart", name, true);
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

    /** What a reader should know of the calendar: periods that nobody observed, and times that fit no calendar. */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (calendar.isOrderOnly()) {
            diagnostics.add(Diagnostic.of(
                    "calendar",
                    "Times on a regular calendar",
                    Outcome.WARN,
                    "The times in '" + column
                            + "' are not equally spaced, so that only their order is used: a period is"
                            + " the time from one to the next, whatever its length."));
        }
        int[] missing = calendar.missing();
        if (missing.length > 0) {
            diagnostics.add(new Diagnostic(
                    "missing-periods",
                    "No gap in the calendar",
                    Outcome.WARN,
                    java.util.OptionalDouble.of(missing.length),
                    java.util.OptionalDouble.empty(),
                    "There is a gap: "
                            + (missing.length == 1 ? "one missing period, " : missing.length + " missing periods, ")
                            + calendar.list(missing, MOST_NAMED) + ", of " + calendar.size()
                            + " from " + calendar.label(0) + " to " + calendar.label(calendar.size() - 1)
                            + ". Periods are counted across it."));
        }
        return diagnostics;
    }

    /** Some of the rows, on the same calendar. */
    public Periods at(int[] rows) {
        return new Periods(calendar, IntStream.of(rows).map(row -> indices[row]).toArray(), column);
    }
}
