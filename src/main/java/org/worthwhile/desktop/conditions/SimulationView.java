package org.worthwhile.desktop.conditions;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Titles;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Cloud;
import org.worthwhile.desktop.chart.Curves;
import org.worthwhile.desktop.conditions.ConditionsText.SimulatedRow;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.report.SpreadRows;
import org.worthwhile.report.Wording;
import org.worthwhile.uncertainty.ResultUncertainty.Draw;
import org.worthwhile.uncertainty.Simulated;
import org.worthwhile.uncertainty.UncertaintyResult;

/** The Monte Carlo simulation: how many trials, how far it is, and what it found. */
final class SimulationView extends VBox {

    private static final double MILLION = 1e6;
    private static final List<Integer> TRIALS = List.of(1_000, 10_000, 100_000, 1_000_000);

    private final ConditionsModel model;
    private final TableView<SimulatedRow> table = Columns.table("simulated", "conditions.simulation");
    private final Curves curves = new Curves();
    private final TableView<SpreadRows.Row> spreads = Columns.table("spreads", "conditions.spreads");
    private final Cloud cloud = new Cloud();
    private final WrappedLines information = new WrappedLines("information", "conditions.notSimulated");

    SimulationView(ConditionsModel model) {
        this.model = model;
        getStyleClass().add("tab-content");
        ComboBox<Integer> trials = new ComboBox<>();
        trials.getItems().setAll(TRIALS);
        trials.setValue(TRIALS.get(2));
        Titles.on(trials, number -> Wording.here().fixed(number, 0));
        trials.setId("trials");
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
                        Columns.text("options.option", 150, SimulatedRow::option),
                        Columns.text("conditions.mean", 150, SimulatedRow::mean),
                        Columns.figure("conditions.low", 96, SimulatedRow::low),
                        Columns.figure("conditions.high", 96, SimulatedRow::high),
                        Columns.figure("conditions.positive", 90, SimulatedRow::positive),
                        Columns.figure("conditions.best", 76, SimulatedRow::best)));
        table.setPlaceholder(new Label(Words.of("conditions.notSimulated")));
        table.setPrefHeight(150);
        table.setMinHeight(110);
        spreads.getColumns()
                .setAll(List.of(
                        Columns.text("conditions.result", 220, SpreadRows.Row::result),
                        Columns.figure("conditions.p10", 100, SpreadRows.Row::low),
                        Columns.figure("conditions.p50", 100, SpreadRows.Row::middle),
                        Columns.figure("conditions.p90", 100, SpreadRows.Row::high),
                        Columns.text("conditions.note", 160, SpreadRows.Row::note)));
        spreads.setPlaceholder(new Label(Words.of("conditions.nothingSpread")));
        TabPane parts = new TabPane(
                part("conditions.curve", "simulated-curve", curves),
                part("conditions.spreads", "simulated-spreads", spreads),
                part("conditions.cloud", "simulated-cloud", cloud),
                part("conditions.knowing", "simulated-information", information));
        parts.setId("simulation-parts");
        parts.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        parts.setMinHeight(260);
        setVgrow(parts, Priority.ALWAYS);
        getChildren().addAll(controls, table, parts);
        model.simulatedProperty().subscribe(this::show);
    }

    private static Tab part(String word, String id, Node content) {
        Tab tab = new Tab(Words.of(word), content);
        tab.setId(id);
        return tab;
    }

    private void show(@Nullable Simulated simulated) {
        var subject = model.subjectProperty().get();
        if (simulated == null || subject.appraisal().isEmpty()) {
            table.getItems().clear();
            spreads.getItems().clear();
            information.show(List.of());
            cloud.show(new double[0], new double[0], 0, 0, "", "", "");
            curves.show(List.of(), "", "", OptionalDouble.empty(), "");
            return;
        }
        Appraisal appraisal = subject.appraisal().get();
        UncertaintyResult result = simulated.npsv();
        table.getItems().setAll(ConditionsText.simulated(appraisal, result));
        information.show(ConditionsText.information(appraisal, result, subject.option()));
        curves.show(
                ConditionsText.curves(appraisal, result),
                Words.of("conditions.across"),
                Words.of("conditions.up"),
                OptionalDouble.of(0),
                Words.of("conditions.curvesText"));
        simulated.results().options().stream()
                .filter(option -> option.id().equals(subject.option()))
                .findFirst()
                .ifPresent(option -> {
                    spreads.getItems().setAll(ConditionsText.spreads(appraisal, option));
                    showCloud(appraisal.option(option.id()), option.draws());
                });
    }

    private void showCloud(OptionResult option, List<Draw> draws) {
        cloud.show(
                draws.stream().mapToDouble(draw -> draw.costs() / MILLION).toArray(),
                draws.stream().mapToDouble(draw -> draw.benefits() / MILLION).toArray(),
                option.pvc() / MILLION,
                option.pvb() / MILLION,
                Words.of("conditions.cloudAcross"),
                Words.of("conditions.cloudUp"),
                Words.of(
                        "conditions.cloudText",
                        draws.size(),
                        draws.stream()
                                .filter(draw -> draw.benefits() > draw.costs())
                                .count()));
    }
}
