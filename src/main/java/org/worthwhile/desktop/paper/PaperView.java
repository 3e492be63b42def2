package org.worthwhile.desktop.paper;

import atlantafx.base.theme.Styles;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Words;
import org.worthwhile.report.document.Block;

/** The blocks of a paper under one another, the same that go into Word and PDF files. */
public final class PaperView extends ScrollPane {

    private static final double MOST_WIDTH = 860;
    private static final double BESIDE = 90;
    private static final double LEAST_PICTURE = 100;
    private static final int LEAST_LETTERS = 15;
    private static final int MOST_LETTERS = 60;

    private final VBox content = new VBox();

    public PaperView(String id) {
        setId(id);
        content.getStyleClass().add("paper");
        content.setMaxWidth(MOST_WIDTH);
        setFitToWidth(true);
        setContent(content);
    }

    public void show(List<Block> blocks) {
        content.getChildren().setAll(blocks.stream().map(this::node).toList());
        setVvalue(0);
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Heading(int level, String text) ->
                wrapped(text, level == 1 ? Styles.TITLE_2 : level == 2 ? Styles.TITLE_3 : Styles.TITLE_4);
            case Block.Paragraph(String text) -> wrapped(text, "paragraph");
            case Block.Bullets(List<String> items) -> {
                VBox list = new VBox(4);
                items.forEach(item -> list.getChildren().add(wrapped("•  " + item, "paragraph")));
                yield list;
            }
            case Block.ToComplete(String text) -> wrapped(Words.of("paper.toComplete", text), "to-complete");
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.NewPage _ -> new Separator();
        };
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private Node picture(Block.Picture picture) {
        Image light = new Image(new ByteArrayInputStream(picture.png()));
        ImageView view = new ImageView(light);
        view.setPreserveRatio(true);
        view.setAccessibleText(picture.alternative());
        view.fitWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(getWidth() - BESIDE, LEAST_PICTURE, picture.width()), widthProperty()));
        VBox box = new VBox(4, view, wrapped(picture.caption(), Styles.TEXT_MUTED));
        box.getStyleClass().add("picture");
        box.backgroundProperty().subscribe(background -> view.setImage(DarkPicture.on(background, light)));
        return box;
    }

    private static Node table(Block.Table table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("paper-table");
        int all = IntStream.range(0, table.headings().size())
                .map(column -> length(table, column))
                .sum();
        for (int column = 0; column < table.headings().size(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 * length(table, column) / all);
            constraints.setHalignment(column < table.texts() ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(constraints);
            grid.add(wrapped(table.headings().get(column), "paper-heading"), column, 0);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.rows().get(row).size(); column++) {
                grid.add(wrapped(table.rows().get(row).get(column), "paper-cell"), column, row + 1);
            }
        }
        return new VBox(4, wrapped(table.caption(), Styles.TEXT_BOLD), grid);
    }

    /** How many letters wide a column wants to be: as its longest text, within bounds. */
    private static int length(Block.Table table, int column) {
        int longest = table.rows().stream()
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
        return Math.clamp(Math.max(longest, table.headings().get(column).length()), LEAST_LETTERS, MOST_LETTERS);
    }
}
