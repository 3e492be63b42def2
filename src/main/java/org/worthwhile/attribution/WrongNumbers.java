package org.worthwhile.attribution;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers that cannot be, with their rows: the first of them, and how many more there are, so that all can be mended at once. */
final class WrongNumbers {

    private WrongNumbers() {}

    /**
     * Such as {@code 0 in row 3, -5 in row 9}; empty where there are none.
     *
     * @param rows of the data, from 0, that the values are of
     */
    static Optional<String> told(int[] rows, double[] values, DoublePredicate wrong, DoubleFunction<String> text) {
        int[] places = IntStream.range(0, values.length)
                .filter(i -> wrong.test(values[i]))
                .toArray();
        String first = IntStream.of(places)
                .limit(Column.Strays.MOST)
                .mapToObj(i -> String.format(Locale.UK, "%s in row %,d", text.apply(values[i]), rows[i] + 1))
                .collect(Collectors.joining(", "));
        int more = places.length - Column.Strays.MOST;
        return places.length == 0
                ? Optional.empty()
                : Optional.of(more > 0 ? String.format(Locale.UK, "%s and %,d more", first, more) : first);
    }
}
