package org.worthwhile.desktop.shell;

import org.worthwhile.desktop.Query;

/**
 * Something that can be done by searching for its name.
 *
 * @param keys its keys as they are written, empty when it has none
 * @param terms words of the field for what is done there, which its title does not say
 */
public record Command(String title, String keys, String terms, Runnable action) {

    Command(String title, String keys, Runnable action) {
        this(title, keys, "", action);
    }

    /** Whether every word of the query begins a word of the title or of the terms. */
    boolean matches(String query) {
        return Query.of(query).matches(title + " " + terms);
    }

    /** Whether the title alone matches, so that it comes before those found by their terms. */
    boolean isNamed(String query) {
        return Query.of(query).matches(title);
    }
}
