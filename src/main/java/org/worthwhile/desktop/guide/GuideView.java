package org.worthwhile.desktop.guide;

import atlantafx.base.theme.Styles;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.table.WrappedCell;

/** The guide: its pages and what a search finds in them at the left, the page that is open beside them. */
public final class GuideView extends BorderPane {

    /** The most that a line of text is wide, and a picture. */
    static final double TEXT_WIDTH = 760;

    private static final double SCROLL_BAR = 24;
    private static final double MOST_SHARE_OF_CONTENTS = 0.35;

    private final Guide guide;
    private final TextField query = new TextField();
    private final ListView<GuidePage.Section> found = new ListView<>();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Button back = Controls.button("guide.back", "guide-back", this::goBack);
    private final Deque<String> before = new ArrayDeque<>();
    private final PageNodes nodes = new PageNodes(
            this::open,
            Bindings.createDoubleBinding(
                    () -> scroll.getWidth()
                            - content.getInsets().getLeft()
                            - content.getInsets().getRight()
                            - SCROLL_BAR,
                    scroll.widthProperty(),
                    content.insetsProperty()));
    private @Nullable GuidePage page;

    public GuideView(Guide guide) {
        this.guide = guide;
        query.setId("guide-query");
        query.setPromptText(Words.of("guide.search"));
        query.setAccessibleText(Words.of("guide.search"));
        query.textProperty().subscribe(this::search);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setId("guide-found");
        found.setAccessibleText(Words.of("guide.pages"));
        found.setPlaceholder(new Label(Words.of("guide.nothing")));
        found.setCellFactory(list -> new WrappedCell<>(list, GuidePage.Section::title));
        found.getSelectionModel().selectedItemProperty().subscribe(section -> {
            if (section != null) {
                show(section);
            }
        });
        VBox.setVgrow(found, Priority.ALWAYS);
        VBox left = new VBox(query, found, back);
        left.getStyleClass().add("guide-contents");
        left.maxWidthProperty().bind(widthProperty().multiply(MOST_SHARE_OF_CONTENTS));
        content.getStyleClass().add("guide-page");
        scroll.setId("guide-page");
        scroll.setFitToWidth(true);
        setLeft(left);
        setCenter(scroll);
        getStyleClass().add("guide");
    }

    /** Goes to the beginning of a page. */
    public void open(String name) {
        query.clear();
        found.requestFocus();
        guide.find(name).ifPresent(wanted -> {
            GuidePage.Section beginning = wanted.sections().getFirst();
            if (found.getSelectionModel().getSelectedItem() == beginning) {
                show(beginning);
            } else {
                found.getSelectionModel().select(beginning);
                found.scrollTo(beginning);
            }
        });
    }

    /** The title of the page that is open. */
    public String title() {
        return page == null ? "" : page.title();
    }

    private void search(String words) {
        found.getItems().setAll(guide.search(words));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            found.getSelectionModel().selectFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            found.requestFocus();
            found.getSelectionModel().selectFirst();
            event.consume();
        }
    }

    private void show(GuidePage.Section section) {
        GuidePage wanted = guide.find(section.page()).orElseThrow();
        if (page != wanted) {
            if (page != null) {
                before.push(page.name());
            }
            lay(wanted);
        }
        scrollTo(wanted.sections().indexOf(section));
    }

    private void lay(GuidePage wanted) {
        page = wanted;
        back.setDisable(before.isEmpty());
        content.getChildren().clear();
        wanted.sections()
                .forEach(section -> content.getChildren()
                        .add(nodes.section(
                                section, content.getChildren().isEmpty() ? Styles.TITLE_2 : Styles.TITLE_4)));
    }

    private void scrollTo(int section) {
        applyCss();
        layout();
        double beyond = content.getHeight() - scroll.getViewportBounds().getHeight();
        double top = section == 0
                ? 0
                : content.getChildren().get(section).getBoundsInParent().getMinY();
        scroll.setVvalue(beyond <= 0 ? 0 : Math.clamp(top / beyond, 0, 1));
    }

    private void goBack() {
        String last = before.poll();
        if (last != null) {
            page = null;
            found.getSelectionModel().clearSelection();
            open(last);
        }
    }
}
