package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Keys that come while a pasted text is on its way wait for it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extension before each test
class EntryFieldTest {

    private EntryField field;
    private final List<String> entered = new ArrayList<>();

    @Start
    void start(Stage stage) {
        field = new EntryField();
        field.setOnAction(_ -> entered.add(field.getText()));
        stage.setScene(new Scene(field));
        stage.show();
    }

    private void enter() {
        Event.fireEvent(field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    private static void copied(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The key is pressed after the paste has begun and before its text is there. */
    @Test
    void enterDuringAPasteEntersWhatWasPastedOnce(FxRobot robot) {
        robot.interact(() -> {
            copied("£6m");
            field.setText("£5m");
            field.selectAll();
            field.setTextFormatter(new TextFormatter<>(change -> {
                if (change.isContentChange()) {
                    enter();
                }
                return change;
            }));
            field.paste();
        });
        assertThat(entered).containsExactly("£6m");
    }

    @Test
    void enterAfterAPasteEntersAtOnce(FxRobot robot) {
        robot.interact(() -> {
            copied("£7m");
            field.setText("");
            field.paste();
            enter();
        });
        assertThat(entered).containsExactly("£7m");
    }
}
