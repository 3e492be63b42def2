package org.worthwhile.attribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.DistinctKeys;

/**
 * Rows of a dataset that are the same as another in every column, as when a file was appended to itself.
 *
 * @param rows in the dataset
 * @param different of them
 */
record RepeatedRows(int rows, int different) {

    /** Odd, so that multiplying by it loses no bit. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private static final int MORE_THAN_CHANCE = 10;

    /** Rows that are mixed at a time. */
    private static final int STRETCH = 1 << 14;

    /** As many columns are looked at first, chosen by as many rows. */
    private static final int TELLING = 4;

    private static final int FIRST_ROWS = 1 << 12;

    static RepeatedRows of(Dataset dataset) {
        return of(dataset, IntStream.range(0, dataset.rows()).toArray());
    }

    /**
     * Among some of the rows. Rows that a few columns already tell apart need not be compared in the others. Rows whose mixed bits are
     * equal are taken for equal, which fails once in about a million large files.
     */
    static RepeatedRows of(Dataset dataset, int[] rows) {
        List<Column> telling = telling(dataset.columns(), rows);
        int told = different(telling, rows);
        return new RepeatedRows(rows.length, told == rows.length ? told : different(dataset.columns(), rows));
    }

    /** The columns with most different values among the first rows. */
    private static List<Column> telling(List<Column> columns, int[] rows) {
        int[] first = Arrays.copyOf(rows, Math.min(rows.length, FIRST_ROWS));
        int[] differences = columns.stream()
                .mapToInt(column -> different(List.of(column), first))
                .toArray();
        return IntStream.range(0, differences.length)
                .boxed()
                .sorted(Comparator.comparingInt(column -> -differences[column]))
                .limit(TELLING)
                .map(columns::get)
                .toList();
    }

    private static int different(List<Column> columns, int[] rows) {
        long[] mixed = new long[rows.length];
        int stretches = (rows.length + STRETCH - 1) / STRETCH;
        IntStream.range(0, stretches)
                .parallel()
                .forEach(stretch ->
                        mixIn(columns, rows, stretch * STRETCH, Math.min(rows.length, (stretch + 1) * STRETCH), mixed));
        return DistinctKeys.count(mixed);
    }

    private static void mixIn(List<Column> columns, int[] rows, int from, int to, long[] mixed) {
        for (Column column : columns) {
            switch (column) {
                case Column.Numeric numeric -> {
                    for (int i = from; i < to; i++) {
                        mixed[i] = mix(mixed[i] + Double.doubleToLongBits(numeric.values()[rows[i]] + 0.0));
                    }
                }
                case Column.Categorical texts -> {
                    for (int i = from; i < to; i++) {
                        mixed[i] = mix(mixed[i] + texts.codes()[rows[i]]);
                    }
                }
            }
        }
    }

    /** The finaliser of the generator SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long bits) {
        long mixed = bits * MULTIPLIER + MULTIPLIER;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    int repeated() {
        return rows - different;
    }

    /** What a reader of the data should know of them; empty where there are none. */
    Optional<String> sentence() {
        return repeated() == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.UK,
                        "%,d %s the same as another in every column.",
                        repeated(),
                        repeated() == 1 ? "row is" : "rows are"));
    }

    /**
     * What is said of them where they are not the same by chance; empty where they may be, as rows of a few codes are.
     *
     * @param combinations how many different rows the values of the columns could make; with so many equally likely, about
     *     rows&sup2; / (2 combinations) rows would repeat another
     */
    Optional<Diagnostic> diagnostic(double combinations) {
        double byChance = (double) rows * rows / (2 * combinations);
        if (repeated() <= MORE_THAN_CHANCE * byChance) {
            return Optional.empty();
        }
        return Optional.of(new Diagnostic(
                "repeated-rows",
                "Each row once",
                Diagnostic.Outcome.WARN,
                OptionalDouble.of(repeated()),
                OptionalDouble.empty(),
                repeated() + " of " + rows + " rows are the same as another in every column. If they were repeated by"
                        + " mistake, the result looks surer than it is. Leave out the repeats, or name the column that"
                        + " tells units apart."));
    }
}
