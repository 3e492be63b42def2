package org.worthwhile.attribution.period;

import java.util.stream.IntStream;

/**
 * When treatment begins.
 *
 * @param periods by row or unit, as an index on the study's calendar; it may lie before the first period or after the last
 */
public record Starts(int[] periods) {

    /** Treatment never begins. Later than any period. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** When treatment of a row or unit begins, as an index on the calendar; {@link #NEVER} where it does not. */
    public int of(int row) {
        return periods[row];
    }

    /** Whether a row or unit is treated in a period. */
    public boolean isTreated(int row, int period) {
        return period >= periods[row];
    }

    /** The different starts, rising, never apart. */
    public int[] groups() {
        return IntStream.of(periods)
                .filter(start -> start != NEVER)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Whether treatment of a row or unit never begins. */
    public boolean isNever(int row) {
        return periods[row] == NEVER;
    }

    /** The same where later starts than the last are none. */
    public Starts until(int last) {
        return new Starts(
                IntStream.of(periods).map(start -> start > last ? NEVER : start).toArray());
    }

    /** Some of the rows. */
    public Starts at(int[] rows) {
        return new Starts(IntStream.of(rows).map(row -> periods[row]).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Starts starts && java.util.Arrays.equals(periods, starts.periods);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(periods);
    }
}
