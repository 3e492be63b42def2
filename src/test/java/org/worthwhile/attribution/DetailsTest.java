package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.attribution.period.Period;

/** Result files hold every part of what a design finds, each under its own name: parts made of numbers that are all different. */
class DetailsTest {

    private static final String NOTHING = "nothing";
    private static final String REASON = "Reason";

    private int made;

    static Stream<Class<?>> details() throws IOException, URISyntaxException {
        Path classes = Path.of(Details.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes.resolve("org/worthwhile/attribution"))) {
            return files
                    .map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("Test.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .filter(name -> !name.endsWith("-info"))
                    .<Class<?>>map(DetailsTest::load)
                    .filter(type -> Details.class.isAssignableFrom(type) && type.isRecord())
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Details.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @ParameterizedTest
    @MethodSource("details")
    void everyPartIsToldUnderItsOwnName(Class<?> type) throws ReflectiveOperationException {
        Details details = (Details) make(type, true);

        assertThat(told(details)).isEqualTo(parts((Record) details));
    }

    @ParameterizedTest
    @MethodSource("details")
    void whatIsNotThereIsToldAsAbsent(Class<?> type) throws ReflectiveOperationException {
        Details details = (Details) make(type, false);

        assertThat(told(details)).isEqualTo(parts((Record) details));
    }

    private static Map<String, Object> told(Details details) {
        Map<String, Object> told = Told.of(details::describe);
        // What is absent may have its reason beside it, and nothing else may.
        told.keySet()
                .removeIf(name -> name.endsWith(REASON)
                        && told.get(name) instanceof String reason
                        && !reason.isBlank()
                        && NOTHING.equals(told.get(name.substring(0, name.length() - REASON.length()))));
        return told;
    }

    /** The parts of a record by their names. */
    private static Map<String, Object> parts(Record made) throws ReflectiveOperationException {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent component : made.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            parts.put(component.getName(), part(accessor.invoke(made)));
        }
        return parts;
    }

    private static Object part(Object value) throws ReflectiveOperationException {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Period period -> period.label();
            case Enum<?> constant -> constant.name();
            case OptionalDouble number -> number.isPresent() ? number.getAsDouble() : NOTHING;
            case OptionalInt number -> number.isPresent() ? (double) number.getAsInt() : NOTHING;
            case Optional<?> optional -> optional.isPresent() ? part(optional.get()) : NOTHING;
            case Record made -> parts(made);
            case List<?> list -> {
                Object[] items = list.toArray();
                for (int i = 0; i < items.length; i++) {
                    items[i] = part(items[i]);
                }
                yield Arrays.asList(items);
            }
            case Map<?, ?> map -> {
                Map<Object, Object> entries = new LinkedHashMap<>();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    entries.put(entry.getKey(), part(entry.getValue()));
                }
                yield entries;
            }
            default -> value;
        };
    }

    /** A value of a type; optional ones are present or not. */
    private Object make(Type type, boolean present) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> present ? Optional.of(make(of[0], true)) : Optional.empty();
                case "List" -> List.of(make(of[0], present), make(of[0], present));
                case "Map" -> Map.of("one", make(of[1], present), "two", make(of[1], present));
                default -> throw new IllegalArgumentException(type.toString());
            };
        }
        made++;
        return switch (type) {
            case Class<?> c when c == double.class || c == Double.class -> made + 0.5;
            case Class<?> c when c == int.class || c == Integer.class -> made;
            case Class<?> c when c == boolean.class -> present;
            case Class<?> c when c == String.class -> "text " + made;
            case Class<?> c when c == Period.class -> new Period(made, "period " + made);
            case Class<?> c
            when c == OptionalDouble.class -> present ? OptionalDouble.of(made) : OptionalDouble.empty();
            case Class<?> c when c == OptionalInt.class -> present ? OptionalInt.of(made) : OptionalInt.empty();
            case Class<?> c when c.isEnum() -> c.getEnumConstants()[made % c.getEnumConstants().length];
            case Class<?> c when c.isRecord() -> record(c, present);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private Object record(Class<?> type, boolean present) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = make(components[i].getGenericType(), present);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException("parts of " + type.getName() + " that it does not take", refused);
        }
    }

    /** What was told, by name. */
    private record Told(Map<String, Object> fields) implements ResultFields {

        private ResultFields put(String name, Object value) {
            assertThat(fields.put(name, value)).as("told twice: " + name).isNull();
            return this;
        }

        private static Map<String, Object> of(Consumer<ResultFields> fields) {
            Told told = new Told(new LinkedHashMap<>());
            fields.accept(told);
            return told.fields;
        }

        @Override
        public ResultFields number(String name, double value) {
            return put(name, value);
        }

        @Override
        public ResultFields text(String name, String value) {
            return put(name, value);
        }

        @Override
        public ResultFields flag(String name, boolean value) {
            return put(name, value);
        }

        @Override
        public ResultFields period(String name, Period value) {
            return put(name, value.label());
        }

        @Override
        public ResultFields absent(String name) {
            return put(name, NOTHING);
        }

        @Override
        public ResultFields texts(String name, List<String> values) {
            return put(name, values);
        }

        @Override
        public ResultFields numbers(String name, List<Double> values) {
            return put(name, values);
        }

        @Override
        public ResultFields numbers(String name, Map<String, Double> values) {
            return put(name, values);
        }

        @Override
        public ResultFields table(String name, List<List<Double>> rows) {
            return put(name, rows);
        }

        @Override
        public ResultFields object(String name, Consumer<ResultFields> fields) {
            return put(name, of(fields));
        }

        @Override
        public <T> ResultFields list(String name, List<T> items, BiConsumer<T, ResultFields> fields) {
            return put(
                    name,
                    items.stream()
                            .map(item -> of(to -> fields.accept(item, to)))
                            .toList());
        }
    }
}
