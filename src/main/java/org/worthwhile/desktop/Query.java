package org.worthwhile.desktop;

import java.util.List;
import java.util.Locale;

/** Words that are searched for: each must begin a word of what is found. */
public record Query(List<String> words) {

    public static Query of(String text) {
        return new Query(split(text));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public boolean matches(String text) {
        List<String> there = split(text);
        return words.stream().allMatch(word -> there.stream().anyMatch(found -> found.startsWith(word)));
    }

    private static List<String> split(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
