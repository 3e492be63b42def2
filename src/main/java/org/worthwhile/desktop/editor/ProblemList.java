package org.worthwhile.desktop.editor;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;

/** What stands in the place of results while there are none: why, and what has to be mended. */
public final class ProblemList extends VBox {

    private final Label heading = new Label();
    private final WrappedLines lines = new WrappedLines("wrong", "results.nothingWrong");

    public ProblemList() {
        super(8);
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setWrapText(true);
        setVgrow(lines, Priority.ALWAYS);
    }

    /**
     * Says what is wrong with a proposal.
     *
     * @param library where what can be chosen in it is looked up
     */
    public void show(String why, Outcome.Wrong wrong, ModelLibrary library) {
        heading.getStyleClass().add("wrong");
        heading.setText(why);
        ProblemText text = new ProblemText(new Choices(wrong.document().tree(), library));
        lines.show(InvalidInput.sentences(wrong.problems(), text::sentence));
        getChildren().setAll(heading, lines);
    }

    /** Says why there is nothing to show, without anything being wrong. */
    public void showNothing(String why) {
        heading.getStyleClass().removeAll("wrong");
        heading.setText(why);
        getChildren().setAll(heading);
    }
}
