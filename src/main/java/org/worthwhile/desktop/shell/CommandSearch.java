package org.worthwhile.desktop.shell;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;

/** A field over the window in which any command is found by its words. */
public final class CommandSearch extends StackPane {

    private final Supplier<List<Command>> commands;
    private final TextField query = new TextField();
    private final ListView<Command> found = new ListView<>();
    private List<Command> all = List.of();

    public CommandSearch(Supplier<List<Command>> commands) {
        this.commands = commands;
        getStyleClass().add("command-search");
        setVisible(false);
        query.setId("command-query");
        query.setPromptText(Words.of("search.prompt"));
        query.setAccessibleText(Words.of("search.prompt"));
        found.setId("command-list");
        found.setPlaceholder(new Label(Words.of("search.nothing")));
        found.setCellFactory(_ -> new CommandCell());
        found.setFocusTraversable(false);
        found.setOnMouseClicked(_ -> choose());
        query.textProperty().subscribe(this::filter);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox box = new VBox(query, found);
        box.getStyleClass().add("command-box");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
    }

    /** Shows the field, empty. */
    public void show() {
        all = commands.get();
        query.clear();
        filter("");
        setVisible(true);
        query.requestFocus();
    }

    private void hide() {
        setVisible(false);
    }

    private void filter(String text) {
        found.getItems()
                .setAll(all.stream()
                        .filter(command -> command.matches(text))
                        .sorted(Comparator.comparing(command -> !command.isNamed(text)))
                        .toList());
        found.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        switch (code) {
            case ESCAPE -> hide();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int index = found.getSelectionModel().getSelectedIndex() + by;
        if (index >= 0 && index < found.getItems().size()) {
            found.getSelectionModel().select(index);
            found.scrollTo(index);
        }
    }

    private void choose() {
        Command command = found.getSelectionModel().getSelectedItem();
        if (command != null) {
            hide();
            command.action().run();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null || empty) {
                setGraphic(null);
            } else {
                Region space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                Label keys = new Label(command.keys());
                keys.getStyleClass().add("keys");
                setGraphic(new HBox(new Label(command.title()), space, keys));
            }
        }
    }
}
