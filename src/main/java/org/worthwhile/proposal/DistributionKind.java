package org.worthwhile.proposal;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The catalogue of distributions, read off the records of {@link Distribution}: files, templates and screens list those that
 * stand here and no others.
 *
 * @param word what files call it, such as {@code log-normal}
 * @param parameters in their order
 */
public record DistributionKind(
        String word, Class<? extends Distribution> type, List<DistributionParameter> parameters) {

    private static final String RELATIVE = "relative";

    /** All of them, in the order in which they are offered. */
    public static final List<DistributionKind> ALL = Stream.of(Distribution.class.getPermittedSubclasses())
            .<DistributionKind>map(type -> read(type.asSubclass(Distribution.class)))
            .toList();

    public DistributionKind {
        parameters = List.copyOf(parameters);
    }

    private static DistributionKind read(Class<? extends Distribution> type) {
        return new DistributionKind(
                type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                type,
                Arrays.stream(type.getRecordComponents())
                        .filter(component -> !component.getName().equals(RELATIVE))
                        .map(component -> new DistributionParameter(
                                component.getName(),
                                component.getType() == List.class,
                                component.isAnnotationPresent(Distribution.Unitless.class)))
                        .toList());
    }

    /** The one that a word names. */
    public static Optional<DistributionKind> named(String word) {
        return ALL.stream().filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The kind that a distribution is of. */
    public static DistributionKind of(Distribution distribution) {
        return ALL.stream()
                .filter(kind -> kind.type.isInstance(distribution))
                .findFirst()
                .orElseThrow();
    }

    /** The parameters of all of them, each once. */
    public static List<DistributionParameter> allParameters() {
        return ALL.stream().flatMap(kind -> kind.parameters.stream()).distinct().toList();
    }

    /** Whether its parameters may be values as well as factors. */
    public boolean canBeAbsolute() {
        return parameters.size() < type.getRecordComponents().length;
    }

    /**
     * One of the kind.
     *
     * @param numbers of a parameter, a single one where it is no list
     */
    public Distribution make(boolean relative, Function<DistributionParameter, List<Double>> numbers) {
        Stream<Object> given = parameters.stream().map(parameter -> {
            List<Double> values = numbers.apply(parameter);
            return parameter.isList() ? values : values.getFirst();
        });
        Object[] arguments = (canBeAbsolute() ? Stream.concat(given, Stream.of(relative)) : given).toArray();
        try {
            Constructor<? extends Distribution> constructor =
                    type.getConstructor(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No distribution can be made: " + word, e);
        }
    }

    /** What a distribution of the kind has for a parameter of it, a single number where that is no list. */
    public List<Double> numbers(Distribution distribution, DistributionParameter parameter) {
        try {
            Object value = type.getMethod(parameter.name()).invoke(distribution);
            return value instanceof List<?> list
                    ? list.stream().map(Double.class::cast).toList()
                    : List.of((Double) value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No parameter of " + word + ": " + parameter.name(), e);
        }
    }
}
