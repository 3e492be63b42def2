package org.worthwhile.desktop.shell;

import org.worthwhile.desktop.Query;

/**
 * Something that can be done by searching for its name.
 *
 * @param keys its keys as they are written, empty when it has none
 */
public record Command(String title, String keys, Runnable action) {

    /** Whether every word of the query begins a word of the title. */
    boolean matches(String query) {
        return Query.of(query).matches(title);
    }
}
