package org.worthwhile.desktop.attribution;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Advice;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.Design;
import org.worthwhile.desktop.Background;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.attribution.AttributionModel.Loaded;
import org.worthwhile.desktop.attribution.AttributionModel.Target;
import org.worthwhile.desktop.paper.PaperView;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.shell.Dialogues;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.report.briefing.EvidencePages;
import org.worthwhile.workspace.Document;

/** Studies: data and roles, what the data allow, and what was found, its picture first. */
public final class AttributionView extends VBox {

    private static final double STUDIES_SHARE = 0.24;

    private final Session session;
    private final AttributionModel model;
    private final ListView<Document> studies = new ListView<>();
    private final TextField title = new TextField();
    private final TextField question = new TextField();
    private final TableView<DataSummary.ColumnSummary> columns = Columns.table("columns", "attribution.columns");
    private final RolesView roles;
    private final WrappedLines trouble = new WrappedLines("trouble", "attribution.noTrouble");
    private final TableView<Advice.Possibility> designs = Columns.table("designs", "attribution.designs");
    private final Label chosen = new Label();
    private final PaperView paper = new PaperView("finding");
    private final ComboBox<Target> targets = new ComboBox<>();
    private final TextField scale = new TextField("1");
    private final FlowPane send = new FlowPane(8, 8);
    private final TabPane steps = new TabPane();
    private boolean showing;

    public AttributionView(Session session, Background longWork, Dialogues dialogues) {
        this.session = session;
        this.model = new AttributionModel(session, longWork);
        this.roles = new RolesView(model);
        getStyleClass().add("screen");
        Label heading = new Label(Words.of("screen.attribution"));
        heading.getStyleClass().add(Styles.TITLE_2);
        steps.getTabs()
                .setAll(
                        new Tab(Words.of("attribution.step.data"), data()),
                        new Tab(Words.of("attribution.step.design"), design()),
                        new Tab(Words.of("attribution.step.finding"), finding()));
        steps.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        steps.setId("steps");
        VBox list = list(dialogues);
        SplitPane split = new SplitPane(list, steps);
        SplitPane.setResizableWithParent(list, false);
        split.setDividerPositions(STUDIES_SHARE);
        setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(heading, split);
        session.whenChanged(this::showStudies);
        model.selectedProperty().subscribe(_ -> showStudies());
        model.loadedProperty().subscribe(this::showLoaded);
        model.foundProperty().subscribe(this::showFound);
    }

    private VBox list(Dialogues dialogues) {
        studies.setId("studies");
        studies.setAccessibleText(Words.of("attribution.studies"));
        studies.setPlaceholder(new Label(Words.of("attribution.noStudies")));
        studies.setCellFactory(_ -> new StudyCell());
        studies.getSelectionModel().selectedItemProperty().subscribe(study -> {
            if (study != null && !showing) {
                model.selectedProperty().set(study.name());
            }
        });
        VBox.setVgrow(studies, Priority.ALWAYS);
        CheckBox keep = new CheckBox(Words.of("attribution.keep"));
        keep.setId("keep-data");
        keep.setWrapText(true);
        Button begin = new Button(Words.of("attribution.new"));
        begin.setId("new-study");
        begin.setOnAction(_ -> dialogues.dataset().ifPresent(file -> model.begin(file, keep.isSelected())));
        VBox box = new VBox(8, studies, begin, keep);
        box.setMinWidth(180);
        box.getStyleClass().add("pane");
        return box;
    }

