package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;

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
        NOUGHT_OR_ONE("0 or 1"),
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

        public boolean isBalanced() {
            return complete == units && repeated == 0;
        }
    }

    /** Summarises; the panel's columns are found from the data. */
    public static DataSummary of(Dataset dataset) {
        List<ColumnSummary> columns =
                dataset.columns().stream().map(DataSummary::summary).toList();
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
        double[] values = DoubleStream.of(column.values())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int different = (int) DoubleStream.of(sorted).distinct().count();
        Type type = switch (column.scale()) {
            case FINANCIAL_YEAR -> Type.FINANCIAL_YEARS;
            case DATE -> Type.DATES;
            case NUMBER ->
                sorted.length == 0
                        ? Type.NOTHING
                        : DoubleStream.of(sorted).allMatch(value -> value == 0 || value == 1)
                                ? Type.NOUGHT_OR_ONE
                                : DoubleStream.of(sorted).allMatch(value -> value == Math.rint(value))
                                        ? Type.WHOLE_NUMBERS
                                        : Type.NUMBERS;
        };
        boolean none = sorted.length == 0;
        return new ColumnSummary(
                column.name(),
                type,
                column.rows() - sorted.length,
                different,
                none ? "" : column.scale().text(sorted[0]),
                none ? "" : column.scale().text(sorted[sorted.length - 1]),
                none || column.scale() != Column.Scale.NUMBER ? Optional.empty() : Optional.of(mean(values)),
                List.of());
    }

    /** Of at least one number; of ones so large that their sum cannot be held, the sum of their shares in the mean. */
    private static double mean(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        return Double.isFinite(mean)
                ? mean
                : DoubleStream.of(values).map(value -> value / values.length).sum();
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
        List<String> common = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt(code -> -counts[code]))
                .limit(MOST_COMMON)
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

    /**
     * Of the pairs of a column that may name units with one that may name times, the first that tells all rows apart, those
     * of years and dates before those of whole numbers.
     */
    private static Optional<PanelShape> panel(Dataset dataset, List<ColumnSummary> columns) {
        List<String> times = columns.stream()
                .filter(column -> isTime(column, dataset.rows()))
                .sorted(Comparator.comparing(column -> column.type() == Type.WHOLE_NUMBERS))
                .map(ColumnSummary::name)
                .toList();
        List<String> units = columns.stream()
                .filter(column ->
                        column.missing() == 0 && column.different() > 1 && column.different() < dataset.rows())
                .filter(column -> column.type() == Type.TEXTS || column.type() == Type.WHOLE_NUMBERS)
                .sorted(Comparator.comparing(column -> column.type() != Type.TEXTS))
                .map(ColumnSummary::name)
                .toList();
        List<PanelShape> found = new ArrayList<>();
        for (String time : times) {
            for (String unit : units) {
                if (!unit.equals(time)) {
                    PanelShape shape = panel(dataset, unit, time);
                    if (shape.repeated == 0) {
                        found.add(shape);
                    }
                }
            }
        }
        return found.stream().findFirst();
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
        Set<Long> seen = new HashSet<>();
        int[] observed = new int[units.size()];
        int repeated = 0;
        for (int row = 0; row < dataset.rows(); row++) {
            if (seen.add((long) units.codes()[row] * times.size() + times.codes()[row])) {
                observed[units.codes()[row]]++;
            } else {
                repeated++;
            }
        }
        int complete = (int)
                IntStream.of(observed).filter(count -> count == times.size()).count();
        return new PanelShape(unit, time, units.size(), times.size(), complete, repeated);
    }

    private static Grouping grouping(Dataset dataset, String name) {
        Column column = dataset.column(name).orElseThrow();
        return Grouping.of(dataset.rows(), column::text);
    }
}
