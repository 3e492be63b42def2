package org.worthwhile.desktop.guide;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The blocks of a page as nodes of the screen. */
final class PageNodes {

    private static final double LEAST_PICTURE = 100;

    private final Consumer<String> open;
    private final ObservableDoubleValue room;

    /**
     * @param open goes to the page of this name
     * @param room the width that there is for pictures
     */
    PageNodes(Consumer<String> open, ObservableDoubleValue room) {
        this.open = open;
        this.room = room;
    }

    /** A part of a page: its title, then its blocks. */
    VBox section(GuidePage.Section section, String titleStyle) {
        Label title = new Label(section.title());
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.getStyleClass().add(titleStyle);
        VBox box = new VBox(title);
        box.getStyleClass().add("guide-section");
        section.blocks().forEach(block -> box.getChildren().add(block(block)));
        return box;
    }

    private Node block(org.commonmark.node.Node block) {
        return switch (block) {
            case Paragraph paragraph
            when paragraph.getFirstChild() instanceof org.commonmark.node.Image picture -> picture(picture);
            case Paragraph paragraph -> flow(paragraph);
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, list.getMarkerStartNumber());
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            default -> throw new IllegalStateException("The guide has a block that is not shown: " + block);
        };
    }

    /** @param first the number of the first item; 0 where items have none */
    private VBox list(org.commonmark.node.Node list, int first) {
        VBox items = new VBox();
        items.getStyleClass().add("guide-list");
        int number = first;
        for (org.commonmark.node.Node item : children(list)) {
            Label mark = new Label(first == 0 ? "•" : number++ + ".");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox content = new VBox();
            for (org.commonmark.node.Node block : children((ListItem) item)) {
                content.getChildren().add(block(block));
            }
            HBox.setHgrow(content, Priority.ALWAYS);
            HBox row = new HBox(mark, content);
            row.getStyleClass().add("guide-item");
            items.getChildren().add(row);
        }
        return items;
    }

    /** Lines that can be copied. */
    private static TextArea code(String text) {
        TextArea code = new TextArea(text.strip());
        code.setEditable(false);
        code.setPrefRowCount((int) code.getText().lines().count());
        code.getStyleClass().add("guide-lines");
        return code;
    }

    private ImageView picture(org.commonmark.node.Image picture) {
        Image image = new Image(Guide.resource(picture.getDestination()).toExternalForm());
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.fitWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(room.get(), LEAST_PICTURE, Math.min(image.getWidth(), GuideView.TEXT_WIDTH)),
                        room));
        view.setAccessibleText(GuideReader.text(picture));
        return view;
    }

    private TextFlow flow(Paragraph paragraph) {
        TextFlow flow = new TextFlow();
        flow.setMaxWidth(GuideView.TEXT_WIDTH);
        addWords(paragraph, flow, "");
        return flow;
    }

    private void addWords(org.commonmark.node.Node of, TextFlow flow, String style) {
        for (org.commonmark.node.Node part : children(of)) {
            switch (part) {
                case org.commonmark.node.Text text -> flow.getChildren().add(words(text.getLiteral(), style));
                case SoftLineBreak _ -> flow.getChildren().add(words(" ", style));
                case Code code -> flow.getChildren().add(words(code.getLiteral(), "guide-code"));
                case StrongEmphasis strong -> addWords(strong, flow, Styles.TEXT_BOLD);
                case Emphasis emphasis -> addWords(emphasis, flow, Styles.TEXT_ITALIC);
                case Link link -> flow.getChildren().add(link(link));
                default -> throw new IllegalStateException("The guide has words that are not shown: " + part);
            }
        }
    }

    private Node link(Link link) {
        return Guide.pageOf(link.getDestination())
                .<Node>map(page -> {
                    Hyperlink there = new Hyperlink(GuideReader.text(link));
                    there.setOnAction(_ -> open.accept(page));
                    return there;
                })
                .orElseGet(() -> words(GuideReader.text(link), ""));
    }

    private static Text words(String text, String style) {
        Text words = new Text(text);
        words.getStyleClass().add("guide-text");
        if (!style.isEmpty()) {
            words.getStyleClass().add(style);
        }
        return words;
    }

    private static List<org.commonmark.node.Node> children(org.commonmark.node.Node of) {
        List<org.commonmark.node.Node> children = new ArrayList<>();
        for (org.commonmark.node.Node child = of.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
