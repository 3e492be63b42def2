package org.worthwhile.workspace;

import java.nio.file.Path;
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
    private @Nullable Database database;
    private @Nullable Future<?> next;
    private boolean isClosed;

    Checkpointer(Path file) {
        this.file = file;
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
            Database open = database;
            if (open == null) {
                open = Database.open(file, Database.Mode.WRITE);
                open.execute("PRAGMA synchronous = FULL");
                database = open;
            }
            open.number("PRAGMA wal_checkpoint(PASSIVE)");
            return open.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } catch (InvalidInput fullDiskOrBusy) {
            // What is in the log is safe there, and is tried again.
            return false;
        }
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
