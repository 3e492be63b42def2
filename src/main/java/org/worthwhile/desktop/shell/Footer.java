package org.worthwhile.desktop.shell;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.table.WrappedLines;

/** What goes on, and what is wrong with the last thing that was tried. */
final class Footer extends VBox {

    /** Work that takes no longer shows no progress bar, which would only flicker. */
    private static final Duration BEFORE_PROGRESS = Duration.millis(300);

    Footer(Session session) {
        getChildren().addAll(trouble(session), line(session));
    }

    private static VBox trouble(Session session) {
        WrappedLines problems = new WrappedLines("problems", "window.problems");
        problems.setItems(session.problems());
        problems.setAccessibleText(Words.of("window.problems"));
        problems.setPrefHeight(110);
        Label heading = new Label(Words.of("window.problems"));
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "wrong");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Button recover = Controls.button("window.recover", "recover", () -> {
            if (session.damagedProperty().get() != null) {
                session.recover(session.damagedProperty().get());
            }
        });
        recover.visibleProperty().bind(session.damagedProperty().isNotNull());
        recover.managedProperty().bind(recover.visibleProperty());

        Button dismiss = Controls.button("window.dismiss", "dismiss", session::dismissProblems);
        VBox trouble = new VBox(new HBox(8, heading, between, recover, dismiss), problems);
        trouble.getStyleClass().add("problems");
        trouble.visibleProperty().bind(Bindings.isNotEmpty(session.problems()));
        trouble.managedProperty().bind(trouble.visibleProperty());
        return trouble;
    }

    /** A text of several lines would be cut to none in the one that is there. */
    static String onOneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static HBox line(Session session) {
        Label status = new Label();
        status.setId("status");
        status.textProperty().bind(session.statusProperty().map(Footer::onOneLine));
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setId("progress");
        progress.setVisible(false);
        PauseTransition delay = new PauseTransition(BEFORE_PROGRESS);
        delay.setOnFinished(_ -> progress.setVisible(session.busyProperty().get()));
        session.busyProperty().subscribe(busy -> {
            if (busy) {
                delay.playFromStart();
            } else {
                delay.stop();
                progress.setVisible(false);
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(status, space, progress);
        line.getStyleClass().add("status");
        return line;
    }
}
