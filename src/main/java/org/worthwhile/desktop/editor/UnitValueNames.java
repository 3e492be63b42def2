package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.problem.Nearest;

/** Unit values by what analysts call them: their names in files or their titles. */
record UnitValueNames(ModelLibrary library) {

    private static final int MOST_OFFERED = 3;

    /** The name in files of the unit value that has a name or a title, in whatever case; none where several have it. */
    Optional<String> named(String text) {
        String wanted = text.strip();
        List<String> found = library.unitValues().values().stream()
                .filter(value -> value.id().equalsIgnoreCase(wanted)
                        || value.title().strip().equalsIgnoreCase(wanted))
                .map(UnitValue::id)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** A text in which a title stands for its name in files, what it is multiplied by kept. */
    String byName(String text) {
        Entry.Named written = Entry.named(text);
        return named(written.name())
                .map(id -> written.factor().isPresent()
                        ? id + text.substring(written.name().length())
                        : id)
                .orElse(text);
    }

    /** Titles that may have been meant: those of the same title, those with all its words, or the one of nearly the same letters. */
    List<String> near(String text) {
        String wanted = Entry.named(text).name().strip().toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(wanted.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<UnitValue> having = library.unitValues().values().stream()
                .filter(value ->
                        words.stream().allMatch((value.title() + " " + value.id()).toLowerCase(Locale.ROOT)::contains))
                .sorted(Comparator.comparingInt(
                                (UnitValue value) -> value.title().length())
                        .thenComparing(UnitValue::id))
                .limit(MOST_OFFERED)
                .toList();
        if (!having.isEmpty()) {
            return having.stream().map(UnitValueNames::offered).toList();
        }
        List<String> known = new ArrayList<>(library.unitValues().keySet());
        library.unitValues().values().forEach(value -> known.add(value.title()));
        return Nearest.to(wanted, known).stream().toList();
    }

    private static String offered(UnitValue value) {
        return value.title() + " (" + value.id() + ")";
    }
}
