package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether it is for want of space that something cannot be written. */
final class DiskSpace {

    /** Less than an empty file and its log take. */
    private static final long LEAST = 256 << 10;

    private DiskSpace() {}

    /** @param file that is there or is to be */
    static boolean isFull(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder != null && Files.getFileStore(folder).getUsableSpace() < LEAST;
        } catch (IOException notKnown) {
            return false;
        }
    }
}
