package org.worthwhile.attribution;

import java.util.Arrays;
import java.util.List;

/** A column of a dataset. */
public sealed interface Column {

    String name();

    int rows();

    boolean isMissing(int row);

    /** The value as the file might have written it; empty when missing. */
    String text(int row);

    /** Numbers; a missing one is NaN. Financial years are the calendar year in which they begin. */
    record Numeric(String name, double[] values) implements Column {

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
            return isMissing(row) ? "" : text(values[row]);
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
                    && Arrays.equals(values, numeric.values);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(values);
        }
    }

    /** Texts, as codes into {@code levels}; the code of a missing one is -1. */
    record Categorical(String name, List<String> levels, int[] codes) implements Column {
        public Categorical {
            levels = List.copyOf(levels);
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
        public boolean equals(Object other) {
            return other instanceof Categorical categorical
                    && name.equals(categorical.name)
                    && levels.equals(categorical.levels)
                    && Arrays.equals(codes, categorical.codes);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(codes);
        }
    }
}
