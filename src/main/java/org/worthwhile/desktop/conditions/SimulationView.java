package org.worthwhile.desktop.conditions;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Titles;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Curves;
import org.worthwhile.desktop.conditions.ConditionsText.SimulatedRow;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.report.Wording;
import org.worthwhile.uncertainty.UncertaintyResult;

/** The Monte Carlo simulation: how many trials, how far it is, and what it found. */
final class SimulationView extends VBox {

    private static final List<Integer> TRIALS = List.of(1_000, 10_000, 100_000, 1_000_000);

    private final ConditionsModel model;
    private final TableView<SimulatedRow> table = Columns.table("simulated", "conditions.simulation");
    private final Curves curves = new Curves();
    private final WrappedLines information = new WrappedLines("information", "conditions.notSimulated");

    SimulationView(ConditionsModel model) {
        this.model = model;
        getStyleClass().add("tab-content");
        ComboBox<Integer> trials = new ComboBox<>();
        trials.getItems().setAll(TRIALS);
        trials.setValue(TRIALS.get(2));
        Titles.on(trials, number -> Wording.here().fixed(number, 0));
        trials.setAccessibleText(Words.of("conditions.trials"));
        Button run = Controls.mainButton("conditions.run", "simulate", () -> model.simulate(trials.getValue()));
        run.disableProperty().bind(model.simulatingProperty());
        Button cancel = Controls.button("conditions.cancel", "cancel-simulation", model::cancel);
        cancel.disableProperty().bind(model.simulatingProperty().not());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.progressProperty());
        progress.visibleProperty().bind(model.simulatingProperty());
        Label label = new Label(Words.of("conditions.trials"));
        label.setLabelFor(trials);
        FlowPane controls = new FlowPane(8, 8, label, trials, run, cancel, progress);
        controls.getStyleClass().add("buttons");
        table.getColumns()
                .setAll(List.of(
                        Columns.text("options.option", 180, SimulatedRow::option),
                        Columns.figure("conditions.mean", 150, SimulatedRow::mean),
                        Columns.figure("conditions.low", 100, SimulatedRow::low),
                        Columns.figure("conditions.high", 100, SimulatedRow::high),
                        Columns.figure("conditions.positive", 90, SimulatedRow::positive),
                        Columns.figure("conditions.best", 80, SimulatedRow::best)));
        table.setPlaceholder(new Label(Words.of("conditions.notSimulated")));
        table.setPrefHeight(190);
        table.setMinHeight(150);
        information.setPrefHeight(90);
        information.setMinHeight(60);
        curves.setMinHeight(220);
        setVgrow(curves, Priority.ALWAYS);
        getChildren().addAll(controls, table, curves, information);
        model.simulatedProperty().subscribe(this::show);
    }

    private void show(@Nullable UncertaintyResult result) {
        var subject = model.subjectProperty().get();
        if (result == null || subject.appraisal().isEmpty()) {
            table.getItems().clear();
            information.show(List.of());
            curves.show(List.of(), "", "", OptionalDouble.empty(), "");
            return;
        }
        Appraisal appraisal = subject.appraisal().get();
        table.getItems().setAll(ConditionsText.simulated(appraisal, result));
        information.show(ConditionsText.information(appraisal, result, subject.option()));
        curves.show(
                ConditionsText.curves(appraisal, result),
                Words.of("conditions.across"),
                Words.of("conditions.up"),
                OptionalDouble.of(0),
                Words.of("conditions.curvesText"));
    }
}
