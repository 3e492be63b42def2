package org.worthwhile.desktop.shell;

import java.util.List;
import java.util.Locale;

/**
 * Something that can be done by searching for its name.
 *
 * @param keys its keys as they are written, empty when it has none
 */
public record Command(String title, String keys, Runnable action) {

    /** Whether every word of the query begins a word of the title. */
    boolean matches(String query) {
        List<String> titleWords = words(title);
        return words(query).stream()
                .allMatch(word -> titleWords.stream().anyMatch(titleWord -> titleWord.startsWith(word)));
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
