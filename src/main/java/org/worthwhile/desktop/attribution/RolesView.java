package org.worthwhile.desktop.attribution;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.desktop.Words;
import org.worthwhile.workspace.Document;

/** Which column has which role; chosen from a list, or a column is dropped on the role. */
final class RolesView extends GridPane {

    private static final double CHOICE_WIDTH = 190;

    private final AttributionModel model;

    RolesView(AttributionModel model) {
        super(12, 6);
        this.model = model;
        setId("roles");
    }

    void show(Document study, DataSummary summary) {
        getChildren().clear();
        List<String> columns =
                summary.columns().stream().map(DataSummary.ColumnSummary::name).toList();
        int row = 0;
        for (RoleField role : RoleField.all()) {
            Label label = new Label(role.title());
            label.setTooltip(new Tooltip(role.help()));
            label.setMinWidth(USE_PREF_SIZE);
            Node choice = role.isForSeveral() ? several(study, role, columns) : one(study, role, columns);
            choice.setId("role-" + role.field());
            choice.setAccessibleText(role.title());
            label.setLabelFor(choice);
            setHgrow(choice, Priority.ALWAYS);
            acceptColumns(label, role, columns);
            acceptColumns(choice, role, columns);
            add(label, 0, row);
            add(choice, 1, row++);
        }
    }

    private ComboBox<String> one(Document study, RoleField role, List<String> columns) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPrefWidth(CHOICE_WIDTH);
        choice.getItems().add(Words.of("attribution.noColumn"));
        choice.getItems().addAll(columns);
        choice.setValue(StudyDraft.columns(study, role).stream().findFirst().orElse(Words.of("attribution.noColumn")));
        choice.valueProperty().addListener((_, _, column) -> {
            if (column != null) {
                model.setRole(role, columns.contains(column) ? List.of(column) : List.of());
            }
        });
        return choice;
    }

    private MenuButton several(Document study, RoleField role, List<String> columns) {
        List<String> chosen = StudyDraft.columns(study, role);
        MenuButton choice =
                new MenuButton(chosen.isEmpty() ? Words.of("attribution.noColumn") : String.join(", ", chosen));
        choice.setMnemonicParsing(false);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPrefWidth(CHOICE_WIDTH);
        for (String column : columns) {
            CheckMenuItem item = new CheckMenuItem(column);
            item.setMnemonicParsing(false);
            item.setSelected(chosen.contains(column));
            item.setOnAction(_ -> {
                if (item.isSelected()) {
                    model.addRole(role, column);
                } else {
                    model.setRole(
                            role,
                            chosen.stream()
                                    .filter(other -> !other.equals(column))
                                    .toList());
                }
            });
            choice.getItems().add(item);
        }
        return choice;
    }

    private void acceptColumns(Node node, RoleField role, List<String> columns) {
        node.setOnDragOver((DragEvent event) -> {
            if (columns.contains(event.getDragboard().getString())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.setOnDragDropped(event -> {
            Optional.ofNullable(event.getDragboard().getString()).ifPresent(column -> model.addRole(role, column));
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
