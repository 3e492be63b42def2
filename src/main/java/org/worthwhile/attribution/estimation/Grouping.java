package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A partition of rows.
 *
 * @param codes the group of each row, from 0
 * @param labels of the groups
 */
public record Grouping(int[] codes, List<String> labels) {
    public Grouping {
        labels = List.copyOf(labels);
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

    public int size() {
        return labels.size();
    }

    /** Rows that share both groups. */
    public Grouping intersection(Grouping other) {
        Map<Long, Integer> known = new HashMap<>();
        List<String> both = new ArrayList<>();
        int[] joint = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            long key = (long) codes[row] * other.size() + other.codes[row];
            Integer code = known.get(key);
            if (code == null) {
                code = both.size();
                known.put(key, code);
                both.add(labels.get(codes[row]) + " / " + other.labels.get(other.codes[row]));
            }
            joint[row] = code;
        }
        return new Grouping(joint, both);
    }

    /** Whether every group lies wholly within one group of {@code outer}. */
    public boolean isNestedIn(Grouping outer) {
        int[] within = new int[size()];
        java.util.Arrays.fill(within, -1);
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
                && java.util.Arrays.equals(codes, grouping.codes)
                && labels.equals(grouping.labels);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(codes);
    }
}
