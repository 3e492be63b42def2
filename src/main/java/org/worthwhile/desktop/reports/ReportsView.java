package org.worthwhile.desktop.reports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.choice.ChoiceModel;
import org.worthwhile.desktop.paper.PaperView;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.desktop.shell.Dialogues;
import org.worthwhile.report.ReportFiles.Format;
import org.worthwhile.report.Wording;

/** Which reports to write, and what the briefing says. */
public final class ReportsView extends VBox {

    private final Map<Format, CheckBox> formats = new EnumMap<>(Format.class);

    public ReportsView(Session session, Studies studies, ChoiceModel choice, TaskRunner longWork, Dialogues dialogues) {
        ReportsModel model = new ReportsModel(session, studies, choice, longWork);
        getStyleClass().add("screen");
        Label heading = Controls.heading("screen.reports");
        ToggleGroup scope = new ToggleGroup();
        RadioButton one = new RadioButton();
        one.setId("report-one");
        one.setToggleGroup(scope);
        one.setSelected(true);
        session.whenChanged(() -> one.setText(
                Words.of("reports.one", session.selected().map(Outcome::title).orElse("–"))));
        RadioButton all = new RadioButton(Words.of("reports.all"));
        all.setId("report-all");
        all.setToggleGroup(scope);
        model.allProperty().bind(all.selectedProperty());
        CheckBox withStudies = new CheckBox();
        withStudies.setId("with-studies");
        withStudies.selectedProperty().bindBidirectional(model.withStudiesProperty());
        session.whenChanged(() -> {
            int count =
                    session.snapshot().map(Snapshot::studies).orElse(List.of()).size();
            withStudies.setText(Words.of("reports.studies", count));
            withStudies.setDisable(count == 0);
        });
        CheckBox withChoice = new CheckBox();
        withChoice.setId("with-choice");
        withChoice.selectedProperty().bindBidirectional(model.withChoiceProperty());
        choice.stateProperty().subscribe(state -> {
            withChoice.setText(
                    state.choice().isPresent()
                            ? Words.of(
                                    "reports.choice",
                                    Wording.here().money(choice.budgetProperty().get(), state.currency()))
                            : Words.of("reports.noChoice"));
        });
        withChoice.disableProperty().bind(all.selectedProperty().not());
        FlowPane kinds = new FlowPane(16, 8);
        for (Format format : Format.values()) {
            CheckBox box = new CheckBox(Words.of("format." + format));
            box.setId("format-" + format);
            box.setSelected(format == Format.XLSX || format == Format.DOCX);
            formats.put(format, box);
            kinds.getChildren().add(box);
        }
        Label leftOut = new Label();
        leftOut.setId("reports-left-out");
        leftOut.setWrapText(true);
        leftOut.setMinHeight(USE_PREF_SIZE);
        leftOut.getStyleClass().add("problem");
        leftOut.textProperty().bind(model.leftOutProperty());
        leftOut.managedProperty().bind(model.leftOutProperty().isNotEmpty());
        leftOut.visibleProperty().bind(model.leftOutProperty().isNotEmpty());
        Button write = Controls.mainButton(
                "reports.write",
                "write-reports",
                () -> dialogues
                        .folderToOpen(Words.of("reports.folder"))
                        .ifPresent(folder -> model.write(folder, chosen(), dialogues::ifPresent)));
        write.disableProperty().bind(model.workingProperty());
        Button cancel = Controls.button("conditions.cancel", "cancel-reports", model::cancel);
        cancel.disableProperty().bind(model.workingProperty().not());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.progressProperty());
        progress.visibleProperty().bind(model.workingProperty());
        Label explained = Controls.explanation("reports.help");
        Label previewed = Controls.subheading("reports.preview");
        PaperView preview = new PaperView("preview");
        model.previewProperty().subscribe(preview::show);
        setVgrow(preview, Priority.ALWAYS);
        getChildren()
                .addAll(
                        heading,
                        new FlowPane(16, 8, one, all),
                        new FlowPane(16, 8, withStudies, withChoice),
                        leftOut,
                        kinds,
                        new FlowPane(8, 8, write, cancel, progress),
                        explained,
                        previewed,
                        preview);
    }

    private List<Format> chosen() {
        return formats.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }
}
