package org.worthwhile.desktop;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Buttons and words as every screen has them. */
public final class Controls {

    private Controls() {}

    /** @param id by which it is found in the window */
    public static Button button(String word, String id, Runnable action) {
        Button button = new Button(Words.of(word));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** The button of what is most likely wanted. */
    public static Button mainButton(String word, String id, Runnable action) {
        Button button = button(word, id, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** A button of what changes the file, which is disabled while nothing in it can be changed. */
    public static Button editButton(String word, String id, ObservableBooleanValue readOnly, Runnable action) {
        Button button = button(word, id, action);
        button.disableProperty().bind(readOnly);
        return button;
    }

    /** The title of a screen. */
    public static Label heading(String word) {
        return styled(word, Styles.TITLE_2);
    }

    /** The title of a part of a screen. */
    public static Label subheading(String word) {
        return styled(word, Styles.TITLE_4);
    }

    /** A sentence that explains, on as many lines as it takes. */
    public static Label explanation(String word) {
        return styled(word, Styles.TEXT_MUTED);
    }

    private static Label styled(String word, String style) {
        Label label = wrapped(word);
        label.getStyleClass().add(style);
        return label;
    }

    /** Words on as many lines as they take. */
    public static Label wrapped(String word) {
        Label label = new Label(Words.of(word));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Shows a text in a field, unless the analyst is typing there. */
    public static void setUnlessTyped(TextField field, String text) {
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
