package org.worthwhile.workspace;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.platform.UserFolders;

/**
 * The one file of the user in which a byte is locked for each workspace that is open. It is opened once, as closing it would
 * let go of all its locks.
 */
final class UserLocks {

    private static final int DIGITS = 15;

    private static @Nullable FileChannel open;

    private UserLocks() {}

    /** Where to lock; nothing if the user has no folder for such things. */
    static synchronized Optional<FileChannel> channel() {
        if (open == null || !open.isOpen()) {
            open = tryOpen();
        }
        return Optional.ofNullable(open);
    }

    /** The byte that stands for a key. */
    static long place(String key) {
        return new BigInteger(digits(key), 16).longValueExact();
    }

    /** Where the holder of a key says under which name it opened the file. */
    static Path note(String key) {
        return UserFolders.here().state().resolve("open-file-" + digits(key));
    }

    private static String digits(String key) {
        return Fingerprint.of(key.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private static @Nullable FileChannel tryOpen() {
        try {
            Path folder = UserFolders.here().state();
            Files.createDirectories(folder);
            return FileChannel.open(
                    folder.resolve("open-files"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException noSuchFolder) {
            return null;
        }
    }
}
