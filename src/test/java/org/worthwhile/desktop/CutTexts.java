package org.worthwhile.desktop;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Texts of a window of which an end is missing, as there is no room for it. */
final class CutTexts {

    private final List<String> found = new ArrayList<>();

    private CutTexts() {}

    /** Those in sight, each with the part that is shown; texts of sheets apart, which as in a spreadsheet are whole when chosen. */
    static List<String> of(Scene scene) {
        CutTexts texts = new CutTexts();
        texts.look(scene.getRoot(), scene);
        return texts.found;
    }

    private void look(Node node, Scene scene) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && isInSight(labeled, scene)) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .filter(shown -> !shown.getText().equals(labeled.getText()))
                    .filter(_ -> !labeled.getStyleClass().contains("sheet-cell")
                            || !labeled.getText().matches(".*\\p{L}{4}.*"))
                    .filter(shown -> !labeled.getText().isBlank())
                    .forEach(shown ->
                            found.add(labeled.getStyleClass() + ": " + labeled.getText() + " → " + shown.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, scene));
        }
    }

    private static boolean isInSight(Node node, Scene scene) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getWidth() > 0
                && bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getMaxX() <= scene.getWidth()
                && bounds.getMaxY() <= scene.getHeight();
    }
}
