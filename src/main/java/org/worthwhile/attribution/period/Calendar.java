package org.worthwhile.attribution.period;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.estimation.DistinctKeys;
import org.worthwhile.attribution.period.TimeText.Kind;

/**
 * The calendar of a study: its periods from the first in which anything is observed to the last, those in between that nobody
 * observed among them. An index counts periods from the first, so that differences of indices are lags, leads and times
 * since an event.
 */
public final class Calendar {

    private static final int MOST_NAMED = 6;

    /** Days of 2,700 years; where times make more, one of them is not what it should be. */
    private static final int MOST_PERIODS = 1_000_000;

    private final Kind kind;
    private final Notation notation;
    private final Axis axis;
    private final double[] times;
    private final int[] observed;

    private Calendar(Kind kind, Notation notation, Axis axis, double[] times) {
        this.kind = kind;
        this.notation = notation;
        this.axis = axis;
        this.times = times;
        this.observed = Arrays.stream(times).mapToInt(axis::index).toArray();
    }

    /** The calendar of times as they are written, missing ones apart. */
    static Calendar of(Kind written, double[] values) {
        double[] different = DistinctKeys.sorted(values);
        Notation notation = Notation.of(written, different);
        Kind kind = notation.kind(written);
        double[] times = Arrays.stream(different).map(notation::read).sorted().toArray();
        return new Calendar(kind, notation, Axes.of(kind, times), times);
    }

    /** The period of an observed time, as it is written. */
    int index(double written) {
        return axis.index(notation.read(written));
    }

    /**
     * The first period that begins at a time or after it, as rows are treated from the start of their treatment on.
     *
     * @param written what the value is written as
     * @return empty where the value means no time of this calendar
     */
    OptionalInt from(Kind written, double value) {
        double time = read(written, value);
        if (Double.isNaN(time)) {
            return OptionalInt.empty();
        }
        int index = axis.index(time);
        int place = Arrays.binarySearch(observed, index);
        double begin = place >= 0 ? times[place] : axis.begin(index);
        return OptionalInt.of(begin < time - axis.tolerance() ? index + 1 : index);
    }

    /** A value of another column or an option beside the times; a year stands beside financial years. NaN where it cannot. */
    private double read(Kind written, double value) {
        return switch (kind) {
            case NUMBER -> written.isDate() ? Double.NaN : value;
            case FINANCIAL_YEAR -> written.isDate() ? Notation.FINANCIAL_YEAR_AS_MONTH.read(value) : value;
            case WEEK, MONTH, QUARTER, DAY ->
                written.isDate() ? value : notation == Notation.PLAIN ? Double.NaN : notation.read(value);
        };
    }

    /** The period from which a label or a number such as an option gives counts; empty where it means no time here. */
    public OptionalInt from(String label) {
        Optional<TimeText> year = kind == Kind.FINANCIAL_YEAR ? TimeText.financialYear(label) : Optional.empty();
        return year.or(() -> TimeText.parse(label))
                .map(time -> from(time.kind(), time.value()))
                .orElse(OptionalInt.empty());
    }

    /** What its times are, such as {@code quarters}. */
    String title() {
        return kind.title();
    }

    /** Whether its times are financial years, so that 2010-11 beside them is one. */
    boolean isOfFinancialYears() {
        return kind == Kind.FINANCIAL_YEAR;
    }

    /** How many periods there are from the first to the last, unobserved ones among them. */
    public int size() {
        return observed[observed.length - 1] + 1;
    }

    /** Whether a time is so far from the others that no study can have been meant. */
    boolean isTooLong() {
        return observed[observed.length - 1] >= MOST_PERIODS;
    }

    /** The periods in which anything is observed, rising. */
    public int[] observed() {
        return observed.clone();
    }

    /** The periods between the first and the last in which nothing is. */
    public int[] missing() {
        return IntStream.range(0, size())
                .filter(index -> Arrays.binarySearch(observed, index) < 0)
                .toArray();
    }

    /** Whether only the order of times is known, as they lie on no regular calendar. */
    public boolean isOrderOnly() {
        return axis.step() == Step.ORDER;
    }

    /** How far neighbouring periods are apart. */
    public Step step() {
        return axis.step();
    }

    /** Any period, also before the first or after the last. */
    public Period period(int index) {
        return new Period(index, label(index));
    }

    /**
     * What a period is called, also one before the first or after the last.
     *
     * @param index from the first period, which is 0
     */
    public String label(int index) {
        return axis.label(index);
    }

    /** The period as a number along an axis: the number or year that it is, years with their fractions for dates. */
    public double plotted(int index) {
        return axis.plotted(index);
    }

    /** How far apart periods are, in words: {@code one month}, {@code 5 years}. */
    public String spacing() {
        double width = axis.width();
        return width == 1
                ? "one " + axis.step().word()
                : Rounded.plain(width) + " " + axis.step().word() + "s";
    }

    /** How many periods make a year in which months or quarters come round; empty for other calendars. */
    public OptionalInt seasonLength() {
        return axis.width() != 1
                ? OptionalInt.empty()
                : switch (axis.step()) {
                    case MONTH -> OptionalInt.of(12);
                    case QUARTER -> OptionalInt.of(4);
                    case PERIOD, YEAR, FINANCIAL_YEAR, WEEK, DAY, ORDER -> OptionalInt.empty();
                };
    }

    /** So many periods in words. */
    public String span(int periods) {
        return axis.width() == 1
                ? axis.step().count(periods)
                : periods + (periods == 1 ? " period of " : " periods of ") + spacing();
    }

    /** What a reader should know of the calendar: periods that nobody observed, and times that fit no calendar. */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (isOrderOnly()) {
            diagnostics.add(Diagnostic.of(
                    "calendar",
                    "Times on a regular calendar",
                    Outcome.WARN,
                    "The times are not equally spaced, so that only their order is used: a period is the time from one"
                            + " to the next, whatever its length."));
        }
        int[] absent = missing();
        if (absent.length > 0) {
            diagnostics.add(new Diagnostic(
                    "missing-periods",
                    "No gap in the calendar",
                    Outcome.WARN,
                    OptionalDouble.of(absent.length),
                    OptionalDouble.empty(),
                    "There is a gap: "
                            + (absent.length == 1 ? "one missing period, " : absent.length + " missing periods, ")
                            + names(absent) + ", of " + size()
                            + " from " + label(0) + " to " + label(size() - 1)
                            + ". Periods are counted across it."));
        }
        return diagnostics;
    }

    /** The first of some periods by their labels, and how many more there are. */
    public String names(int[] indices) {
        List<String> labels =
                Arrays.stream(indices).limit(MOST_NAMED).mapToObj(this::label).toList();
        return String.join(", ", labels)
                + (indices.length > MOST_NAMED ? " and " + (indices.length - MOST_NAMED) + " more" : "");
    }
}
