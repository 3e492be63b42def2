package org.worthwhile.desktop.table;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;

/** Sentences under one another, each on as many lines as it takes. */
public final class WrappedLines extends ListView<String> {

    /** @param empty what is said when there are none */
    public WrappedLines(String id, String empty) {
        setId(id);
        setPlaceholder(new Label(Words.of(empty)));
        setCellFactory(_ -> new WrappedCell());
    }

    public void show(List<String> lines) {
        getItems().setAll(lines);
    }

    private static final class WrappedCell extends ListCell<String> {

        WrappedCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }
}
