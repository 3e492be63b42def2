package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.attribution.Dataset;

/** Goes through a result, record by record, for numbers that are none. */
final class FiniteNumbers {

    /** What a class of records is made of, as a fuzzed result is gone through a hundred thousand times. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            components.forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        }
    };

    private FiniteNumbers() {}

    /** Checks every number of a result, its inputs aside. */
    static void require(@Nullable Object value, String where) {
        assertThat(none(value)).as("what is no number in " + where).isEmpty();
    }

    /** Where in a value something is no number. */
    private static Optional<String> none(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Double number -> Double.isFinite(number) ? Optional.empty() : Optional.of(" = " + number);
            case OptionalDouble number -> number.isPresent() ? none(number.getAsDouble()) : Optional.empty();
            case Optional<?> optional -> none(optional.orElse(null));
            case double[] numbers ->
                Arrays.stream(numbers)
                        .filter(number -> !Double.isFinite(number))
                        .mapToObj(number -> " = " + number)
                        .findFirst();
            case List<?> list -> first(list.stream().map(FiniteNumbers::none));
            case Map<?, ?> map ->
                first(map.entrySet().stream()
                        .map(entry -> none(entry.getValue()).map(place -> "/" + entry.getKey() + place)));
            case AppraisalCase _, Dataset _ -> Optional.empty();
            case Record record
            when record.getClass().getPackageName().startsWith("org.worthwhile") ->
                first(COMPONENTS.get(record.getClass()).stream()
                        .map(component ->
                                none(held(record, component)).map(place -> "/" + component.getName() + place)));
            default -> Optional.empty();
        };
    }

    private static Optional<String> first(Stream<Optional<String>> places) {
        return places.flatMap(Optional::stream).findFirst();
    }

    private static @Nullable Object held(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
