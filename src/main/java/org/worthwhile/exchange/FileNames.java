package org.worthwhile.exchange;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that a file can have on Linux, macOS and Windows alike. */
public final class FileNames {

    /** Letters, digits and a few signs, with no dot or space at either end. */
    private static final String PORTABLE = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._()-]{0,118}[\\p{L}\\p{N}_)-])?";

    /** Windows knows devices by these, whatever follows a dot. */
    private static final Set<String> DEVICES = Stream.concat(
                    Stream.of("con", "prn", "aux", "nul", "conin$", "conout$"),
                    IntStream.rangeClosed(0, 9).boxed().flatMap(number -> Stream.of("com" + number, "lpt" + number)))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST = 100;

    private FileNames() {}

    /** Whether a file, its ending included or still to come, can have the name on every system. */
    public static boolean isPortable(String name) {
        return name.matches(PORTABLE) && !DEVICES.contains(beforeDot(name));
    }

    /** The name if every system allows it, or else one like it. */
    public static String portable(String name) {
        if (isPortable(name)) {
            return name;
        }
        String allowed = name.replaceAll("[^\\p{L}\\p{N} ._()-]+", "-").replaceAll("^[^\\p{L}\\p{N}]+", "");
        String cut = allowed.substring(0, Math.min(LONGEST, allowed.length())).replaceAll("[. ]+$", "");
        if (cut.isEmpty()) {
            return "unnamed";
        }
        int dot = cut.indexOf('.');
        return !DEVICES.contains(beforeDot(cut))
                ? cut
                : dot < 0 ? cut + "-file" : cut.substring(0, dot) + "-file" + cut.substring(dot);
    }

    private static String beforeDot(String name) {
        return name.replaceFirst("\\..*", "").strip().toLowerCase(Locale.ROOT);
    }
}
