package org.worthwhile.desktop.conditions;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.RangeBars;
import org.worthwhile.desktop.conditions.ConditionsModel.LiveRow;
import org.worthwhile.desktop.conditions.ConditionsModel.Subject;
import org.worthwhile.desktop.conditions.ConditionsText.SwitchingRow;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.shell.Dialogues;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.uncertainty.SensitivityResult;

/** What would have to be true: sliders at the left, what they do at the right, and what moving inputs tells below. */
public final class ConditionsView extends VBox {

    private static final double SLIDERS_SHARE = 0.33;

    private final ConditionsModel model;
    private final Dialogues dialogues;
    private final VBox sliders = new VBox();
    private final ComboBox<String> options = new ComboBox<>();
    private final TableView<LiveRow> live = Columns.table("live", "conditions.live");
    private final RangeBars tornado = new RangeBars();
    private final TableView<SwitchingRow> switching = Columns.table("switching", "conditions.switching");
    private final TableView<List<String>> scenarios = Columns.table("scenarios", "conditions.scenarios");
    private final Label nothing = new Label(Words.of("conditions.nothing"));
    private final Label noScenarios = new Label();
    private boolean showing;

    public ConditionsView(Session session, TaskRunner longWork, Dialogues dialogues) {
        this.model = new ConditionsModel(session, longWork);
        this.dialogues = dialogues;
        getStyleClass().add("screen");
        live.getColumns()
                .setAll(List.of(
                        Columns.text("options.option", 190, LiveRow::title),
                        Columns.figure("conditions.now", 110, LiveRow::now),
                        Columns.figure("conditions.moved", 110, LiveRow::moved),
                        Columns.figure("conditions.change", 110, LiveRow::change),
                        Columns.figure("conditions.place", 60, LiveRow::place)));
        live.setMinHeight(150);
        live.setPrefHeight(190);
        switching
                .getColumns()
                .setAll(List.of(
                        Columns.text("conditions.input", 330, SwitchingRow::input),
                        Columns.figure("conditions.base", 100, SwitchingRow::base),
                        Columns.figure("conditions.breakEven", 130, SwitchingRow::breakEven),
                        Columns.figure("conditions.overtaken", 130, SwitchingRow::overtaken)));
        scenarios.setPlaceholder(noScenarios);
        noScenarios.setWrapText(true);
        nothing.setWrapText(true);
        options.setId("condition-option");
        options.setAccessibleText(Words.of("options.option"));
        options.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!showing && index.intValue() >= 0) {
                model.subjectProperty()
                        .get()
                        .appraisal()
                        .ifPresent(appraisal -> model.choose(appraisal
                                .options()
                                .get(index.intValue())
                                .option()
                                .id()));
            }
        });
        VBox left = left(session.readOnly());
        SplitPane split = new SplitPane(left, right());
        SplitPane.setResizableWithParent(left, false);
        split.setDividerPositions(SLIDERS_SHARE);
        setVgrow(split, Priority.ALWAYS);
        getChildren().add(split);
        model.subjectProperty().subscribe(this::showSubject);
        model.liveProperty().subscribe(rows -> live.getItems().setAll(rows));
        model.sensitivityProperty().subscribe(this::showSensitivity);
    }

    private VBox left(ObservableBooleanValue readOnly) {
        Label heading = Controls.subheading("conditions.sliders");
        Button reset = Controls.button("conditions.reset", "reset", model::reset);
        Button save = Controls.editButton(
                "conditions.saveScenario",
                "save-scenario",
                readOnly,
                () -> dialogues
                        .text(Words.of("conditions.saveScenario"), Words.of("conditions.scenarioName"), "")
                        .ifPresent(model::saveScenario));
        ScrollPane scroll = new ScrollPane(sliders);
        scroll.setFitToWidth(true);
        sliders.getStyleClass().add("sliders");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(8, heading, options, scroll, new FlowPane(8, 8, reset, save));
        left.getStyleClass().add("pane");
        left.setMinWidth(260);
        return left;
    }

    private VBox right() {
        Label heading = Controls.subheading("conditions.live");
        VBox tornadoBox = new VBox(4, Controls.explanation("conditions.tornado.help"), tornado);
        VBox.setVgrow(tornado, Priority.ALWAYS);
        tornadoBox.getStyleClass().add("tab-content");
        VBox switchingBox = new VBox(4, Controls.explanation("conditions.switching.help"), switching);
        VBox.setVgrow(switching, Priority.ALWAYS);
        switchingBox.getStyleClass().add("tab-content");
        TabPane tabs = new TabPane(
                new Tab(Words.of("conditions.tornado"), tornadoBox),
                new Tab(Words.of("conditions.switching"), switchingBox),
                new Tab(Words.of("conditions.scenarios"), scenarios),
                new Tab(Words.of("conditions.simulation"), scrolled(new SimulationView(model))));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("condition-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox right = new VBox(8, heading, live, tabs);
        right.getStyleClass().add("pane");
        return right;
    }

    private static ScrollPane scrolled(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private void showSubject(Subject subject) {
        showing = true;
        options.getItems()
                .setAll(subject.appraisal()
                        .map(appraisal -> appraisal.options().stream()
                                .map(result -> result.option().title())
                                .toList())
                        .orElse(List.of()));
        subject.appraisal()
                .ifPresent(appraisal -> options.getSelectionModel()
                        .select(appraisal.options().indexOf(appraisal.option(subject.option()))));
        showing = false;
        noScenarios.setText(ConditionsText.noScenarios(subject.appraisal()));
        sliders.getChildren().clear();
        if (subject.sliders().isEmpty()) {
            sliders.getChildren().add(nothing);
        }
        subject.appraisal()
                .ifPresent(appraisal -> subject.sliders()
                        .forEach(slider ->
                                sliders.getChildren().add(new SliderRow(appraisal, subject.option(), slider))));
    }

    private void showSensitivity(@Nullable SensitivityResult result) {
        Optional<Appraisal> subject = model.subjectProperty().get().appraisal();
        String option = model.subjectProperty().get().option();
        if (result == null || subject.isEmpty()) {
            tornado.show(List.of(), 0, "");
            switching.getItems().clear();
            scenarios.getItems().clear();
            return;
        }
        Appraisal appraisal = subject.get();
        List<RangeBars.Range> bars = ConditionsText.tornado(appraisal, result, option);
        double centre = appraisal.option(option).npsv() / 1e6;
        tornado.show(bars, centre, Words.of("conditions.tornadoText", bars.size()));
        switching.getItems().setAll(ConditionsText.switching(appraisal, result, option));
        scenarios.getColumns().clear();
        scenarios.getColumns().add(Columns.text("conditions.scenario", 220, row -> row.getFirst()));
        for (int i = 0; i < appraisal.options().size(); i++) {
            int place = i + 1;
            TableColumn<List<String>, String> column = Columns.figure("options.npsv", 130, row -> row.get(place));
            ((Label) column.getGraphic())
                    .setText(appraisal.options().get(i).option().title());
            scenarios.getColumns().add(column);
        }
        scenarios.getItems().setAll(ConditionsText.scenarios(appraisal, result));
    }

    /** An input with its slider and its value. */
    private static final class SliderRow extends VBox {

        SliderRow(Appraisal appraisal, String option, ConditionsModel.Slider slider) {
            super(2);
            var lever = slider.lever();
            String title = ConditionsText.name(appraisal, lever.input().path(), option);
            Label name = new Label(title);
            name.setWrapText(true);
            Label value = new Label();
            value.getStyleClass().add(Styles.TEXT_BOLD);
            value.setMinWidth(USE_PREF_SIZE);
            HBox head = new HBox(8, name, value);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Slider control = new Slider(
                    Math.min(lever.low(), lever.input().base()),
                    Math.max(lever.high(), lever.input().base()),
                    lever.input().base());
            control.setBlockIncrement((control.getMax() - control.getMin()) / 20);
            control.setAccessibleText(title);
            control.valueProperty().bindBidirectional(slider.value());
            Label ends = new Label(Words.of(
                    "conditions.ends",
                    ConditionsText.value(appraisal, lever.input(), control.getMin()),
                    ConditionsText.value(appraisal, lever.input(), control.getMax())));
            ends.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            slider.value().subscribe(now -> {
                value.setText(ConditionsText.value(appraisal, lever.input(), now.doubleValue()));
                value.getStyleClass().removeAll("moved");
                if (slider.isMoved()) {
                    value.getStyleClass().add("moved");
                }
            });
            getChildren().addAll(head, control, ends);
            ConditionsText.inAppraisal(appraisal, lever.input()).ifPresent(money -> {
                Label worth = new Label(money);
                worth.setWrapText(true);
                worth.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
                getChildren().add(worth);
            });
        }
    }
}
