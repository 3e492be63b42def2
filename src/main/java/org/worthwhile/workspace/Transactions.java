package org.worthwhile.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What is written to a file: each change of it whole or not at all, and what the audit trail says of it. */
final class Transactions {

    private final Path file;
    private final Database database;
    private final Access access;
    private final Clock clock;
    private final Optional<Checkpointer> checkpointer;
    private final Revisions revisions;

    Transactions(Path file, Database database, Access access, Clock clock, Optional<Checkpointer> checkpointer) {
        this.file = file;
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.checkpointer = checkpointer;
        this.revisions = new Revisions(file, database);
    }

    /** The operating system's name of whoever works here. */
    static String who() {
        return System.getProperty("user.name", "unknown");
    }

    Path file() {
        return file;
    }

    /** As it is now: the file may have been deleted or replaced since it was opened. To be asked by any thread. */
    Access access() {
        return checkpointer
                .flatMap(Checkpointer::displaced)
                .map(Access.class::cast)
                .orElse(access);
    }

    boolean isWritable() {
        return access() instanceof Access.Writable;
    }

    void requireWritable() {
        switch (access()) {
            case Access.Writable() -> {}
            case Access.ReadOnly(String why, String remedy) -> throw SqliteErrors.of(file, why, remedy);
            case Access.Displaced(String why, String remedy) ->
                throw SqliteErrors.of(file, why + ", and the last change was not saved", remedy);
        }
    }

    /** Takes note of the transaction that is read. */
    void read() {
        revisions.read();
    }

    /** Writes all of it or nothing, and nothing to a file that no longer stands at its path. */
    void write(Runnable work) {
        requireWritable();
        revisions.transaction(() -> {
            work.run();
            requireWritable();
        });
        checkpointer.ifPresent(Checkpointer::changed);
    }

    void note(TrailEntry.Action action, String what) {
        EditRepository.insertTrail(database, now(), who(), action, what, null);
    }

    void note(TrailEntry.Action action, Edit edit) {
        EditRepository.insertTrail(database, now(), who(), action, edit.what(), edit.number());
    }

    /** An edit that is made now. */
    Edit edit(long number, String what) {
        return new Edit(number, now(), who(), what);
    }

    Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Ends the work in the background. */
    void close() {
        checkpointer.ifPresent(Checkpointer::close);
    }
}
