package org.worthwhile.desktop.table;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.worthwhile.desktop.Words;

/** Sentences under one another, each on as many lines as it takes. */
public final class WrappedLines extends ListView<String> {

    /** @param empty what is said when there are none */
    public WrappedLines(String id, String empty) {
        setId(id);
        setPlaceholder(new Label(Words.of(empty)));
        setCellFactory(list -> new WrappedCell<>(list, line -> line));
    }

    public void show(List<String> lines) {
        getItems().setAll(lines);
    }
}
