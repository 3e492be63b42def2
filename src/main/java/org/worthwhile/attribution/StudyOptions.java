package org.worthwhile.attribution;

import java.util.Locale;
import java.util.Map;
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
