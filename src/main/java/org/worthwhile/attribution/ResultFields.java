package org.worthwhile.attribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.worthwhile.attribution.period.Period;

/** Takes the fields of a result one after another, under the names by which result files publish them. */
public interface ResultFields {

    /** A number; none where it is not finite. */
    ResultFields number(String name, double value);

    /** A text as it is. */
    ResultFields text(String name, String value);

    /** True or false. */
    ResultFields flag(String name, boolean value);

    /** A period by its label. */
    ResultFields period(String name, Period value);

    /** That there is no value. */
    ResultFields absent(String name);

    /** A list of texts. */
    ResultFields texts(String name, List<String> values);

    /** A list of numbers. */
    ResultFields numbers(String name, List<Double> values);

    /** Numbers by name, in the order of the map. */
    ResultFields numbers(String name, Map<String, Double> values);

    /** Rows of numbers. */
    ResultFields table(String name, List<List<Double>> rows);

    /** Fields under a name of their own. */
    ResultFields object(String name, Consumer<ResultFields> fields);

    /**
     * A list of objects.
     *
     * @param fields gives those of an item
     */
    <T> ResultFields list(String name, List<T> items, BiConsumer<T, ResultFields> fields);

    /** A number, or that there is none. */
    default ResultFields number(String name, OptionalDouble value) {
        return value.isPresent() ? number(name, value.getAsDouble()) : absent(name);
    }

    /** A period, or that there is none. */
    default ResultFields period(String name, Optional<Period> value) {
        return value.map(present -> period(name, present)).orElseGet(() -> absent(name));
    }

    /**
     * Fields of a value under a name of their own, or that there is none.
     *
     * @param fields gives those of the value
     */
    default <T> ResultFields object(String name, Optional<T> value, BiConsumer<T, ResultFields> fields) {
        return value.map(present -> object(name, of -> fields.accept(present, of)))
                .orElseGet(() -> absent(name));
    }

    /** An estimate with its error. */
    default ResultFields estimate(double estimate, double standardError) {
        return number("estimate", estimate).number("standardError", standardError);
    }

    /** An estimate with its error and interval. */
    default ResultFields estimate(double estimate, double standardError, double low, double high) {
        return estimate(estimate, standardError).number("low", low).number("high", high);
    }
}
