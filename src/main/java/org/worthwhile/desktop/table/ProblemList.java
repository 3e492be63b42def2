package org.worthwhile.desktop.table;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.problem.Problem;

/** What stands in the place of results while there are none: why, and what has to be mended. */
public final class ProblemList extends VBox {

    private final Label heading = new Label();
    private final WrappedLines lines = new WrappedLines("wrong", "results.nothingWrong");

    public ProblemList() {
        super(8);
        heading.getStyleClass().addAll(Styles.TITLE_4, "wrong");
        heading.setWrapText(true);
        setVgrow(lines, Priority.ALWAYS);
    }

    public void show(String why, List<Problem> problems) {
        heading.setText(why);
        lines.show(problems.stream().map(Problem::sentence).toList());
        getChildren().setAll(heading);
        if (!problems.isEmpty()) {
            getChildren().add(lines);
        }
    }
}
