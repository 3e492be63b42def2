package org.worthwhile.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.guide.GuideWindow;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.settings.Preferences;
import org.worthwhile.desktop.settings.Settings;

/** The window: its bar above, the list of screens at the left, the screen, and what goes on below. */
public final class MainWindow {

    /** From this size of text on the list of screens is a menu, so that screens have room. */
    private static final int LARGE_TEXT = 140;

    private static final String STYLESHEET =
            MainWindow.class.getResource("/org/worthwhile/desktop/desktop.css").toExternalForm();

    private final Session session;
    private final Preferences preferences;
    private final Screens screens;
    private final ObjectProperty<Screen> shown = new SimpleObjectProperty<>(Screen.PORTFOLIO);
    private final Map<Screen, Node> made = new EnumMap<>(Screen.class);
    private final ScrollPane content = new ScrollPane();
    private final BorderPane frame = new BorderPane();
    private final StackPane root;
    private final GuideWindow guide;

    public MainWindow(Session session, Preferences preferences, Actions actions, Screens screens) {
        this.session = session;
        this.preferences = preferences;
        this.screens = screens;
        this.guide = new GuideWindow(preferences, STYLESHEET);
        Commands commands = new Commands(session, preferences, actions, this::show, this::showHelp);
        CommandSearch search = new CommandSearch(commands::all);
        frame.setTop(new VBox(bar(actions, search), new AccessNotice(session, actions::saveCopy)));
        frame.setLeft(list());
        content.setFitToWidth(true);
        content.setFitToHeight(true);
        content.getStyleClass().add("content");
        frame.setCenter(content);
        frame.setBottom(new Footer(session));
        root = new StackPane(frame, search);
        root.getStylesheets().add(STYLESHEET);
        root.setOnDragOver(this::offerDrop);
        root.setOnDragDropped(event -> {
            actions.open(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
        });
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Shortcuts.install(scene, actions, session, search::show, this::show, this::showHelp);
            }
        });
        actions.onShow(this::show);
        preferences.settingsProperty().subscribe(this::apply);
        shown.subscribe(this::showScreen);
    }

    public Parent root() {
        return root;
    }

    /** Goes to a screen. */
    public void show(Screen screen) {
        shown.set(screen);
    }

    /** Shows what the guide says of the screen. */
    private void showHelp() {
        guide.show(shown.get().guidePage(), root.getScene().getWindow());
    }

    public Screen shown() {
        return shown.get();
    }

    private void apply(Settings settings) {
        root.setStyle(settings.fontStyle());
        useTheme(settings.theme());
        boolean large = settings.textPercent() >= LARGE_TEXT;
        Node list = frame.getLeft();
        list.setVisible(!large);
        list.setManaged(!large);
    }

    private static void useTheme(Settings.Theme theme) {
        boolean dark = switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    /** A screen that is too high for the window at large text is scrolled. */
    private void showScreen(Screen screen) {
        content.setContent(made.computeIfAbsent(screen, screens::make));
    }

    private HBox bar(Actions actions, CommandSearch search) {
        Label product = new Label("Worthwhile");
        product.getStyleClass().addAll(Styles.TITLE_4, "product");
        Label file = new Label();
        file.setId("file");
        session.snapshotProperty().subscribe(state -> file.setText(state == null ? "" : state.title()));
        Label access = AccessNotice.badge(session);
        MenuButton go = new MenuButton(Words.of("window.go"));
        go.setId("go");
        for (Screen screen : Screen.values()) {
            MenuItem item = new MenuItem(screen.title());
            item.setOnAction(_ -> show(screen));
            go.getItems().add(item);
        }
        preferences.settingsProperty().subscribe(settings -> {
            go.setVisible(settings.textPercent() >= LARGE_TEXT);
            go.setManaged(go.isVisible());
            product.setVisible(!go.isVisible());
            product.setManaged(product.isVisible());
        });
        go.setMinWidth(Region.USE_PREF_SIZE);
        access.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button undo = Controls.button("command.undo", "undo", session::undo);
        Button redo = Controls.button("command.redo", "redo", session::redo);
        session.snapshotProperty().subscribe(state -> {
            undo.setDisable(state == null || state.undo().isEmpty());
            redo.setDisable(state == null || state.redo().isEmpty());
            undo.setTooltip(new Tooltip(
                    state == null ? "" : Words.of("window.undo", state.undo().orElse("–"))));
            redo.setTooltip(new Tooltip(
                    state == null ? "" : Words.of("window.redo", state.redo().orElse("–"))));
        });
        Button find = Controls.button("command.search", "search", search::show);
        Button help = Controls.button("command.help", "help", this::showHelp);
        // Each has a key. When what had the focus goes, the focus must not come to what changes the file.
        for (Button each : List.of(undo, redo, find, help)) {
            each.setFocusTraversable(false);
        }
        HBox bar = new HBox(8, go, product, file, access, space, undo, redo, find, help);
        HBox.setHgrow(file, Priority.SOMETIMES);
        file.setMinWidth(0);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private ScrollPane list() {
        VBox list = new VBox();
        list.getStyleClass().add("screens");
        ToggleGroup group = new ToggleGroup();
        Screen.Group last = null;
        for (Screen screen : Screen.values()) {
            if (screen.group() != last) {
                Label heading = new Label(screen.group().title());
                heading.getStyleClass().add("screens-heading");
                list.getChildren().add(heading);
                last = screen.group();
            }
            ToggleButton button = new ToggleButton(screen.title());
            button.setId(screen.id());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> {
                show(screen);
                button.setSelected(true);
            });
            shown.subscribe(now -> button.setSelected(now == screen));
            list.getChildren().add(button);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("screens-scroll");
        return scroll;
    }

    private void offerDrop(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }
}
