package org.worthwhile.desktop;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * A field for one entry. The text that is pasted may have to be fetched from another program, and keys pressed meanwhile count
 * once it is there: Enter enters what was pasted.
 */
public final class EntryField extends TextField {

    private final List<KeyEvent> held = new ArrayList<>();
    private boolean pasting;

    public EntryField() {
        addEventFilter(KeyEvent.ANY, key -> {
            if (pasting) {
                held.add(key);
                key.consume();
            }
        });
    }

    @Override
    public void paste() {
        pasting = true;
        try {
            super.paste();
        } finally {
            pasting = false;
        }
        List<KeyEvent> keys = List.copyOf(held);
        held.clear();
        keys.forEach(key -> Event.fireEvent(this, key.copyFor(this, this)));
    }
}
