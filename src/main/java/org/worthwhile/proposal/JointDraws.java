package org.worthwhile.proposal;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws of several parameters that belong together, such as those of a posterior: each row is drawn as a whole, so that what
 * depends on one another stays so.
 *
 * @param values of each parameter by its id, all of the same number of rows, at least two
 */
public record JointDraws(SortedMap<String, List<Double>> values, Order order) {

    /** Which row a trial takes. */
    public enum Order {
        /** One after the other, and from the first again after the last. */
        ROWS,
        /** Any, each with the same probability. */
        RANDOM
    }

    public JointDraws {
        SortedMap<String, List<Double>> copied = new TreeMap<>();
        values.forEach((parameter, draws) -> copied.put(parameter, List.copyOf(draws)));
        values = Collections.unmodifiableSortedMap(copied);
    }

    /** How many rows there are; 0 without parameters. */
    public int rows() {
        return values.values().stream().mapToInt(List::size).min().orElse(0);
    }
}
