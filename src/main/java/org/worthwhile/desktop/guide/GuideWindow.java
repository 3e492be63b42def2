package org.worthwhile.desktop.guide;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.settings.Preferences;

/** The window of the guide, beside the client's own, so that its steps can be followed while they are read. */
public final class GuideWindow {

    private static final double WIDTH = 1040;
    private static final double HEIGHT = 720;

    private final Preferences preferences;
    private final String stylesheet;
    private @Nullable Stage stage;
    private @Nullable GuideView view;

    public GuideWindow(Preferences preferences, String stylesheet) {
        this.preferences = preferences;
        this.stylesheet = stylesheet;
    }

    /** Shows a page, in the window that is open or in a new one that closes with its owner. */
    public void show(String page, Window owner) {
        GuideView shown = view;
        Stage window = stage;
        if (shown == null || window == null) {
            shown = new GuideView(Guide.read());
            window = window(shown, owner);
            view = shown;
            stage = window;
        }
        window.show();
        window.toFront();
        shown.open(page);
    }

    private Stage window(GuideView content, Window owner) {
        content.getStylesheets().add(stylesheet);
        preferences.settingsProperty().subscribe(settings -> content.setStyle(settings.fontStyle()));
        Stage window = new Stage();
        window.initOwner(owner);
        window.setTitle(Words.of("guide.title"));
        window.setScene(new Scene(content, WIDTH, HEIGHT));
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                window.hide();
            }
        });
        return window;
    }
}
