package org.worthwhile.desktop.portfolio;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Waterfall;
import org.worthwhile.desktop.portfolio.PortfolioRows.Row;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.workspace.Change;

/** Every proposal of the file with what its preferred option is worth. */
public final class PortfolioView extends VBox {

    private final Session session;
    private final TableView<Row> table = Columns.table("proposals", "screen.portfolio");
    private final Label total = new Label();
    private final Waterfall values = new Waterfall();
    private final VBox chart = new VBox(4, Controls.subheading("portfolio.values"), values);
    private boolean showing;

    /** What the screen asks of the window around it. */
    public interface Actions {
        void showResults();

        void editProposal();

        void newProposal();

        void importFiles();
    }

    public PortfolioView(Session session, Actions actions) {
        this.session = session;
        getStyleClass().add("screen");
        Label heading = Controls.heading("screen.portfolio");
        total.getStyleClass().add(Styles.TEXT_MUTED);
        table.getColumns()
                .setAll(List.of(
                        Columns.text("portfolio.title", 210, Row::title),
                        Columns.text("portfolio.option", 190, Row::option),
                        Columns.figure("options.npsv", 118, Row::npsv),
                        Columns.figure("options.bcr", 60, Row::bcr),
                        Columns.figure("options.publicCost", 118, Row::publicCost),
                        Columns.text("options.valueForMoney", 130, Row::valueForMoney),
                        Columns.text("portfolio.state", 100, Row::state)));
        table.setPlaceholder(empty(actions));
        table.setRowFactory(_ -> {
            TableRow<Row> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    actions.showResults();
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                actions.showResults();
            } else if (event.getCode() == KeyCode.DELETE) {
                remove();
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !showing) {
                session.selectedProperty().set(row.name());
            }
        });
        session.whenChanged(this::show);
        setVgrow(table, Priority.ALWAYS);

        getChildren().addAll(heading, buttons(actions), table, total, chart);
    }

    private FlowPane buttons(Actions actions) {
        Button results = Controls.mainButton("portfolio.results", "results", actions::showResults);
        Button edit = Controls.button("portfolio.edit", "edit", actions::editProposal);
        Button remove = Controls.button("portfolio.remove", "remove", this::remove);
        for (Button button : List.of(results, edit)) {
            button.disableProperty().bind(session.selectedProperty().isNull());
        }
        remove.disableProperty().bind(session.selectedProperty().isNull().or(session.readOnly()));
        FlowPane buttons = new FlowPane(
                8,
                8,
                results,
                edit,
                Controls.editButton("command.newProposal", "new-proposal", session.readOnly(), actions::newProposal),
                Controls.editButton("command.import", "import", session.readOnly(), actions::importFiles),
                remove);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private VBox empty(Actions actions) {
        Label words = new Label();
        words.textProperty()
                .bind(session.snapshotProperty()
                        .map(_ -> Words.of("portfolio.empty"))
                        .orElse(Words.of("portfolio.noFile")));
        words.setWrapText(true);
        VBox box = new VBox(
                words,
                Controls.editButton("command.newProposal", "first-proposal", session.readOnly(), actions::newProposal),
                Controls.editButton("command.import", "first-import", session.readOnly(), actions::importFiles));
        box.getStyleClass().add("empty");
        return box;
    }

    private void remove() {
        session.selected()
                .filter(_ -> !session.readOnly().get())
                .ifPresent(outcome -> session.edit(
                        Words.of("portfolio.removed", outcome.title()), List.of(Change.removed(outcome.document()))));
    }

    private void show() {
        session.snapshot().ifPresent(snapshot -> {
            PortfolioRows rows = PortfolioRows.of(snapshot);
            showing = true;
            table.getItems().setAll(rows.rows());
            rows.rows().stream()
                    .filter(row -> row.name().equals(session.selectedProperty().get()))
                    .findFirst()
                    .ifPresent(row -> table.getSelectionModel().select(row));
            showing = false;
            total.setText(rows.total());
            values.show(
                    rows.values(),
                    Words.of("portfolio.valuesText", rows.values().size()));
            boolean comparable = rows.values().size() > 1;
            chart.setVisible(comparable);
            chart.setManaged(comparable);
        });
    }
}
