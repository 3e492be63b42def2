package org.worthwhile.desktop.attribution;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.worthwhile.attribution.DataSummary.ColumnSummary;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.attribution.AttributionModel.Loaded;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;

/** A study's question, the columns of its data, and what each is to the study. */
final class DataPage extends ScrollPane {

    private final AttributionModel model;
    private final TextField title = new TextField();
    private final TextField question = new TextField();
    private final TableView<ColumnSummary> columns = Columns.table("columns", "attribution.columns");
    private final WrappedLines trouble = new WrappedLines("trouble", "attribution.noTrouble");
    private final RolesView roles;
    private boolean showing;

    DataPage(AttributionModel model) {
        this.model = model;
        this.roles = new RolesView(model);
        columns.getColumns()
                .setAll(List.of(
                        Columns.text("attribution.column", 150, ColumnSummary::name),
                        Columns.text(
                                "attribution.type", 110, column -> column.type().title()),
                        Columns.figure("attribution.missing", 75, column -> Integer.toString(column.missing())),
                        Columns.figure("attribution.different", 80, column -> Integer.toString(column.different())),
                        Columns.text("attribution.range", 190, DataPage::range)));
        columns.setRowFactory(_ -> draggable());
        columns.setPrefHeight(240);
        columns.setMinHeight(160);
        trouble.setPrefHeight(70);
        trouble.setMinHeight(50);
        VBox content = new VBox(
                8,
                label("attribution.title", title, "study-title", "/title"),
                title,
                label("attribution.question", question, "study-question", "/question"),
                question,
                columns,
                trouble,
                Controls.subheading("attribution.roles"),
                roles);
        content.getStyleClass().add("tab-content");
        setFitToWidth(true);
        setContent(content);
        model.loadedProperty().subscribe(this::show);
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
                roles.show(study, summary);
            });
        });
        trouble.show(loaded.trouble());
        showing = false;
    }
}
