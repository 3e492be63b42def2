package org.worthwhile.replication;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Paths within a package: relative, with slashes, and such that every system can have them as files. */
final class PackagePath {

    static final String INPUTS = "inputs";
    static final String MODELS = "models";
    static final String OWN_MODELS = "own-models";
    static final String RESULTS = "results";

    private static final Pattern IMPOSSIBLE = Pattern.compile("[\\x00-\\x1f\\\\:*?\"<>|]");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final int LONGEST = 1000;

    private PackagePath() {}

    /** Whether unpacking may write a file of this path: beneath the folder that it unpacks to, on any system. */
    static boolean isSafe(String path) {
        return path.length() <= LONGEST
                && !IMPOSSIBLE.matcher(path).find()
                && Arrays.stream(path.split("/", -1)).allMatch(PackagePath::isName);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** What two paths share that are one file where capital letters make no difference. */
    static String folded(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
