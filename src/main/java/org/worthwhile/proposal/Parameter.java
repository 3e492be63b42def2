package org.worthwhile.proposal;

import java.util.Optional;

/**
 * A figure that several lines share: entered once, drawn once a trial and moved as one input.
 *
 * @param figure its central value and how unsure that is, or another parameter's times a factor
 * @param unit what it is measured in, where that was said
 */
public record Parameter(String id, String title, Figure figure, Optional<InputKind.Unit> unit, String source) {

    private static final String PREFIX = "parameters/";

    /** What it is called: its title or, where it has none, its id. */
    public String name() {
        return title.isBlank() ? id : title;
    }

    /** Its path among the inputs of the proposal. */
    public String path() {
        return PREFIX + id;
    }

    /** The id of the parameter that a path names. */
    public static Optional<String> named(String path) {
        boolean isParameter = path.startsWith(PREFIX) && path.indexOf('/', PREFIX.length()) < 0;
        return isParameter ? Optional.of(path.substring(PREFIX.length())) : Optional.empty();
    }
}
