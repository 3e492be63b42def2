package org.worthwhile.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.worthwhile.problem.InvalidInput;

/**
 * Brings what stands in the log into the file itself when the analyst pauses, by a connection and a thread of its own, so
 * that a copy of the file alone is whole.
 */
final class Checkpointer implements AutoCloseable {

    private static final long PAUSE_MILLISECONDS = 600;
    private static final long RETRY_MILLISECONDS = 1_000;

    private static final ScheduledExecutorService LATER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoints").daemon().factory());

    private final Path file;
    private final FileIdentity identity;
    private @Nullable Database database;
    private @Nullable Future<?> next;
    private boolean isClosed;

    /** @param identity of the file, as another that is put in its place has another log */
    Checkpointer(Path file, FileIdentity identity) {
        this.file = file;
        this.identity = identity;
    }

    /** What has become of the file, unless it still stands at its path. */
    Optional<Access.Displaced> displaced() {
        return identity.displaced();
    }

    /** Notes that something was written. */
    synchronized void changed() {
        if (!isClosed) {
            schedule(PAUSE_MILLISECONDS);
        }
    }

    private void schedule(long milliseconds) {
        if (next != null) {
            next.cancel(false);
        }
        next = LATER.schedule(this::run, milliseconds, TimeUnit.MILLISECONDS);
    }

    private synchronized void run() {
        if (!isClosed && !checkpoint()) {
            schedule(RETRY_MILLISECONDS);
        }
    }

    /** Most is done without holding anybody up, and only what was written meanwhile is done alone. */
    private boolean checkpoint() {
        try {
            Optional<Database> connected = connected();
            if (connected.isEmpty()) {
                return true;
            }
            Database open = connected.get();
            open.number("PRAGMA wal_checkpoint(PASSIVE)");
            return open.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } catch (InvalidInput fullDiskOrBusy) {
            // What is in the log is safe there, and is tried again.
            return false;
        }
    }

    /** Nothing where another file stands at the path: the log that lies beside it would be written into that. */
    private Optional<Database> connected() {
        if (database == null && displaced().isEmpty()) {
            Database opened = Database.open(file, Database.Mode.WRITE);
            if (displaced().isPresent()) {
                // Nothing was read or written by it yet.
                opened.close();
                return Optional.empty();
            }
            opened.execute("PRAGMA synchronous = FULL");
            database = opened;
        }
        return Optional.ofNullable(database);
    }

    /** Stops, once what is being done is done. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (next != null) {
            next.cancel(false);
        }
        if (database != null) {
            database.close();
        }
    }
}
