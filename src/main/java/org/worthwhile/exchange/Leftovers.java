package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The temporary files of unfinished writing. Those of this process go when it ends, however it is asked to; those of processes
 * that were killed go when a file is next written into the folder. A file is known to be abandoned when no process holds the
 * operating system's lock on it, which also tells of processes on other machines that share the folder.
 */
final class Leftovers {

    static final String PREFIX = ".worthwhile-";
    static final String SUFFIX = ".part";

    /** A file may have just been made and not be locked yet. */
    private static final Duration SURELY_LOCKED = Duration.ofMinutes(1);

    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();
    private static final Set<Path> TIDIED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> UNFINISHED.forEach(Leftovers::discard)));
    }

    private Leftovers() {}

    /** Lets the file be removed if the process ends before it is finished. */
    static void register(Path temporary) {
        UNFINISHED.add(temporary);
    }

    /** Marks a file as being written by a process that lives, until the channel is closed. */
    static void hold(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException | OverlappingFileLockException noLocksHere) {
            // A file system without locks: what a killed process leaves on it stays.
        }
    }

    /** Removes a file if it is there. */
    static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
            UNFINISHED.remove(temporary);
        } catch (IOException inUse) {
            temporary.toFile().deleteOnExit();
        }
    }

    /** Removes what killed processes left in a folder, the first time that this process writes there. */
    static void removeOnce(Path folder) {
        if (TIDIED.add(folder)) {
            remove(folder);
        }
    }

    static void remove(Path folder) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path part : parts) {
                if (!UNFINISHED.contains(part) && isAbandoned(part)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException unreadable) {
            // Tidying is not what was asked for.
        }
    }

    private static boolean isAbandoned(Path part) throws IOException {
        if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)
                || Files.getLastModifiedTime(part)
                        .toInstant()
                        .isAfter(Instant.now().minus(SURELY_LOCKED))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException notOurs) {
            return false;
        }
    }
}
