package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that hold arrays say themselves when two of them are equal; all that do are found where classes are. */
class RecordEqualityTest {

    static Stream<Class<?>> recordsWithEqualityOfTheirOwn() throws IOException, URISyntaxException {
        Path root = Path.of(
                Column.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root.resolve("org/worthwhile/attribution"))) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList().stream()
                    .<Class<?>>flatMap(file -> ownEquality(root, file).stream());
        }
    }

    private static Optional<Class<?>> ownEquality(Path root, Path file) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            boolean isRecord = model.superclass()
                    .map(above -> above.asInternalName().equals("java/lang/Record"))
                    .orElse(false);
            boolean written = model.methods().stream()
                    .filter(method -> method.methodName().equalsString("equals")
                            && method.methodType().equalsString("(Ljava/lang/Object;)Z"))
                    .flatMap(method -> method.code().stream())
                    .anyMatch(code -> code.elementStream().noneMatch(InvokeDynamicInstruction.class::isInstance));
            return isRecord && written
                    ? Optional.of(Class.forName(root.relativize(file)
                            .toString()
                            .replaceAll("[/\\\\]", ".")
                            .replaceAll("\\.class$", "")))
                    : Optional.empty();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("recordsWithEqualityOfTheirOwn")
    void recordsAreEqualWhereEveryComponentIs(Class<?> type) throws ReflectiveOperationException {
        Object one = made(type, -1);
        assertThat(one)
                .isEqualTo(made(type, -1))
                .hasSameHashCodeAs(made(type, -1))
                .isNotEqualTo(null)
                .isNotEqualTo("");
        RecordComponent[] components = type.getRecordComponents();
        boolean hashTellsSome = false;
        for (int changed = 0; changed < components.length; changed++) {
            Object other = made(type, changed);
            assertThat(other)
                    .as("another %s", components[changed].getName())
                    .isNotEqualTo(one)
                    .hasSameHashCodeAs(made(type, changed));
            hashTellsSome |= other.hashCode() != one.hashCode();
        }
        assertThat(hashTellsSome).as("the hash depends on the content").isTrue();
    }

    /** Made anew of components of their first value, one of them of its second. */
    private static Object made(Class<?> type, int second) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType(), i == second ? 1 : 0);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    /** The first (0) or the second (1) value of a type. */
    private static Object value(Type type, int which) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType of) {
            Object inner = value(of.getActualTypeArguments()[0], which);
            return switch (((Class<?>) of.getRawType()).getSimpleName()) {
                case "Optional" -> Optional.of(inner);
                case "List" -> List.of(inner);
                case "Set" -> Set.of(inner);
                case "Map" -> Map.of(inner, value(of.getActualTypeArguments()[1], which));
                default -> throw new IllegalArgumentException("no value of " + type);
            };
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), 1);
            Array.set(array, 0, value(raw.getComponentType(), which));
            return array;
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[which];
        }
        if (raw.isSealed() && !raw.isRecord()) {
            return value(raw.getPermittedSubclasses()[0], which);
        }
        return switch (raw.getName()) {
            case "int" -> 1 + which;
            case "long" -> 1L + which;
            case "double", "java.lang.Double" -> 0.25 + which;
            case "boolean" -> which == 1;
            case "java.lang.String" -> "text " + which;
            case "java.lang.Integer" -> 1 + which;
            case "java.util.OptionalDouble" -> OptionalDouble.of(0.25 + which);
            case "java.util.OptionalInt" -> OptionalInt.of(1 + which);
            default -> composed(raw, which);
        };
    }

    /** Of the constructor with the most parameters, each of the same value. */
    private static Object composed(Class<?> type, int which) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalArgumentException("no value of " + type));
        constructor.setAccessible(true);
        Type[] types = constructor.getGenericParameterTypes();
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(types[i], which);
        }
        return constructor.newInstance(values);
    }
}
