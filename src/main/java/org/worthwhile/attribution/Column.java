package org.worthwhile.attribution;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.attribution.estimation.Grouping;

/** A column of a dataset. */
public sealed interface Column {

    /** Its heading in the dataset. */
    String name();

    /** How many rows it has, missing values included. */
    int rows();

    /**
     * Whether a row has no value.
     *
     * @param row from 0
     */
    boolean isMissing(int row);

    /** The value as the file might have written it; empty when missing. */
    String text(int row);

    /** What makes texts of a column that mostly holds numbers; none of any other. */
    default Strays strays() {
        return Strays.NONE;
    }

    /** Some of the rows by their texts, in groups numbered in order of first appearance. */
    Grouping grouping(int[] rows);

    /** What numbers stand for. */
    enum Scale {
        NUMBER,

        /** Numbers of per cent, read without their signs: 12 where 12% was written. */
        PERCENT,

        /** The calendar year in which a financial year begins. */
        FINANCIAL_YEAR,

        /** Days since 1 January 1970. */
        DATE;

        /** A value as the file might have written it. */
        public String text(double value) {
            return switch (this) {
                case NUMBER, PERCENT -> Numeric.text(value);
                case FINANCIAL_YEAR -> String.format(Locale.ROOT, "%d/%02d", (int) value, ((int) value + 1) % 100);
                case DATE -> LocalDate.ofEpochDay((long) value).toString();
            };
        }
    }

    /** Numbers; a missing one is NaN. */
    record Numeric(String name, double[] values, Scale scale) implements Column {

        /** Plain numbers. */
        public Numeric(String name, double[] values) {
            this(name, values, Scale.NUMBER);
        }

        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public String text(int row) {
            return isMissing(row) ? "" : scale.text(values[row]);
        }

        @Override
        public Grouping grouping(int[] rows) {
            double[] own = new double[rows.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = values[rows[i]];
            }
            return Grouping.ofNumbers(own, value -> Double.isNaN(value) ? "" : scale.text(value));
        }

        /** A number without decimals where it has none. */
        public static String text(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numeric numeric
                    && name.equals(numeric.name)
                    && scale == numeric.scale
                    && Arrays.equals(values, numeric.values);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(values);
        }
    }

    /**
     * A text in a column that otherwise holds numbers.
     *
     * @param row from 0
     * @param isAmbiguous whether it is a number that can be read in two ways
     */
    record Stray(int row, String text, boolean isAmbiguous) {}

    /**
     * The texts in a column that otherwise holds numbers.
     *
     * @param first of them, as many as a list should have
     * @param count of all
     * @param isOfNumbers whether the column can be nothing but one of numbers, where it may otherwise be one of codes
     */
    record Strays(List<Stray> first, int count, boolean isOfNumbers) {

        public static final Strays NONE = new Strays(List.of(), 0, false);

        /** Of as many each is told by itself. */
        public static final int MOST = 20;

        public Strays {
            first = List.copyOf(first);
        }

        /** How many there are beside the first. */
        public int more() {
            return count - first.size();
        }
    }

    /**
     * Texts, as codes into {@code levels}; the code of a missing one is -1.
     *
     * @param strays what makes texts of a column that mostly holds numbers
     */
    record Categorical(String name, List<String> levels, int[] codes, Strays strays) implements Column {
        public Categorical {
            levels = List.copyOf(levels);
        }

        /** Plain texts. */
        public Categorical(String name, List<String> levels, int[] codes) {
            this(name, levels, codes, Strays.NONE);
        }

        /** The words among them that stand for 1 and 0, if they are such words. */
        public Optional<TruthWords> truthWords() {
            return TruthWords.of(levels);
        }

        @Override
        public int rows() {
            return codes.length;
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] < 0;
        }

        @Override
        public String text(int row) {
            return isMissing(row) ? "" : levels.get(codes[row]);
        }

        @Override
        public Grouping grouping(int[] rows) {
            int[] firstAlike = firstAlike();
            int[] own = new int[rows.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = isMissing(rows[i]) ? -1 : firstAlike[codes[rows[i]]];
            }
            return Grouping.ofCodes(own, code -> code < 0 ? "" : levels.get(code));
        }

        /** For each level, the first with the same text. */
        private int[] firstAlike() {
            Map<String, Integer> first = new HashMap<>(Map.of("", -1));
            int[] alike = new int[levels.size()];
            for (int level = 0; level < alike.length; level++) {
                Integer known = first.putIfAbsent(levels.get(level), level);
                alike[level] = known == null ? level : known;
            }
            return alike;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Categorical categorical
                    && name.equals(categorical.name)
                    && levels.equals(categorical.levels)
                    && strays.equals(categorical.strays)
                    && Arrays.equals(codes, categorical.codes);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(codes);
        }
    }
}
