package org.worthwhile.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Names that a file can bear on every system, with room for what is put beside it. */
final class FileNames {

    /** Devices of Windows, whatever follows after a dot. */
    private static final String DEVICE = "(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])";

    private static final int LONGEST = 255;
    private static final String LONGEST_SUFFIX = "-journal";

    private FileNames() {}

    /** @throws org.worthwhile.problem.InvalidInput if a new file should not be called so */
    static void requireUsable(Path file) {
        String name = file.getFileName().toString();
        String stem = name.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (stem.matches(DEVICE)) {
            throw SqliteErrors.of(file, "has the name of a device on Windows", "choose another name");
        }
        if (name.endsWith(".")
                || name.endsWith(" ")
                || name.replace(WorkspaceFile.SUFFIX, "").endsWith(".")) {
            throw SqliteErrors.of(file, "has a name that ends in a dot or a space", "choose another name");
        }
        if (!leavesRoom(file)) {
            throw SqliteErrors.of(file, "has too long a name", "choose a shorter one");
        }
    }

    /** Whether the names of what is put beside the file are not too long. */
    static boolean leavesRoom(Path file) {
        byte[] name = file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
        return name.length + LONGEST_SUFFIX.length() <= LONGEST;
    }
}
