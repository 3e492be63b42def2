package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Which file stood at a path when it was opened. An open file can be deleted, renamed or replaced by another, as programs do
 * that synchronise folders, and is written to nevertheless, where nobody will find it.
 *
 * @param path under which it was opened
 * @param key by which the system knows the file; none where it has no keys, where an open file cannot be replaced
 */
record FileIdentity(Path path, Optional<Object> key) {

    private static final String REMEDY = "save a copy in another place; it has all that was saved before";

    static FileIdentity of(Path path) throws IOException {
        return new FileIdentity(path, keyOf(path));
    }

    private static Optional<Object> keyOf(Path path) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    }

    /** What has become of it, unless it still stands at its path. */
    Optional<Access.Displaced> displaced() {
        try {
            return keyOf(path).equals(key)
                    ? Optional.empty()
                    : Optional.of(new Access.Displaced("was replaced by another file while it was open", REMEDY));
        } catch (NoSuchFileException gone) {
            return Optional.of(new Access.Displaced("was deleted, renamed or moved while it was open", REMEDY));
        } catch (IOException unreachable) {
            return Optional.of(new Access.Displaced("can no longer be reached", REMEDY));
        }
    }
}
