package org.worthwhile.exchange;

import java.nio.file.Path;
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

    /** What ids look like that the program made for want of one given. */
    private static final String MADE_ID = "proposal-[0-9]+";

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

    /** Whether Windows keeps the name for a device, or takes off its end. */
    static boolean isReserved(String name) {
        return DEVICES.contains(beforeDot(name)) || name.endsWith(".") || name.endsWith(" ");
    }

    /**
     * What the results of a proposal are named by: its id; or its title, where the program made up the id.
     *
     * @param id of the proposal
     * @param title of the proposal
     */
    public static String ofResults(String id, String title) {
        return portable(id.matches(MADE_ID) ? Identifiers.of(title, id) : id);
    }

    /** A file's own name; empty for the root of all folders. */
    public static String last(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static String beforeDot(String name) {
        return name.replaceFirst("\\..*", "").strip().toLowerCase(Locale.ROOT);
    }
}
