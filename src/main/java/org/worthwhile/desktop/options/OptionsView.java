package org.worthwhile.desktop.options;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.options.OptionsViewModel.Row;

/** A proposal's options compared: a table, and for the chosen one its costs and benefits by year and what to check. */
public final class OptionsView extends VBox {

    private static final double LEAST_SHARE_OF_WIDTH = 0.9;
    private static final double ROW_HEIGHT = 36;
    private static final double HEADER_HEIGHT = 40;

    private final Label title = new Label();
    private final Label summary = new Label();
    private final Label basis = new Label();
    private final TableView<Row> table = new TableView<>();
    private final Label chartTitle = new Label();
    private final FlowsChart chart = new FlowsChart();
    private final ListView<String> checks = new ListView<>();
    private final Tab checksTab = new Tab();
    private List<String> years = List.of();

    public OptionsView() {
        getStyleClass().add("options");
        title.getStyleClass().add(Styles.TITLE_2);
        title.setId("proposal-title");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        basis.setWrapText(true);
        basis.setMinHeight(USE_PREF_SIZE);
        basis.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        table.setId("options");
        table.setAccessibleText(Words.of("options.heading"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll(Styles.STRIPED, Styles.DENSE);
        table.setFixedCellSize(ROW_HEIGHT);
        table.getColumns().add(column("options.option", Row::title, Pos.CENTER_LEFT, 250));
        table.getColumns().add(column("options.npsv", Row::npsv, Pos.CENTER_RIGHT, 130));
        table.getColumns().add(column("options.bcr", Row::bcr, Pos.CENTER_RIGHT, 70));
        table.getColumns().add(column("options.publicCost", Row::publicCost, Pos.CENTER_RIGHT, 130));
        table.getColumns().add(column("options.payback", Row::payback, Pos.CENTER_RIGHT, 90));
        table.getColumns().add(column("options.valueForMoney", Row::valueForMoney, Pos.CENTER_LEFT, 165));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                showOption(row);
            }
        });
        chart.setId("flows");
        chart.setFocusTraversable(true);
        chartTitle.getStyleClass().add(Styles.TEXT_MUTED);
        VBox flows = new VBox(chartTitle, chart);
        flows.getStyleClass().add("flows");
        VBox.setVgrow(chart, Priority.ALWAYS);
        checks.setId("checks");
        checks.setPlaceholder(new Label(Words.of("options.noChecks")));
        checks.setCellFactory(_ -> new WrappedCell());
        Tab flowsTab = new Tab(Words.of("options.flows"), flows);
        checksTab.setContent(checks);
        TabPane details = new TabPane(flowsTab, checksTab);
        details.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setVgrow(details, Priority.ALWAYS);
        getChildren().addAll(title, summary, basis, table, details);
    }

    /** Shows a proposal, the preferred option chosen. */
    public void show(OptionsViewModel model) {
        title.setText(model.title());
        summary.setText(model.summary());
        basis.setText(model.basis());
        years = model.years();
        table.getItems().setAll(model.rows());
        double height = HEADER_HEIGHT + ROW_HEIGHT * model.rows().size();
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        table.getSelectionModel().select(model.preferred());
    }

    private void showOption(Row row) {
        chartTitle.setText(Words.of("options.flowsOf", row.title()));
        chart.show(years, row.bars());
        checks.getItems().setAll(row.checks());
        checksTab.setText(Words.of("options.checks", row.checks().size()));
        chart.setAccessibleText(Words.of("options.chartText", row.title(), row.npsv(), row.publicCost()));
    }

    private static TableColumn<Row, String> column(
            String word, Function<Row, String> text, Pos alignment, double width) {
        TableColumn<Row, String> column = new TableColumn<>();
        Label heading = new Label(Words.of(word));
        heading.setTooltip(new Tooltip(Words.of(word + ".help")));
        column.setGraphic(heading);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setStyle("-fx-alignment: " + alignment.name().replace('_', '-') + ";");
        column.setPrefWidth(width);
        column.setMinWidth(width * LEAST_SHARE_OF_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** A line of text as wide as the list, on as many lines as it takes. */
    private static final class WrappedCell extends javafx.scene.control.ListCell<String> {

        WrappedCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }
}
