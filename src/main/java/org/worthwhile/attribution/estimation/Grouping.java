package org.worthwhile.attribution.estimation;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * A partition of rows.
 *
 * @param codes the group of each row, from 0
 * @param labels of the groups
 */
public record Grouping(int[] codes, List<String> labels) {
    public Grouping {
        labels = labels instanceof KeyLabels ? labels : List.copyOf(labels);
    }

    /** Groups rows of the same label, numbered in order of first appearance. */
    public static Grouping of(int rows, IntFunction<String> label) {
        Map<String, Integer> known = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            String text = label.apply(row);
            Integer code = known.get(text);
            if (code == null) {
                code = labels.size();
                known.put(text, code);
                labels.add(text);
            }
            codes[row] = code;
        }
        return new Grouping(codes, labels);
    }

    /**
     * Groups rows of the same number, numbered in order of first appearance.
     *
     * @param label of a number, another for each
     */
    public static Grouping ofNumbers(double[] values, DoubleFunction<String> label) {
        KeyNumbers numbers = new KeyNumbers();
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = numbers.of(values[row]);
        }
        return new Grouping(codes, new KeyLabels(numbers.keys(), key -> label.apply(Double.longBitsToDouble(key))));
    }

    /**
     * Groups rows of the same code, numbered in order of first appearance.
     *
     * @param label of a code, another for each
     */
    public static Grouping ofCodes(int[] codes, IntFunction<String> label) {
        KeyNumbers numbers = new KeyNumbers();
        int[] numbered = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            numbered[row] = numbers.of(codes[row]);
        }
        return new Grouping(numbered, new KeyLabels(numbers.keys(), key -> label.apply((int) key)));
    }

    /**
     * Each row for itself.
     *
     * @param label of a row, another for each
     */
    public static Grouping ofEach(int rows, IntFunction<String> label) {
        int[] codes = new int[rows];
        Arrays.setAll(codes, row -> row);
        return new Grouping(
                codes, new KeyLabels(Arrays.stream(codes).asLongStream().toArray(), key -> label.apply((int) key)));
    }

    /** The grouping of some of the rows, its groups numbered anew in the order in which they appear among these. */
    public Grouping at(int[] rows) {
        int[] own = new int[rows.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = codes[rows[i]];
        }
        return ofCodes(own, labels::get);
    }

    /** How many groups there are. */
    public int size() {
        return labels.size();
    }

    /** Rows that share both groups. */
    public Grouping intersection(Grouping other) {
        KeyNumbers numbers = new KeyNumbers();
        int[] joint = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            joint[row] = numbers.of((long) codes[row] * other.size() + other.codes[row]);
        }
        return new Grouping(
                joint,
                new KeyLabels(
                        numbers.keys(),
                        key -> labels.get((int) (key / other.size()))
                                + " / "
                                + other.labels.get((int) (key % other.size()))));
    }

    /** Whether every group lies wholly within one group of {@code outer}. */
    public boolean isNestedIn(Grouping outer) {
        int[] within = new int[size()];
        Arrays.fill(within, -1);
        for (int row = 0; row < codes.length; row++) {
            int group = codes[row];
            if (within[group] < 0) {
                within[group] = outer.codes[row];
            } else if (within[group] != outer.codes[row]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grouping grouping
                && Arrays.equals(codes, grouping.codes)
                && labels.equals(grouping.labels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }

    /** The labels of groups that are known by a key, each made when it is asked for. */
    private static final class KeyLabels extends AbstractList<String> {

        private final long[] keys;
        private final LongFunction<String> label;

        KeyLabels(long[] keys, LongFunction<String> label) {
            this.keys = keys;
            this.label = label;
        }

        @Override
        public String get(int group) {
            return label.apply(keys[group]);
        }

        @Override
        public int size() {
            return keys.length;
        }
    }
}
