package org.worthwhile.desktop.attribution;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.desktop.shell.Dialogues;
import org.worthwhile.desktop.table.WrappedCell;
import org.worthwhile.workspace.Document;

/** Studies at the left, and for the chosen one its steps: data and roles, design, finding. */
public final class AttributionView extends VBox {

    private static final double STUDIES_SHARE = 0.24;
    private static final double STUDIES_WIDTH = 260;
    private static final int FINDING = 2;
    private static final int USE = 3;

    private final Session session;
    private final AttributionModel model;
    private final ListView<Document> studies = new ListView<>();
    private boolean showing;

    public AttributionView(Session session, Studies found, TaskRunner longWork, Dialogues dialogues) {
        this.session = session;
        this.model = new AttributionModel(session, found, longWork);
        getStyleClass().add("screen");
        TabPane steps = new TabPane();
        steps.setId("steps");
        steps.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        steps.getTabs()
                .setAll(
                        new Tab(Words.of("attribution.step.data"), new DataPage(session, model, dialogues)),
                        new Tab(
                                Words.of("attribution.step.design"),
                                new DesignPage(
                                        model, () -> steps.getSelectionModel().select(FINDING))),
                        new Tab(
                                Words.of("attribution.step.finding"),
                                new FindingPage(
                                        model, () -> steps.getSelectionModel().select(USE))),
                        new Tab(
                                Words.of("attribution.step.use"),
                                new SendPage(session, new SendModel(session, model, longWork))));
        VBox list = list(dialogues);
        SplitPane split = new SplitPane(list, steps);
        SplitPane.setResizableWithParent(list, false);
        split.setDividerPositions(STUDIES_SHARE);
        setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(Controls.heading("screen.attribution"), split);
        session.whenChanged(this::showStudies);
        model.selectedProperty().subscribe(_ -> showStudies());
        model.loadedProperty()
                .subscribe(loaded -> steps.setDisable(loaded.study().isEmpty()));
    }

    private VBox list(Dialogues dialogues) {
        studies.setId("studies");
        studies.setAccessibleText(Words.of("attribution.studies"));
        studies.setPlaceholder(new Label(Words.of("attribution.noStudies")));
        studies.setCellFactory(
                list -> new WrappedCell<>(list, study -> StudyDraft.distinctTitle(study, list.getItems())));
        studies.getSelectionModel().selectedItemProperty().subscribe(study -> {
            if (study != null && !showing) {
                model.selectedProperty().set(study.name());
            }
        });
        setVgrow(studies, Priority.ALWAYS);
        CheckBox keep = new CheckBox(Words.of("attribution.keep"));
        keep.setId("keep-data");
        keep.setWrapText(true);
        BooleanBinding nothingToChange = session.readOnly()
                .or(studies.getSelectionModel().selectedItemProperty().isNull());
        FlowPane chosen = new FlowPane(
                8,
                6,
                Controls.editButton("attribution.rename", "rename-study", nothingToChange, () -> rename(dialogues)),
                Controls.editButton("attribution.remove", "remove-study", nothingToChange, model::remove));
        VBox box = new VBox(
                8,
                studies,
                chosen,
                Controls.editButton(
                        "attribution.new",
                        "new-study",
                        session.readOnly(),
                        () -> dialogues.dataset().ifPresent(file -> model.begin(file, keep.isSelected()))),
                keep);
        box.getStyleClass().add("pane");
        box.setMaxWidth(STUDIES_WIDTH);
        return box;
    }

    private void rename(Dialogues dialogues) {
        model.title()
                .flatMap(title ->
                        dialogues.text(Words.of("attribution.rename"), Words.of("attribution.renamePrompt"), title))
                .ifPresent(model::rename);
    }

    private void showStudies() {
        showing = true;
        session.snapshot().ifPresent(state -> {
            if (!studies.getItems().equals(state.studies())) {
                studies.getItems().setAll(state.studies());
                // What tells one title from another depends on the other studies too.
                studies.refresh();
            }
            state.studies().stream()
                    .filter(study ->
                            study.name().equals(model.selectedProperty().get()))
                    .findFirst()
                    .ifPresent(study -> studies.getSelectionModel().select(study));
        });
        showing = false;
    }
}
