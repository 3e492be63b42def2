package org.worthwhile.desktop.shell;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.worthwhile.desktop.session.Session;

/** The keys that work on every screen. */
final class Shortcuts {

    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.DIGIT3,
        KeyCode.DIGIT4,
        KeyCode.DIGIT5,
        KeyCode.DIGIT6,
        KeyCode.DIGIT7,
        KeyCode.DIGIT8,
        KeyCode.DIGIT9
    };

    private Shortcuts() {}

    static void install(
            Scene scene, Actions actions, Session session, Runnable search, Consumer<Screen> show, Runnable help) {
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), help);
        key(scene, KeyCode.K, search);
        key(scene, KeyCode.O, actions::openFile);
        key(scene, KeyCode.N, actions::newProposal);
        key(scene, KeyCode.I, actions::importFiles);
        key(scene, KeyCode.Z, session::undo);
        key(scene, KeyCode.Y, session::redo);
        key(scene, KeyCode.Z, session::redo, KeyCombination.SHIFT_DOWN);
        key(scene, KeyCode.E, () -> show.accept(Screen.REPORTS));
        Screen[] screens = Screen.values();
        for (int i = 0; i < DIGITS.length; i++) {
            Screen screen = screens[i];
            key(scene, DIGITS[i], () -> show.accept(screen));
        }
    }

    private static void key(Scene scene, KeyCode code, Runnable action, Modifier... more) {
        Modifier[] modifiers = Arrays.copyOf(more, more.length + 1);
        modifiers[more.length] = KeyCombination.SHORTCUT_DOWN;
        scene.getAccelerators().put(new KeyCodeCombination(code, modifiers), action);
    }
}
