package org.worthwhile.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.DoublePredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says on standard error what a command is doing, once it has taken more than two seconds: on a terminal in one line that is
 * updated in place, elsewhere in few plain lines, so that a log stays readable.
 */
final class Progress implements AutoCloseable {

    /** What the launcher sets where standard error is a terminal, which Java itself cannot tell. */
    private static final String ON_TERMINAL = "worthwhile.terminal";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_UPDATES = Duration.ofMillis(250);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int WIDEST_LINE = 78;

    private final PrintWriter err;
    private final boolean inPlace;
    private final LongSupplier nanoseconds;
    private final long began;
    private String activity = "";
    private int percent = -1;
    private String shown = "";
    private long shownAt;
    private boolean closed;

    /**
     * @param inPlace whether the line may be overwritten
     * @param nanoseconds the clock
     */
    Progress(PrintWriter err, boolean inPlace, LongSupplier nanoseconds) {
        this.err = err;
        this.inPlace = inPlace;
        this.nanoseconds = nanoseconds;
        this.began = nanoseconds.getAsLong();
        this.shownAt = began - BETWEEN_LINES.toNanos();
    }

    /** Begins to watch a command. */
    static Progress start(PrintWriter err, boolean quiet) {
        boolean inPlace = Boolean.getBoolean(ON_TERMINAL);
        PrintWriter out = inPlace ? new PrintWriter(System.err, true, StandardCharsets.UTF_8) : err;
        Progress progress = new Progress(out, inPlace, System::nanoTime);
        if (!quiet) {
            Thread.ofPlatform().name("progress").daemon().start(progress::watch);
        }
        return progress;
    }

    /** Says what is being done from now on, such as {@code Simulating Rural bus}. */
    synchronized void doing(String what) {
        activity = printable(what);
        percent = -1;
    }

    /** Does a piece of work of which it says what it is. */
    <T> T doing(String what, Supplier<T> work) {
        doing(what);
        return work.get();
    }

    /** Takes how much of the present activity is done, as a share; work goes on whatever is told. */
    DoublePredicate share() {
        return done -> {
            done(done);
            return true;
        };
    }

    /** How much of the present activity is done, as a share. */
    synchronized void done(double share) {
        percent = (int) Math.clamp(Math.floor(100 * share), 0, 100);
    }

    /** Prints lines of results, for which the line of progress makes way. */
    synchronized void print(PrintWriter out, Iterable<String> lines) {
        clear();
        lines.forEach(out::println);
        out.flush();
    }

    /** Shows what is being done if it is time to. */
    synchronized void tick() {
        long now = nanoseconds.getAsLong();
        if (closed || activity.isEmpty() || now - began <= PATIENCE.toNanos()) {
            return;
        }
        String line = activity + (percent < 0 ? "..." : ": " + percent + "%");
        if (line.equals(shown)) {
            return;
        }
        if (inPlace) {
            overwrite(line);
        } else if (now - shownAt >= BETWEEN_LINES.toNanos()) {
            err.println(line);
            err.flush();
        } else {
            return;
        }
        shown = line;
        shownAt = now;
    }

    private void overwrite(String line) {
        String fitting = line.length() <= WIDEST_LINE ? line : line.substring(0, WIDEST_LINE - 3) + "...";
        err.print("\r" + fitting + " ".repeat(Math.max(0, Math.min(shown.length(), WIDEST_LINE) - fitting.length())));
        err.flush();
    }

    private void clear() {
        if (inPlace && !shown.isEmpty()) {
            overwrite("");
            err.print("\r");
            err.flush();
            shown = "";
        }
    }

    private void watch() {
        try {
            while (!isClosed()) {
                Thread.sleep(BETWEEN_UPDATES);
                tick();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Titles come from files; none of them moves the cursor. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", " ");
    }

    @Override
    public synchronized void close() {
        clear();
        closed = true;
    }
}
