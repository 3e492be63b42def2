package org.worthwhile.desktop.attribution;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.attribution.DataSummary.ColumnSummary;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.shell.Dialogues;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.report.DataText;

/** A study's question, the columns of its data, and what each is to the study. */
final class DataPage extends ScrollPane {

    /** The width that columns and roles need beside one another. */
    private static final double BESIDE = 640;

    private static final double ROLES_WIDTH = 340;

    private final AttributionModel model;
    private final TextField title = new TextField();
    private final TextField question = new TextField();
    private final TableView<ColumnSummary> columns = Columns.table("columns", "attribution.columns");
    private final WrappedLines trouble = new WrappedLines("trouble", "attribution.reading");
    private final WrappedLines notes = new WrappedLines("data-notes", "attribution.noNotes");
    private final RolesView roles;
    private final Button takeChanged;
    private boolean showing;

    DataPage(Session session, AttributionModel model, Dialogues dialogues) {
        this.model = model;
        this.roles = new RolesView(model);
        columns.getColumns()
                .setAll(List.of(
                        Columns.text("attribution.column", 300, ColumnSummary::name),
                        Columns.text(
                                "attribution.type", 85, column -> column.type().title()),
                        Columns.figure("attribution.missing", 75, column -> Integer.toString(column.missing())),
                        Columns.figure("attribution.different", 80, column -> Integer.toString(column.different())),
                        Columns.text("attribution.range", 120, DataPage::range)));
        columns.setRowFactory(_ -> draggable());
        columns.setMinHeight(200);
        columns.setPrefHeight(230);
        trouble.setPrefHeight(70);
        trouble.setMinHeight(50);
        trouble.setMaxHeight(70);
        takeChanged = Controls.editButton(
                "attribution.takeChanged",
                "take-changed",
                session.readOnly(),
                () -> model.loadedProperty().get().changed().ifPresent(model::takeData));
        takeChanged.getStyleClass().add(Styles.ACCENT);
        takeChanged.managedProperty().bind(takeChanged.visibleProperty());
        FlowPane data = new FlowPane(
                8,
                6,
                takeChanged,
                Controls.button("attribution.readAgain", "read-again", model::readAgain),
                Controls.editButton(
                        "attribution.otherData",
                        "other-data",
                        session.readOnly(),
                        () -> dialogues.dataset().ifPresent(model::takeData)));
        notes.setPrefHeight(90);
        notes.setMinHeight(60);
        VBox given = new VBox(8, Controls.subheading("attribution.columns"), columns, notes);
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox taken = new VBox(8, Controls.subheading("attribution.roles"), roles);
        taken.setMinWidth(ROLES_WIDTH);
        taken.setPrefWidth(ROLES_WIDTH);
        VBox content = new VBox(
                8,
                label("attribution.title", title, "study-title", "/title"),
                title,
                label("attribution.question", question, "study-question", "/question"),
                question,
                trouble,
                data);
        content.getStyleClass().add("tab-content");
        viewportBoundsProperty().subscribe(bounds -> arrange(content, given, taken, bounds.getWidth()));
        setFitToWidth(true);
        setContent(content);
        model.loadedProperty().subscribe(this::show);
    }

    /** Columns stand beside the roles they are dragged onto where there is room, and above them where there is none. */
    private static void arrange(VBox content, VBox given, VBox taken, double width) {
        boolean beside = width >= BESIDE;
        if (content.getChildren().getLast() instanceof HBox == beside && given.getParent() != null) {
            return;
        }
        content.getChildren().removeIf(child -> child instanceof HBox || child == given || child == taken);
        if (beside) {
            HBox.setHgrow(given, Priority.ALWAYS);
            content.getChildren().add(new HBox(16, given, taken));
        } else {
            content.getChildren().addAll(given, taken);
        }
    }

    private Label label(String word, TextField field, String id, String pointer) {
        Label label = new Label(Words.of(word));
        label.setLabelFor(field);
        field.setId(id);
        field.textProperty().addListener((_, _, text) -> {
            if (!showing) {
                model.setText(pointer, text);
            }
        });
        return label;
    }

    /** A row whose column can be dragged onto a role. */
    private static TableRow<ColumnSummary> draggable() {
        TableRow<ColumnSummary> row = new TableRow<>();
        row.setOnDragDetected(event -> {
            if (!row.isEmpty()) {
                ClipboardContent content = new ClipboardContent();
                content.putString(row.getItem().name());
                row.startDragAndDrop(TransferMode.COPY).setContent(content);
                event.consume();
            }
        });
        return row;
    }

    private static String range(ColumnSummary column) {
        return column.common().isEmpty() ? column.least() + " – " + column.most() : String.join(", ", column.common());
    }

    private void show(Loaded loaded) {
        showing = true;
        loaded.study().ifPresent(study -> {
            Controls.setUnlessTyped(title, study.tree().path("title").asString(""));
            Controls.setUnlessTyped(question, study.tree().path("question").asString(""));
            loaded.summary().ifPresent(summary -> {
                columns.getItems().setAll(summary.columns());
                notes.show(Stream.concat(DataText.shape(summary).stream(), summary.notes().stream())
                        .toList());
                roles.show(study, summary);
            });
        });
        trouble.setPlaceholder(
                new Label(Words.of(loaded.advice().isPresent() ? "attribution.noTrouble" : "attribution.reading")));
        trouble.show(loaded.trouble());
        takeChanged.setVisible(loaded.changed().isPresent());
        showing = false;
    }
}