    private ScrollPane data() {
        title.setId("study-title");
        question.setId("study-question");
        title.textProperty().addListener((_, _, text) -> typed("/title", text));
        question.textProperty().addListener((_, _, text) -> typed("/question", text));
        columns.getColumns()
                .setAll(List.of(
                        Columns.text("attribution.column", 150, DataSummary.ColumnSummary::name),
                        Columns.text(
                                "attribution.type", 110, column -> column.type().title()),
                        Columns.figure("attribution.missing", 75, column -> Integer.toString(column.missing())),
                        Columns.figure("attribution.different", 80, column -> Integer.toString(column.different())),
                        Columns.text("attribution.range", 190, AttributionView::range)));
        columns.setRowFactory(_ -> {
            TableRow<DataSummary.ColumnSummary> row = new TableRow<>();
            row.setOnDragDetected(event -> {
                if (!row.isEmpty()) {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(row.getItem().name());
                    row.startDragAndDrop(TransferMode.COPY).setContent(content);
                    event.consume();
                }
            });
            return row;
        });
        columns.setPrefHeight(240);
        columns.setMinHeight(160);
        trouble.setPrefHeight(70);
        trouble.setMinHeight(50);
        Label titleLabel = new Label(Words.of("attribution.title"));
        titleLabel.setLabelFor(title);
        Label questionLabel = new Label(Words.of("attribution.question"));
        questionLabel.setLabelFor(question);
        Label rolesLabel = new Label(Words.of("attribution.roles"));
        rolesLabel.getStyleClass().add(Styles.TITLE_4);
        rolesLabel.setWrapText(true);
        VBox content = new VBox(8, titleLabel, title, questionLabel, question, columns, trouble, rolesLabel, roles);
        content.getStyleClass().add("tab-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static String range(DataSummary.ColumnSummary column) {
        return column.common().isEmpty() ? column.least() + " – " + column.most() : String.join(", ", column.common());
    }

    private void typed(String pointer, String text) {
        if (!showing) {
            model.setText(pointer, text);
        }
    }

    private VBox design() {
        designs.getColumns()
                .setAll(List.of(
                        Columns.text(
                                "attribution.design",
                                190,
                                option -> option.design().title()),
                        Columns.text(
                                "attribution.possible",
                                90,
                                option -> Words.of(option.isPossible() ? "attribution.yes" : "attribution.no")),
                        Columns.figure("attribution.level", 60, option -> option.marylandLevel() + " / 5"),
                        Columns.text(
                                "attribution.why",
                                420,
                                option ->
                                        option.isPossible() ? option.assumes() : String.join("; ", option.lacking()))));
        designs.setPlaceholder(new Label(Words.of("attribution.noAdvice")));
        WrappedLines details = new WrappedLines("design-details", "attribution.chooseDesign");
        details.setPrefHeight(120);
        details.setMinHeight(80);
        designs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(option -> details.show(
                        option == null
                                ? List.of()
                                : option.isPossible()
                                        ? List.of(
                                                Words.of("attribution.assumes", option.assumes()),
                                                Words.of("attribution.raise", option.raise()))
                                        : option.lacking().stream()
                                                .map(lack -> Words.of("attribution.lacks", lack))
                                                .toList()));
        Button use = new Button(Words.of("attribution.use"));
        use.setId("use-design");
        use.setOnAction(_ -> {
            Advice.Possibility option = designs.getSelectionModel().getSelectedItem();
            if (option != null) {
                model.chooseDesign(option.design());
            }
        });
        Button run = new Button(Words.of("attribution.run"));
        run.setId("run-study");
        run.getStyleClass().add(Styles.ACCENT);
        run.setOnAction(_ -> {
            model.run();
            steps.getSelectionModel().select(2);
        });
        VBox.setVgrow(designs, Priority.ALWAYS);
        run.disableProperty().bind(model.runningProperty());
        Button stop = new Button(Words.of("attribution.stop"));
        stop.setId("stop-study");
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setOnAction(_ -> model.stop());
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.visibleProperty().bind(model.runningProperty());
        VBox box = new VBox(8, designs, details, new FlowPane(8, 8, use, run, stop, progress, chosen));
        box.getStyleClass().add("tab-content");
        return box;
    }

    private VBox finding() {
        Label label = new Label(Words.of("attribution.sendTo"));
        label.setLabelFor(targets);
        targets.setId("targets");
        targets.setPrefWidth(360);
        scale.setId("scale");
        scale.setPrefColumnCount(5);
        scale.setAccessibleText(Words.of("attribution.scale"));
        Button button = new Button(Words.of("attribution.send"));
        button.setId("send");
        button.setOnAction(_ -> {
            Target target = targets.getValue();
            if (target != null) {
                model.send(target, factor(), LocalDate.now(java.time.ZoneId.systemDefault()));
            }
        });
        send.getChildren().setAll(label, targets, new Label(Words.of("attribution.scale")), scale, button);
        send.getStyleClass().add("buttons");
        VBox.setVgrow(paper, Priority.ALWAYS);
        VBox box = new VBox(8, send, paper);
        box.getStyleClass().add("tab-content");
        return box;
    }

    private double factor() {
        try {
            return Double.parseDouble(scale.getText().strip().replace('−', '-'));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }

    private void showStudies() {
        showing = true;
        session.snapshot().ifPresent(state -> {
            if (!studies.getItems().equals(state.studies())) {
                studies.getItems().setAll(state.studies());
            }
            state.studies().stream()
                    .filter(study ->
                            study.name().equals(model.selectedProperty().get()))
                    .findFirst()
                    .ifPresent(study -> studies.getSelectionModel().select(study));
        });
        showing = false;
    }

    private void showLoaded(Loaded loaded) {
        showing = true;
        steps.setDisable(loaded.study().isEmpty());
        loaded.study().ifPresent(study -> {
            setUnlessTyped(title, study.tree().path("title").asString(""));
            setUnlessTyped(question, study.tree().path("question").asString(""));
            chosen.setText(Words.of("attribution.chosen", designTitle(study)));
            loaded.summary().ifPresent(summary -> {
                columns.getItems().setAll(summary.columns());
                roles.show(study, summary);
            });
        });
        trouble.show(loaded.trouble());
        designs.getItems().setAll(loaded.advice().map(Advice::options).orElse(List.of()));
        targets.getItems().setAll(model.targets());
        targets.getSelectionModel().selectFirst();
        showing = false;
    }

    private static String designTitle(Document study) {
        String name = study.tree().path("design").asString("");
        return java.util.Arrays.stream(Design.values())
                .filter(design -> JsonText.nameOf(design).equals(name))
                .map(Design::title)
                .findFirst()
                .orElse(name);
    }

    private static void setUnlessTyped(TextField field, String text) {
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void showFound(@Nullable Attribution attribution) {
        send.setDisable(attribution == null);
        paper.show(
                attribution == null
                        ? List.of(new org.worthwhile.report.document.Block.Paragraph(Words.of("attribution.notRun")))
                        : EvidencePages.blocks(attribution));
    }

    private static final class StudyCell extends ListCell<Document> {

        StudyCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Document study, boolean empty) {
            super.updateItem(study, empty);
            setText(study == null || empty ? null : study.tree().path("title").asString(study.name()));
        }
    }
}
