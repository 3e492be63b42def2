package org.worthwhile.attribution;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The options of a study by name, as far as they were given; what each means and its default are the design's.
 *
 * @param given numbers, texts and truth values
 */
public record StudyOptions(Map<String, Object> given) {

    public StudyOptions {
        given = java.util.Collections.unmodifiableMap(new TreeMap<>(given));
    }

    public double number(String name, double otherwise) {
        return given.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(given.get(name));
    }

    public Optional<String> text(String name) {
        return given.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * A time: a number; a label such as {@code 2016/17}, which is the year in which it begins; or a date such as {@code
     * 2016-04-01}, in days since 1970. NaN when not given.
     */
    public double time(String name) {
        String label = text(name).orElse("");
        if (label.matches("[0-9]{4}-[0-9]{2}(-[0-9]{2})?")) {
            return LocalDate.parse(label.length() == 7 ? label + "-01" : label).toEpochDay();
        }
        return label.matches("[0-9]{4}(/.*)?") ? Double.parseDouble(label.substring(0, 4)) : number(name, Double.NaN);
    }

    /** A constant as studies and results write it, the reverse of {@link #choice}. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The seed of whatever is drawn. */
    public long seed() {
        return (long) number("seed", 1);
    }

    /** The constant that is written {@code not-yet-treated} where it is {@code NOT_YET_TREATED} in the code. */
    public <E extends Enum<E>> E choice(String name, E otherwise) {
        return given.get(name) instanceof String text
                ? Enum.valueOf(
                        otherwise.getDeclaringClass(), text.replace('-', '_').toUpperCase(Locale.ROOT))
                : otherwise;
    }

    /** The confidence level of intervals. */
    public double level() {
        return number("level", 0.95);
    }
}
