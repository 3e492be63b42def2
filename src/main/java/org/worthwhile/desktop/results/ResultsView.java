package org.worthwhile.desktop.results;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Waterfall;
import org.worthwhile.desktop.chart.YearBars;
import org.worthwhile.desktop.editor.ProblemList;
import org.worthwhile.desktop.results.OptionsViewModel.Gainer;
import org.worthwhile.desktop.results.OptionsViewModel.Payer;
import org.worthwhile.desktop.results.OptionsViewModel.Row;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;

/** A proposal's options compared, and for the chosen one what its result is made of. */
public final class ResultsView extends VBox {

    private final Session session;
    private final Label basis = new Label();
    private final Label standing = new Label();
    private final TableView<Row> table = Columns.table("options", "options.heading");
    private final Label chartTitle = new Label();
    private final YearBars byYear = new YearBars();
    private final Waterfall waterfall = new Waterfall();
    private final TableView<Payer> payers = Columns.table("payers", "results.payers");
    private final YearBars payerByYear = new YearBars();
    private final TableView<Gainer> gainers = Columns.table("gainers", "results.gainers");
    private final WrappedLines checks = new WrappedLines("checks", "options.noChecks");
    private final WrappedLines unvalued = new WrappedLines("unvalued", "results.allValued");
    private final WrappedLines otherwise = new WrappedLines("otherwise", "results.nothing");
    private final WrappedLines figures = new WrappedLines("figures", "results.allVerified");
    private final WrappedLines stepByStep = new WrappedLines("step-by-step", "results.oneOption");
    private final Tab checksTab = new Tab();
    private final ProblemList wrong = new ProblemList();
    private final VBox right = new VBox();
    private List<String> years = List.of();
    private int chosen = -1;
    private String shownProposal = "";

    public ResultsView(Session session) {
        this.session = session;
        getStyleClass().add("screen");
        basis.setWrapText(true);
        basis.setMinHeight(USE_PREF_SIZE);
        standing.setId("standing");
        standing.setWrapText(true);
        standing.setMinHeight(USE_PREF_SIZE);
        standing.getStyleClass().addAll(Styles.WARNING, Styles.TEXT_SMALL);
        basis.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        right.getStyleClass().add("stack");
        right.getChildren().addAll(basis, standing, optionsTable(), details());
        setVgrow(right, Priority.ALWAYS);
        setVgrow(wrong, Priority.ALWAYS);
        session.whenChanged(this::refresh);
    }

    private TableView<Row> optionsTable() {
        table.getColumns()
                .setAll(List.of(
                        Columns.text("options.option", 240, Row::title),
                        Columns.figure("options.npsv", 120, Row::npsv),
                        Columns.figure("options.bcr", 70, Row::bcr),
                        Columns.figure("options.publicCost", 120, Row::publicCost),
                        Columns.figure("options.payback", 90, Row::payback),
                        Columns.text("options.valueForMoney", 150, Row::valueForMoney)));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                chosen = table.getSelectionModel().getSelectedIndex();
                showOption(row);
            }
        });
        table.setPrefHeight(200);
        table.setMinHeight(120);
        return table;
    }

    private TabPane details() {
        chartTitle.getStyleClass().add(Styles.TEXT_MUTED);
        chartTitle.setWrapText(true);
        payers.getColumns()
                .setAll(List.of(
                        Columns.text("results.organisation", 200, Payer::organisation),
                        Columns.text("results.sector", 90, Payer::sector),
                        Columns.figure("results.costs", 120, Payer::costs),
                        Columns.figure("results.savings", 120, Payer::savings),
                        Columns.figure("results.cashable", 120, Payer::cashable),
                        Columns.figure("results.net", 120, Payer::net)));
        payers.setPrefHeight(170);
        payers.setMinHeight(90);
        payers.getSelectionModel().selectedItemProperty().subscribe(payer -> {
            if (payer != null) {
                payerByYear.show(
                        years,
                        List.of(payer.byYear()),
                        Words.of("results.payerText", payer.organisation(), payer.net()));
            }
        });
        gainers.setPlaceholder(new Label(Words.of("results.noGroups")));
        gainers.getColumns()
                .setAll(List.of(
                        Columns.text("results.group", 220, Gainer::group),
                        Columns.figure("results.gain", 140, Gainer::gain),
                        Columns.figure("results.weight", 90, Gainer::weight),
                        Columns.figure("results.weighted", 140, Gainer::weighted)));
        TabPane tabs = new TabPane(
                tab("options.flows", chartTitle, byYear),
                tab("results.waterfall", waterfall),
                tab("results.payers", payers, new Label(Words.of("results.payerByYear")), payerByYear),
                tab("results.gainers", gainers),
                tab("results.stepByStep", stepByStep),
                tab("results.otherwise", otherwise),
                tab("results.unvaluedTab", unvalued),
                tab("results.figures", figures),
                checksTab);
        checksTab.setContent(checks);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setVgrow(tabs, Priority.ALWAYS);
        return tabs;
    }

    private static Tab tab(String word, Node... nodes) {
        VBox box = new VBox(nodes);
        box.getStyleClass().add("tab-content");
        setVgrow(nodes[nodes.length - 1], Priority.ALWAYS);
        return new Tab(Words.of(word), box);
    }

    private void refresh() {
        switch (session.selected().orElse(null)) {
            case Outcome.Appraised appraised -> showResults(appraised);
            case Outcome.Wrong problems -> {
                session.snapshot().ifPresent(state -> wrong.show(Words.of("results.wrong"), problems, state.library()));
                getChildren().setAll(wrong);
            }
            case null -> {
                wrong.showNothing(Words.of("results.nothing"));
                getChildren().setAll(wrong);
            }
        }
    }

    private void showResults(Outcome.Appraised appraised) {
        OptionsViewModel model = OptionsViewModel.of(appraised.appraisal());
        stepByStep.show(model.stepByStep());
        if (!shownProposal.equals(appraised.name()) || chosen >= model.rows().size()) {
            chosen = model.preferred();
            shownProposal = appraised.name();
        }
        basis.setText(model.summary() + (model.summary().isEmpty() ? "" : "\n") + model.basis());
        standing.setText(model.standing().orElse(""));
        standing.setVisible(model.standing().isPresent());
        standing.setManaged(model.standing().isPresent());
        figures.show(model.figures());
        years = model.years();
        int select = chosen;
        table.getItems().setAll(model.rows());
        table.getSelectionModel().clearAndSelect(select);
        if (!getChildren().contains(right)) {
            getChildren().setAll(right);
        }
    }

    private void showOption(Row row) {
        chartTitle.setText(Words.of("options.flowsOf", row.title()));
        byYear.show(years, row.bars(), Words.of("options.chartText", row.title(), row.npsv(), row.publicCost()));
        waterfall.show(row.steps(), Words.of("results.waterfallText", row.title(), row.npsv()));
        int payer = Math.max(0, payers.getSelectionModel().getSelectedIndex());
        payers.getItems().setAll(row.payers());
        payers.getSelectionModel().clearAndSelect(Math.min(payer, row.payers().size() - 1));
        gainers.getItems().setAll(row.gainers());
        unvalued.show(row.unvalued());
        otherwise.show(row.otherwise());
        checks.show(row.checks());
        checksTab.setText(Words.of("options.checks", row.checks().size()));
    }
}
