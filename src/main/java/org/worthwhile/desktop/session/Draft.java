package org.worthwhile.desktop.session;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Workspace;

/**
 * A value while it is typed. Each state of it is saved, or the newest where several wait for their turn; together they become
 * one edit. See {@link DraftSaver} for what is saved.
 */
public final class Draft {

    /**
     * What a text would change.
     *
     * @param what in words, for the audit trail
     */
    public record Typed(String what, Change change) {}

    private final Session session;
    private final DraftSaver saver;
    private final AtomicReference<@Nullable String> waiting = new AtomicReference<>();
    private @Nullable String last;

    Draft(Session session, DraftSaver saver) {
        this.session = session;
        this.saver = saver;
    }

    /** Puts a text in the place of what was typed so far. */
    public void type(String text) {
        last = text;
        if (waiting.getAndSet(text) == null) {
            session.saveQuietly(this::saveWaiting);
        }
    }

    private void saveWaiting(Workspace file) {
        String text = waiting.getAndSet(null);
        if (text != null) {
            saver.save(file, text);
        }
    }

    /** Ends the entry, which is then one edit. */
    public void finish() {
        String text = last;
        if (text != null) {
            session.finishTyping(file -> saver.finish(file, text));
        }
    }

    /** Brings back what stood there before the entry, as if it had not been begun. */
    public void takeBack() {
        if (last != null) {
            waiting.set(null);
            session.saveQuietly(Workspace::takeBackTyping);
        }
    }
}
