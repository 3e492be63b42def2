package org.worthwhile.desktop.session;

import java.util.Optional;
import java.util.function.BiFunction;
import org.worthwhile.workspace.Workspace;

/**
 * Saves what is being typed. Every text is put into the file as it was before the entry, and never into what an earlier text of
 * the same entry made of it, so that what is typed on the way changes nothing for good. While the field is empty in the middle
 * of an entry, the file has what it had before; it is emptied only by an entry that ends empty.
 */
public final class DraftSaver {

    private final BiFunction<Workspace, String, Optional<Draft.Typed>> place;
    private boolean isBegun;

    /** @param place what a text would change in the file as it is before the entry */
    public DraftSaver(BiFunction<Workspace, String, Optional<Draft.Typed>> place) {
        this.place = place;
    }

    /** Saves a text in the place of what was typed so far. */
    public void save(Workspace file, String text) {
        if (isBegun) {
            file.takeBackTyping();
        } else {
            file.finishTyping();
            isBegun = true;
        }
        if (!text.isBlank()) {
            put(file, text);
        }
    }

    /** @param text the last one, which has been saved */
    public void finish(Workspace file, String text) {
        if (text.isBlank()) {
            put(file, text);
        }
        file.finishTyping();
    }

    private void put(Workspace file, String text) {
        place.apply(file, text).ifPresent(typed -> file.type(typed.what(), typed.change()));
    }
}
