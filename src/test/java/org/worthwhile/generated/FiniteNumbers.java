package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.attribution.Dataset;

/** Goes through a result, record by record, for numbers that are none. */
final class FiniteNumbers {

    private FiniteNumbers() {}

    /** Checks every number of a result, its inputs aside. */
    static void require(@Nullable Object value, String where) {
        switch (value) {
            case null -> {}
            case Double number -> assertThat(number).as(where).isFinite();
            case OptionalDouble number -> number.ifPresent(held -> require(held, where));
            case Optional<?> optional -> optional.ifPresent(held -> require(held, where));
            case double[] numbers -> {
                for (double number : numbers) {
                    require(number, where);
                }
            }
            case Iterable<?> list
            when !(value instanceof java.nio.file.Path) -> list.forEach(held -> require(held, where));
            case Map<?, ?> map -> map.forEach((key, held) -> require(held, where + "/" + key));
            case AppraisalCase _, Dataset _ -> {}
            case Record record
            when record.getClass().getPackageName().startsWith("org.worthwhile") -> components(record, where);
            default -> {}
        }
    }

    private static void components(Record record, String where) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                require(component.getAccessor().invoke(record), where + "/" + component.getName());
            } catch (IllegalAccessException | InvocationTargetException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
    }
}
