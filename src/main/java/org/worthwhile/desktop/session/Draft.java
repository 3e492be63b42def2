package org.worthwhile.desktop.session;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Workspace;

/**
 * A value while it is typed. Each state of it is saved, or the newest where several wait for their turn, on the file as it
 * then is; together they become one edit.
 */
public final class Draft {

    /**
     * What a text would change.
     *
     * @param what in words, for the audit trail
     */
    public record Typed(String what, Change change) {}

    private final Session session;
    private final BiFunction<Workspace, String, Optional<Typed>> place;
    private final AtomicReference<@Nullable String> waiting = new AtomicReference<>();
    private boolean isBegun;

    Draft(Session session, BiFunction<Workspace, String, Optional<Typed>> place) {
        this.session = session;
        this.place = place;
    }

    /** Puts a text in the place of what was typed so far. */
    public void type(String text) {
        isBegun = true;
        if (waiting.getAndSet(text) == null) {
            session.saveQuietly(this::saveWaiting);
        }
    }

    private void saveWaiting(Workspace file) {
        String text = waiting.getAndSet(null);
        if (text != null) {
            place.apply(file, text).ifPresent(typed -> file.type(typed.what(), typed.change()));
        }
    }

    /** Ends the entry, which is then one edit. */
    public void finish() {
        if (isBegun) {
            session.finishTyping();
        }
    }

    /** Brings back what stood there before the entry, as if it had not been begun. */
    public void takeBack() {
        if (isBegun) {
            waiting.set(null);
            session.saveQuietly(Workspace::takeBackTyping);
        }
    }
}
