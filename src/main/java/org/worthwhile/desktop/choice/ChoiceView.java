package org.worthwhile.desktop.choice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.EntryField;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Curves;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.report.BudgetStepsReport;
import org.worthwhile.report.Wording;

/** The best portfolio within a budget that is moved, and what more or less would bring. */
public final class ChoiceView extends VBox {

    private static final double MILLION = 1e6;
    private static final double TABLE_SHARE = 0.73;

    private final ChoiceModel model;
    private final Slider slider = new Slider();
    private final EntryField amount = new EntryField();
    private final Label summary = new Label();
    private final TableView<Row> table = Columns.table("chosen", "choice.candidates");
    private final Curves frontier = new Curves();
    private final WrappedLines notes = new WrappedLines("choice-notes", "choice.loading");
    private boolean showing;
    private String shownAmount = "";

    /** A candidate with whether it is chosen. */
    record Row(String chosen, String proposal, String option, String value, String cost, String byRatio) {}

    public ChoiceView(ChoiceModel model) {
        this.model = model;
        getStyleClass().add("screen");
        Label heading = Controls.heading("screen.choice");
        Label label = new Label(Words.of("choice.budget"));
        label.setLabelFor(amount);
        label.setMinWidth(USE_PREF_SIZE);
        amount.setId("budget");
        amount.setPrefColumnCount(10);
        amount.setPromptText(Words.of("choice.noneSet"));
        amount.setMinWidth(USE_PREF_SIZE);
        amount.setOnAction(_ -> typed());
        amount.focusedProperty().subscribe(focused -> {
            if (!focused) {
                typed();
            }
        });
        slider.setId("budget-slider");
        slider.setAccessibleText(Words.of("choice.budget"));
        slider.valueProperty().addListener((_, _, value) -> {
            if (!showing) {
                model.moveBudget(Math.rint(value.doubleValue() / 1000) * 1000);
            }
        });
        slider.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) {
                model.endMove();
            }
        });
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label problem = new Label();
        problem.setId("budget-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("problem");
        problem.textProperty().bind(model.budgetProblemProperty());
        problem.managedProperty().bind(model.budgetProblemProperty().isNotEmpty());
        problem.visibleProperty().bind(model.budgetProblemProperty().isNotEmpty());
        HBox controls = new HBox(12, label, amount, problem, slider);
        controls.getStyleClass().add("buttons");
        summary.setId("choice-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        summary.getStyleClass().add("headline");
        table.getColumns()
                .setAll(List.of(
                        Columns.text("choice.chosen", 60, Row::chosen),
                        Columns.text("choice.proposal", 210, Row::proposal),
                        Columns.text("options.option", 190, Row::option),
                        Columns.figure("choice.value", 118, Row::value),
                        Columns.figure("choice.cost", 113, Row::cost),
                        Columns.text("choice.byRatio", 90, Row::byRatio)));
        VBox right = new VBox(
                8, Controls.subheading("choice.frontier"), frontier, Controls.subheading("choice.limits"), notes);
        VBox.setVgrow(frontier, Priority.ALWAYS);
        notes.setPrefHeight(110);
        notes.setMinHeight(60);
        right.getStyleClass().add("pane");
        SplitPane split = new SplitPane(table, right);
        split.setDividerPositions(TABLE_SHARE);
        setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(heading, controls, summary, split);
        model.stateProperty().subscribe(this::showState);
    }

    private void typed() {
        boolean isSame = amount.getText().equals(shownAmount)
                && model.budgetProblemProperty().get().isEmpty();
        if (showing || isSame) {
            return;
        }
        model.typeBudget(amount.getText());
        if (model.budgetProblemProperty().get().isEmpty()) {
            showAmount(model.stateProperty().get());
        }
    }

    private void showAmount(State state) {
        double budget = model.budgetProperty().get();
        shownAmount = Double.isNaN(budget) ? "" : written(state, budget);
        amount.setText(shownAmount);
    }

    private static String written(State state, double budget) {
        return (budget < 0 ? "-" : "")
                + Wording.symbol(state.currency())
                + Wording.here().exact(BigDecimal.valueOf(Math.abs(budget)).setScale(2, RoundingMode.HALF_EVEN));
    }

    private void showState(State state) {
        showing = true;
        double set = model.budgetProperty().get();
        double budget = Double.isNaN(set) ? state.dearest() : set;
        slider.setDisable(state.candidates().isEmpty());
        slider.setMin(Math.min(state.cheapest(), budget));
        slider.setMax(Math.max(state.dearest(), budget));
        slider.setBlockIncrement((slider.getMax() - slider.getMin()) / 50);
        slider.setValue(budget);
        if (!amount.isFocused() && model.budgetProblemProperty().get().isEmpty()) {
            showAmount(state);
        }
        showing = false;
        summary.setText(ChoiceSummary.of(state));
        state.choice().ifPresentOrElse(choice -> showChoice(state, choice), () -> {
            table.getItems().clear();
            frontier.show(List.of(), "", "", OptionalDouble.empty(), "");
        });
        notes.setPlaceholder(new Label(Words.of(
                state.working()
                        ? "choice.loading"
                        : state.candidates().isEmpty() ? "choice.limitsUnknown" : "choice.noLimits")));
        notes.show(Stream.concat(
                        state.limits().stream(),
                        state.choice().stream()
                                .flatMap(choice -> Stream.concat(
                                        BudgetStepsReport.sentences(choice, state.currency()).stream(),
                                        ChoiceSummary.consequences(choice, state.currency()).stream())))
                .toList());
    }

    private void showChoice(State state, PortfolioChoice choice) {
        String currency = state.currency();
        table.getItems()
                .setAll(state.candidates().stream()
                        .map(candidate -> row(candidate, choice, currency))
                        .toList());
        List<PortfolioChoice.Step> steps = choice.steps();
        double[] x = new double[steps.size() + 1];
        double[] y = new double[steps.size() + 1];
        for (int i = 0; i <= steps.size(); i++) {
            x[i] = (i < steps.size() ? steps.get(i).cost() : choice.nextCost(steps.size() - 1)) / MILLION;
            y[i] = steps.get(Math.min(i, steps.size() - 1)).value() / MILLION;
        }
        frontier.show(
                List.of(new Curves.Curve(Words.of("choice.frontier"), x, y, true, true)),
                Words.of("choice.across"),
                Words.of("choice.up"),
                choice.constraints().budget().stream()
                        .map(budget -> budget / MILLION)
                        .findFirst(),
                Words.of("choice.frontierText", steps.size()));
    }

    private static Row row(Candidate candidate, PortfolioChoice choice, String currency) {
        return new Row(
                choice.chosen().contains(candidate) ? "✓" : "",
                candidate.title(),
                candidate.optionTitle(),
                Wording.here().shortMoney(candidate.value(choice.constraints().objective()), currency),
                Wording.here().shortMoney(candidate.cost(), currency),
                choice.byRatio().contains(candidate) ? "✓" : "");
    }
}
