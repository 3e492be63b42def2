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

    ResultFields number(String name, double value);

    ResultFields text(String name, String value);

    ResultFields flag(String name, boolean value);

    /** A period by its label. */
    ResultFields period(String name, Period value);

    /** That there is no value. */
    ResultFields absent(String name);

    ResultFields texts(String name, List<String> values);

    ResultFields numbers(String name, List<Double> values);

    ResultFields numbers(String name, Map<String, Double> values);

    /** Rows of numbers. */
    ResultFields table(String name, List<List<Double>> rows);

    ResultFields object(String name, Consumer<ResultFields> fields);

    <T> ResultFields list(String name, List<T> items, BiConsumer<T, ResultFields> fields);

    default ResultFields number(String name, OptionalDouble value) {
        return value.isPresent() ? number(name, value.getAsDouble()) : absent(name);
    }

    default ResultFields period(String name, Optional<Period> value) {
        return value.map(present -> period(name, present)).orElseGet(() -> absent(name));
    }

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
