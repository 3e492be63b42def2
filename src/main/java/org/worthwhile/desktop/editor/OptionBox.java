package org.worthwhile.desktop.editor;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.worthwhile.desktop.Words;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;

/**
 * Whose lines a page shows. A proposal that comes to be shown shows its first option that is not business as usual, since
 * amounts of business as usual count against all the others.
 */
final class OptionBox extends HBox {

    private static final String USUAL = "business-as-usual";

    private final ComboBox<String> options = new ComboBox<>();
    private final Label whose = new Label();
    private final ReadOnlyIntegerWrapper option = new ReadOnlyIntegerWrapper();
    private String proposal = "";
    private boolean showing;

    OptionBox() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label(Words.of("options.option"));
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(options);
        options.setId("option");
        options.setAccessibleText(Words.of("options.option"));
        options.setMinWidth(USE_PREF_SIZE);
        options.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!showing && index.intValue() >= 0) {
                option.set(index.intValue());
            }
        });
        whose.setId("whose-lines");
        whose.setWrapText(true);
        whose.setMinHeight(USE_PREF_SIZE);
        whose.getStyleClass().add(Styles.TEXT_BOLD);
        setHgrow(whose, Priority.ALWAYS);
        getChildren().addAll(label, options, whose);
    }

    /** Shows the options of a proposal; of the one that is shown already, the option that was chosen stays. */
    void show(Optional<Document> document) {
        List<JsonNode> all = document.map(
                        found -> found.tree().path("options").valueStream().toList())
                .orElse(List.of());
        String name = document.map(Document::name).orElse("");
        int place = name.equals(proposal) ? Math.clamp(option.get(), 0, Math.max(0, all.size() - 1)) : first(all);
        proposal = name;
        List<String> titles =
                all.stream().map(each -> each.path("title").asString("")).toList();
        showing = true;
        if (!options.getItems().equals(titles)) {
            options.getSelectionModel().clearSelection();
            options.getItems().setAll(titles);
        }
        options.getSelectionModel().select(all.isEmpty() ? -1 : place);
        showing = false;
        option.set(place);
        whose.setText(all.isEmpty() ? "" : whose(all.get(place)));
    }

    /** The place of the option that amounts are meant for until another is chosen. */
    static int first(List<JsonNode> options) {
        for (int place = 0; place < options.size(); place++) {
            if (!isUsual(options.get(place))) {
                return place;
            }
        }
        return 0;
    }

    private static boolean isUsual(JsonNode option) {
        return option.path("role").asString("").equals(USUAL);
    }

    static String whose(JsonNode option) {
        return Words.of(
                isUsual(option) ? "edit.linesOfUsual" : "edit.linesOf",
                option.path("title").asString(""));
    }

    ReadOnlyIntegerProperty option() {
        return option.getReadOnlyProperty();
    }
}
