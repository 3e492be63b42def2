package org.worthwhile.desktop.table;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** An entry of a list as a text on as many lines as it takes at the width of the list, none of it cut off. */
public final class WrappedCell<T> extends ListCell<T> {

    private static final double BESIDE = 48;

    private final Function<T, String> words;
    private final Text lines = new Text();

    public WrappedCell(ListView<T> list, Function<T, String> words) {
        this.words = words;
        lines.getStyleClass().add("cell-text");
        lines.wrappingWidthProperty().bind(list.widthProperty().subtract(BESIDE));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable T entry, boolean empty) {
        super.updateItem(entry, empty);
        boolean shows = !empty && entry != null;
        lines.setText(shows ? words.apply(entry) : "");
        setGraphic(shows ? lines : null);
        setAccessibleText(lines.getText());
    }
}
