package org.worthwhile.exchange;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** New ids for documents and their parts. Ids that differ in case alone are the same to some systems, and so are they here. */
public final class Identifiers {

    /** What an id is made of. */
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

    private static final int LONGEST = 80;
    /** So much of an id stays free for a number. */
    private static final int ROOM = 12;

    private Identifiers() {}

    static boolean isId(String text) {
        return text.matches(ID);
    }

    /** The first of {@code stem-1}, {@code stem-2}, ... that is not taken. */
    public static String numbered(String stem, Collection<String> taken) {
        Set<String> lower = lower(taken);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> stem + "-" + number)
                .filter(id -> !lower.contains(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    /** The id itself or, if it is taken, the first of {@code id-2}, {@code id-3}, ... that is not. */
    public static String free(String id, Collection<String> taken) {
        Set<String> lower = lower(taken);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? id : id + "-" + number)
                .filter(candidate -> !lower.contains(candidate.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    /** A title as an id that is also a file's name on every system; {@code otherwise} if nothing of it can be in one. */
    public static String of(String title, String otherwise) {
        String slug = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String cut = slug.substring(0, Math.min(LONGEST - ROOM, slug.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? otherwise : FileNames.portable(cut);
    }

    private static Set<String> lower(Collection<String> taken) {
        return taken.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
