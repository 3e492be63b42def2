package org.worthwhile.desktop.values;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Titles;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.desktop.values.UnitValueRows.Row;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.workspace.Document;

/** The library of unit values, searched, converted to the prices of a year, and put into an impact. */
public final class UnitValuesView extends VBox {

    private static final int LATER_YEARS = 5;

    private final Session session;
    private final TextField query = new TextField();
    private final ComboBox<PriceIndex> indices = new ComboBox<>();
    private final ComboBox<FinancialYear> years = new ComboBox<>();
    private final TableView<Row> table = Columns.table("values", "screen.values");
    private final WrappedLines details = new WrappedLines("value-details", "values.choose");
    private final MenuButton use = new MenuButton(Words.of("values.use"));
    private final Label used = new Label();

    public UnitValuesView(Session session) {
        this.session = session;
        getStyleClass().add("screen");
        Label heading = Controls.heading("screen.values");
        query.setId("value-query");
        query.setPromptText(Words.of("values.search"));
        query.setAccessibleText(Words.of("values.search"));
        query.setPrefColumnCount(24);
        query.textProperty().addListener((_, _, _) -> show());
        indices.setMaxWidth(420);
        indices.setPrefWidth(420);
        indices.setAccessibleText(Words.of("values.index"));
        Titles.on(indices, PriceIndex::title);
        indices.valueProperty().addListener((_, _, index) -> showYears(index));
        years.setAccessibleText(Words.of("values.year"));
        Titles.on(years, FinancialYear::label);
        years.valueProperty().addListener((_, _, _) -> show());
        table.getColumns()
                .setAll(List.of(
                        Columns.text("values.title", 300, row -> row.value().title()),
                        Columns.text("values.unit", 130, row -> row.value().unit()),
                        Columns.figure("values.value", 120, Row::written),
                        Columns.text(
                                "values.priceYear",
                                90,
                                row -> row.value().priceYear().label()),
                        Columns.figure("values.converted", 130, Row::converted),
                        Columns.text("values.checked", 110, Row::verified)));
        table.setPlaceholder(new Label(Words.of("values.none")));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            details.show(row == null ? List.of() : UnitValueRows.details(row.value()));
            use.setDisable(row == null);
        });
        details.setPrefHeight(130);
        details.setMinHeight(80);
        use.setId("use-value");
        use.getItems().add(new MenuItem("…"));
        use.setOnShowing(_ -> use.getItems().setAll(impacts()));
        Button clear = Controls.button("values.clear", "clear-values", query::clear);
        FlowPane controls = new FlowPane(8, 8, query, clear, new Label(Words.of("values.at")), years, indices);
        controls.getStyleClass().add("buttons");
        setVgrow(table, Priority.ALWAYS);
        FlowPane below = new FlowPane(8, 8, use, used);
        getChildren().addAll(heading, controls, table, details, below);
        session.whenChanged(this::refresh);
    }

    private void refresh() {
        session.snapshot().ifPresent(state -> {
            if (indices.getItems().isEmpty()) {
                indices.getItems().setAll(state.library().priceIndices().values());
                indices.getItems().stream()
                        .filter(index -> index.id().contains("deflator"))
                        .findFirst()
                        .or(() -> indices.getItems().stream().findFirst())
                        .ifPresent(indices::setValue);
            }
            if (table.getItems().isEmpty()) {
                show();
            }
        });
    }

    private void showYears(@Nullable PriceIndex index) {
        if (index == null) {
            return;
        }
        FinancialYear first = index.firstYear();
        int count = index.lastYear().since(first) + LATER_YEARS;
        years.getItems()
                .setAll(IntStream.rangeClosed(0, count).mapToObj(first::plus).toList());
        FinancialYear wanted = session.selected()
                .map(outcome -> outcome.document()
                        .tree()
                        .path("appraisal")
                        .path("priceYear")
                        .asString(""))
                .filter(FinancialYear::isLabel)
                .map(FinancialYear::of)
                .filter(years.getItems()::contains)
                .orElse(index.lastYear());
        years.setValue(wanted);
    }

    private void show() {
        PriceIndex index = indices.getValue();
        FinancialYear year = years.getValue();
        if (index != null && year != null) {
            session.snapshot()
                    .ifPresent(state -> table.getItems()
                            .setAll(UnitValueRows.matching(state.library(), query.getText(), index, year)));
        }
    }

    /** Every impact of the selected proposal that the value can be put into. */
    private List<MenuItem> impacts() {
        Optional<Document> document = session.selected().map(Outcome::document);
        boolean writable = session.snapshot().map(Snapshot::isWritable).orElse(false);
        Row row = table.getSelectionModel().getSelectedItem();
        if (document.isEmpty() || !writable || row == null) {
            return List.of(new MenuItem(Words.of("values.noProposal")));
        }
        var options = document.get().tree().path("options");
        return IntStream.range(0, options.size())
                .boxed()
                .flatMap(option -> IntStream.range(
                                0, options.path(option).path("impacts").size())
                        .filter(impact -> options.path(option)
                                .path("impacts")
                                .path(impact)
                                .has("quantity"))
                        .mapToObj(impact -> item(document.get(), option, impact, row.value())))
                .toList();
    }

    private MenuItem item(Document document, int option, int impact, UnitValue value) {
        var tree = document.tree().path("options").path(option);
        String title = tree.path("title").asString("") + ": "
                + tree.path("impacts").path(impact).path("title").asString("");
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            session.edit(
                    Words.of("values.used", value.title(), title),
                    List.of(document.set(
                            "/options/" + option + "/impacts/" + impact + "/value",
                            JsonText.object().put("unitValue", value.id()))));
            used.setText(Words.of("values.used", value.title(), title));
        });
        return item;
    }
}
