package org.worthwhile.desktop.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.workspace.Access;

/** Why nothing can be changed, above every screen whose buttons are disabled for that, and how to go on. */
final class AccessNotice extends HBox {

    AccessNotice(Session session, Runnable saveCopy) {
        Label notice = new Label();
        notice.setId("read-only");
        notice.setWrapText(true);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.getStyleClass().add("wrong");
        HBox.setHgrow(notice, Priority.ALWAYS);
        Button save = Controls.mainButton("command.copy", "save-copy", saveCopy);
        getStyleClass().add("notice");
        getChildren().addAll(notice, save);
        session.snapshotProperty().subscribe(state -> {
            notice.setText(why(state));
            save.setVisible(state != null && state.isDisplaced());
        });
        save.managedProperty().bind(save.visibleProperty());
        visibleProperty().bind(notice.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    private static String why(@Nullable Snapshot state) {
        if (state == null) {
            return "";
        }
        return switch (state.access()) {
            case Access.Writable() -> "";
            case Access.ReadOnly(String reason, String remedy) -> Words.of("window.readOnly.why", reason, remedy);
            case Access.Displaced(String reason, String remedy) -> Words.of("window.displaced.why", reason, remedy);
        };
    }

    /** Whether edits are saved, in two words beside the file's name. */
    static Label badge(Session session) {
        Label badge = new Label();
        badge.setId("access");
        badge.getStyleClass().add("badge");
        session.snapshotProperty().subscribe(state -> show(state, badge));
        return badge;
    }

    private static void show(@Nullable Snapshot state, Label badge) {
        badge.setVisible(state != null);
        badge.getStyleClass().removeAll("wrong");
        if (state == null) {
            return;
        }
        badge.setText(Words.of(
                switch (state.access()) {
                    case Access.Writable() -> "window.saved";
                    case Access.ReadOnly _ -> "window.readOnly";
                    case Access.Displaced _ -> "window.displaced";
                }));
        badge.setTooltip(new Tooltip(state.isWritable() ? Words.of("window.saved.help") : why(state)));
        if (!state.isWritable()) {
            badge.getStyleClass().add("wrong");
        }
    }
}
