package org.worthwhile.desktop;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Theme;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.worthwhile.desktop.options.OptionsView;
import org.worthwhile.desktop.options.OptionsViewModel;
import org.worthwhile.desktop.portfolio.PortfolioView;
import org.worthwhile.desktop.portfolio.PortfolioViewModel;

/** The window: the portfolio on the left, the chosen proposal on the right, what goes on below. */
public final class MainWindow {

    /** Work that takes no longer shows no progress bar, which would only flicker. */
    private static final Duration BEFORE_PROGRESS = Duration.millis(200);

    private static final double PORTFOLIO_SHARE = 0.26;

    private final PortfolioViewModel model;
    private final Choosers choosers;
    private final BorderPane root = new BorderPane();

    /** How the window asks for files; a test answers without a dialogue. */
    public interface Choosers {
        List<Path> proposalsToOpen();

        Optional<Path> workbookToSave(String name);
    }

    public MainWindow(PortfolioViewModel model, Choosers choosers) {
        this.model = model;
        this.choosers = choosers;
        root.getStylesheets().add(MainWindow.class.getResource("desktop.css").toExternalForm());
        root.setTop(toolBar());
        root.setCenter(content());
        root.setBottom(footer());
    }

    public Parent root() {
        return root;
    }

    /** Installs the light or the dark theme for all windows. */
    public static void useTheme(boolean dark) {
        Theme theme = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    private ToolBar toolBar() {
        Button open = new Button(Words.of("window.import"));
        open.setId("import");
        open.setTooltip(new Tooltip(Words.of("window.import.help")));
        open.setOnAction(_ -> {
            List<Path> files = choosers.proposalsToOpen();
            if (!files.isEmpty()) {
                model.open(files);
            }
        });
        Button export = new Button(Words.of("window.export"));
        export.setId("export");
        export.setTooltip(new Tooltip(Words.of("window.export.help")));
        export.disableProperty().bind(model.selectedProperty().isNull().or(model.busyProperty()));
        export.setOnAction(_ -> choosers.workbookToSave(model.workbookName()).ifPresent(model::exportWorkbook));
        ToggleButton dark = new ToggleButton(Words.of("window.dark"));
        dark.setId("dark");
        dark.selectedProperty().subscribe(MainWindow::useTheme);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label name = new Label("Worthwhile");
        name.getStyleClass().addAll(Styles.TITLE_3, "product");
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.getAccelerators()
                        .put(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN), open::fire);
                scene.getAccelerators()
                        .put(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN), export::fire);
            }
        });
        return new ToolBar(name, new Separator(Orientation.VERTICAL), open, export, space, dark);
    }

    private SplitPane content() {
        OptionsView options = new OptionsView();
        Label empty = new Label(Words.of("window.empty"));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        StackPane right = new StackPane(empty, options);
        options.visibleProperty().bind(model.selectedProperty().isNotNull());
        empty.visibleProperty().bind(model.selectedProperty().isNull());
        model.selectedProperty().subscribe(appraisal -> {
            if (appraisal != null) {
                options.show(OptionsViewModel.of(appraisal));
            }
        });
        PortfolioView portfolio = new PortfolioView(model);
        SplitPane split = new SplitPane(portfolio, right);
        SplitPane.setResizableWithParent(portfolio, false);
        split.setDividerPositions(PORTFOLIO_SHARE);
        return split;
    }

    private VBox footer() {
        ListView<String> problems = new ListView<>(model.problems());
        problems.setId("problems");
        problems.setAccessibleText(Words.of("window.problems"));
        problems.setPrefHeight(110);
        Label heading = new Label(Words.of("window.problems"));
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, Styles.DANGER);
        Button dismiss = new Button(Words.of("window.dismiss"));
        dismiss.setOnAction(_ -> model.dismissProblems());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        VBox trouble = new VBox(new HBox(heading, between, dismiss), problems);
        trouble.getStyleClass().add("problems");
        trouble.visibleProperty().bind(Bindings.isNotEmpty(model.problems()));
        trouble.managedProperty().bind(trouble.visibleProperty());

        Label status = new Label();
        status.setId("status");
        status.textProperty().bind(model.statusProperty());
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setId("progress");
        progress.setVisible(false);
        PauseTransition delay = new PauseTransition(BEFORE_PROGRESS);
        delay.setOnFinished(_ -> progress.setVisible(model.busyProperty().get()));
        model.busyProperty().subscribe(busy -> {
            if (busy) {
                delay.playFromStart();
            } else {
                delay.stop();
                progress.setVisible(false);
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(status, space, progress);
        line.getStyleClass().add("status");
        return new VBox(trouble, line);
    }

    /** The system's own dialogues. */
    static Choosers dialogues(javafx.stage.Window owner) {
        return new Choosers() {
            @Override
            public List<Path> proposalsToOpen() {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(Words.of("window.import"));
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(
                                Words.of("window.proposals"), "*.json", "*.yaml", "*.yml"));
                List<File> files = chooser.showOpenMultipleDialog(owner);
                return files == null
                        ? List.of()
                        : files.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> workbookToSave(String name) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(Words.of("window.export"));
                chooser.setInitialFileName(name);
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(Words.of("window.workbook"), "*.xlsx"));
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }
        };
    }
}
