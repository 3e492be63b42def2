package org.worthwhile.desktop.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.failure.FailureReport;

/** Tells of a failure of the program in plain words, with its details for whoever mends it. Waits for no answer. */
final class FailureDialog {

    private static final double WIDTH = 560;

    private FailureDialog() {}

    /** @param open opens a file with the program that the system has for it */
    static void show(Window owner, FailureReport report, Consumer<Path> open) {
        ButtonType copy = new ButtonType(Words.of("failure.copy"), ButtonBar.ButtonData.LEFT);
        ButtonType log = new ButtonType(Words.of("failure.showLog"), ButtonBar.ButtonData.LEFT);
        ButtonType close = new ButtonType(Words.of("failure.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.initOwner(owner);
        alert.initModality(Modality.NONE);
        alert.setTitle(Words.of("failure.title"));
        alert.setHeaderText(Words.of("failure.title"));
        alert.setContentText(
                report.sentence() + "\n\n" + report.log().map(Path::toString).orElse(Words.of("failure.noLog")));
        alert.getButtonTypes().setAll(copy, log, close);
        TextArea details = new TextArea(report.details());
        details.setEditable(false);
        alert.getDialogPane().setExpandableContent(details);
        alert.getDialogPane().setPrefWidth(WIDTH);
        // These two leave the dialogue open.
        keepOpen(alert, copy, () -> copy(report.details()));
        keepOpen(alert, log, () -> report.log().ifPresent(open));
        alert.getDialogPane().lookupButton(log).setDisable(report.log().isEmpty());
        alert.show();
    }

    private static void keepOpen(Alert alert, ButtonType type, Runnable action) {
        Button button = (Button) alert.getDialogPane().lookupButton(type);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            action.run();
            event.consume();
        });
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
