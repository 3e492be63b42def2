package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.KeyNumbers;
import org.worthwhile.attribution.period.DateOrders;

/**
 * What a dataset holds, before any question is put to it.
 *
 * @param panel its units and times, where two columns tell its rows apart as those
 * @param time the calendar of the panel's times, or of the first column that looks like times
 * @param notes what was taken for what when it was read, and what a study should know of its rows, a sentence each
 */
public record DataSummary(
        int rows,
        List<ColumnSummary> columns,
        Optional<PanelShape> panel,
        Optional<TimeSummary> time,
        List<String> notes) {

    private static final int MOST_COMMON = 3;
    private static final Set<Type> TIMES =
            EnumSet.of(Type.FINANCIAL_YEARS, Type.DATES, Type.WEEKS, Type.MONTHS, Type.QUARTERS);
    private static final int MOST_TIMES = 1_000;

    public DataSummary {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** What the values of a column are. */
    public enum Type {
        WHOLE_NUMBERS("whole numbers"),
        NUMBERS("numbers"),
        ZERO_OR_ONE("0 or 1"),
        FINANCIAL_YEARS("financial years"),
        DATES("dates"),
        WEEKS("weeks"),
        MONTHS("months"),
        QUARTERS("quarters"),
        TEXTS("texts"),
        NOTHING("nothing");

        private final String title;

        Type(String title) {
            this.title = title;
        }

        /** What the type is called on screens and in sentences. */
        public String title() {
            return title;
        }
    }

    /**
     * A column.
     *
     * @param missing rows without a value
     * @param different values, missing ones apart
     * @param least as the file writes it; empty for texts
     * @param most likewise
     * @param mean empty but for numbers
     * @param common the most common texts with how often they occur; empty for numbers
     */
    public record ColumnSummary(
            String name,
            Type type,
            int missing,
            int different,
            String least,
            String most,
            Optional<Double> mean,
            List<String> common) {}

    /**
     * A panel.
     *
     * @param unit the name of the column of units
     * @param time of that of times
     * @param complete units observed at every time
     * @param repeated rows beyond the first of a unit at a time
     */
    public record PanelShape(String unit, String time, int units, int times, int complete, int repeated) {

        /**
         * Pairs of a unit and a time of which there is no row.
         *
         * @param rows of the dataset
         */
        public long absent(int rows) {
            return (long) units * times - (rows - repeated);
        }

        /** Whether every unit is there once at every time. */
        public boolean isBalanced() {
            return complete == units && repeated == 0;
        }
    }

    /** Summarises; the panel's columns are found from the data. */
    public static DataSummary of(Dataset dataset) {
        List<ColumnSummary> columns =
                dataset.columns().parallelStream().map(DataSummary::summary).toList();
        Optional<PanelShape> panel = panel(dataset, columns);
        return new DataSummary(dataset.rows(), columns, panel, times(dataset, columns, panel), notes(dataset));
    }

    private static Optional<TimeSummary> times(
            Dataset dataset, List<ColumnSummary> columns, Optional<PanelShape> panel) {
        return panel.map(PanelShape::time)
                .or(() -> columns.stream()
                        .filter(column -> isTime(column, dataset.rows() + 1))
                        .map(ColumnSummary::name)
                        .findFirst())
                .flatMap(dataset::column)
                .flatMap(TimeSummary::of);
    }

    private static List<String> notes(Dataset dataset) {
        List<String> notes =
                new ArrayList<>(dataset.notes().stream().map(Dataset.Note::text).toList());
        TotalRows.of(dataset, Set.of()).forEach(totals -> notes.add(totals.sentence()));
        for (Column column : dataset.columns()) {
            DateOrders.of(column)
                    .ifPresent(orders -> notes.add("'" + column.name() + "': the dates " + orders.sentence()
                            + "; write all of them in one order, best as 2020-01-31."));
        }
        RepeatedRows.of(dataset).sentence().ifPresent(notes::add);
        return notes;
    }

    private static ColumnSummary summary(Column column) {
        return switch (column) {
            case Column.Numeric numeric -> summary(numeric);
            case Column.Categorical categorical -> summary(categorical);
        };
    }

    private static ColumnSummary summary(Column.Numeric column) {
        NumberSpread spread = NumberSpread.of(column.values());
        Type type = switch (column.scale()) {
            case FINANCIAL_YEAR -> Type.FINANCIAL_YEARS;
            case DATE -> Type.DATES;
            case NUMBER, PERCENT -> spread.type();
        };
        boolean none = spread.count() == 0;
        return new ColumnSummary(
                column.name(),
                type,
                column.rows() - spread.count(),
                spread.different(),
                none ? "" : column.scale().text(spread.least()),
                none ? "" : column.scale().text(spread.most()),
                none || type == Type.FINANCIAL_YEARS || type == Type.DATES
                        ? Optional.empty()
                        : Optional.of(spread.mean()),
                List.of());
    }

    private static ColumnSummary summary(Column.Categorical column) {
        int[] counts = new int[column.levels().size()];
        int missing = 0;
        for (int code : column.codes()) {
            if (code < 0) {
                missing++;
            } else {
                counts[code]++;
            }
        }
        List<String> common = mostCommon(counts).stream()
                .map(code -> column.levels().get(code) + " (" + counts[code] + ")")
                .toList();
        Optional<TimeSummary> times = TimeSummary.of(column);
        return new ColumnSummary(
                column.name(),
                times.map(found -> type(found.kind())).orElse(Type.TEXTS),
                missing,
                counts.length,
                times.map(TimeSummary::first).orElse(""),
                times.map(TimeSummary::last).orElse(""),
                Optional.empty(),
                times.isPresent() ? List.of() : common);
    }

    /** The type of texts that are times of a kind; texts such as 0.5 and 12 among others are no times. */
    private static Type type(String kind) {
        return Arrays.stream(Type.values())
                .filter(type -> type.title().equals(kind) && type != Type.NUMBERS)
                .findFirst()
                .orElse(Type.TEXTS);
    }

    /** The codes that occur most, the first of equal ones before the others. */
    private static List<Integer> mostCommon(int[] counts) {
        List<Integer> found = new ArrayList<>();
        while (found.size() < Math.min(MOST_COMMON, counts.length)) {
            int most = -1;
            for (int code = 0; code < counts.length; code++) {
                if ((most < 0 || counts[code] > counts[most]) && !found.contains(code)) {
                    most = code;
                }
            }
            found.add(most);
        }
        return found;
    }

    /**
     * Of the pairs of a column that may name units with one that may name times, the first that tells all rows apart, those
     * of years and dates before those of whole numbers.
     */
    private static Optional<PanelShape> panel(Dataset dataset, List<ColumnSummary> columns) {
        List<ColumnSummary> times = columns.stream()
                .filter(column -> isTime(column, dataset.rows()))
                .sorted(Comparator.comparing(column -> column.type() == Type.WHOLE_NUMBERS))
                .toList();
        List<ColumnSummary> units = columns.stream()
                .filter(column ->
                        column.missing() == 0 && column.different() > 1 && column.different() < dataset.rows())
                .filter(column -> column.type() == Type.TEXTS || column.type() == Type.WHOLE_NUMBERS)
                .sorted(Comparator.comparing(column -> column.type() != Type.TEXTS))
                .toList();
        return times.stream()
                .flatMap(time -> units.stream()
                        .filter(unit -> !unit.name().equals(time.name()))
                        // With fewer pairs than rows, some row repeats another.
                        .filter(unit -> (long) unit.different() * time.different() >= dataset.rows())
                        .map(unit -> panel(dataset, unit.name(), time.name())))
                .filter(shape -> shape.repeated == 0)
                .findFirst();
    }

    private static boolean isTime(ColumnSummary column, int rows) {
        boolean looksLikeYears = column.type() == Type.WHOLE_NUMBERS
                && column.least().length() == 4
                && column.most().length() == 4
                && column.least().matches("1[89].*|20.*|21.*");
        boolean named =
                column.name().toLowerCase(Locale.ROOT).matches(".*(year|time|month|quarter|week|period|date|wave).*");
        return column.missing() == 0
                && column.different() > 1
                && column.different() <= Math.min(MOST_TIMES, rows - 1)
                && (TIMES.contains(column.type()) || looksLikeYears || (named && column.type() == Type.WHOLE_NUMBERS));
    }

    /** The shape of a dataset whose units and times are known. */
    public static PanelShape panel(Dataset dataset, String unit, String time) {
        Grouping units = grouping(dataset, unit);
        Grouping times = grouping(dataset, time);
        KeyNumbers pairs = new KeyNumbers();
        int[] observed = new int[units.size()];
        for (int row = 0; row < dataset.rows(); row++) {
            int known = pairs.size();
            pairs.of((long) units.codes()[row] * times.size() + times.codes()[row]);
            observed[units.codes()[row]] += pairs.size() - known;
        }
        int complete = (int)
                IntStream.of(observed).filter(count -> count == times.size()).count();
        return new PanelShape(unit, time, units.size(), times.size(), complete, dataset.rows() - pairs.size());
    }

    private static Grouping grouping(Dataset dataset, String name) {
        int[] rows = IntStream.range(0, dataset.rows()).toArray();
        return dataset.column(name).orElseThrow().grouping(rows);
    }
}
