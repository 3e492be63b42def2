package org.worthwhile.desktop.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.audit.AuditText.Assumption;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.shell.Actions;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.HistoryEntry;
import org.worthwhile.workspace.StoredDataset;
import org.worthwhile.workspace.Version;

/** What results rest on, who did what, named versions, and the data by their fingerprints. */
public final class AuditView extends VBox {

    private static final int MOST_ENTRIES = 5_000;

    private final Session session;
    private final TableView<Assumption> assumptions = Columns.table("assumptions", "audit.assumptions");
    private final TableView<HistoryEntry> trail = Columns.table("trail", "audit.trail");
    private final WrappedLines changes = new WrappedLines("changes", "audit.chooseEntry");
    private final ListView<Version> versions = new ListView<>();
    private final WrappedLines differences = new WrappedLines("differences", "audit.chooseVersion");
    private final TableView<StoredDataset> datasets = Columns.table("datasets", "audit.datasets");

    /** What the file tells. */
    private record Told(List<HistoryEntry> trail, List<Version> versions, List<StoredDataset> datasets) {}

    public AuditView(Session session, Actions actions) {
        this.session = session;
        getStyleClass().add("screen");
        Label heading = Controls.heading("screen.audit");
        TabPane tabs = new TabPane(
                new Tab(Words.of("audit.assumptions"), assumptionsPage()),
                new Tab(Words.of("audit.trail"), trailPage()),
                new Tab(Words.of("audit.versions"), versionsPage(actions)),
                new Tab(Words.of("audit.datasets"), datasetsPage()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("audit-tabs");
        setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(heading, tabs);
        session.snapshotProperty().subscribe(_ -> refresh());
        session.selectedProperty().subscribe(_ -> showAssumptions());
    }

    private VBox assumptionsPage() {
        assumptions
                .getColumns()
                .setAll(List.of(
                        Columns.text("audit.what", 260, Assumption::what),
                        Columns.text("audit.value", 220, Assumption::value),
                        Columns.text("audit.source", 380, Assumption::source),
                        Columns.text("values.checked", 120, Assumption::verified)));
        assumptions.setPlaceholder(new Label(Words.of("results.nothing")));
        return page(assumptions);
    }

    private VBox trailPage() {
        trail.getColumns()
                .setAll(List.of(
                        Columns.text(
                                "audit.when",
                                150,
                                entry -> AuditText.time(entry.entry().at())),
                        Columns.text("audit.who", 110, entry -> entry.entry().who()),
                        Columns.text("audit.action", 100, entry -> AuditText.action(entry.entry())),
                        Columns.text("audit.document", 200, entry -> AuditText.documents(entry, this::title)),
                        Columns.text("audit.what", 320, HistoryEntry::what),
                        Columns.text("audit.before", 130, AuditText::before),
                        Columns.text("audit.after", 130, AuditText::after)));
        trail.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            if (entry == null || entry.entry().edit().isEmpty()) {
                changes.show(List.of());
            } else {
                long edit = entry.entry().edit().getAsLong();
                session.look(workspace -> workspace.changes(edit), this::showChanges);
            }
        });
        changes.setPrefHeight(150);
        changes.setMinHeight(80);
        return page(trail, changes);
    }

    /** The title of a document that is in the file, and the name of one that is not. */
    private String title(String name) {
        return session.snapshot()
                .flatMap(state -> Stream.of(
                                state.outcomes().stream().map(Outcome::document),
                                state.studies().stream(),
                                state.evidence().stream())
                        .flatMap(documents -> documents)
                        .filter(document -> document.name().equals(name))
                        .findFirst())
                .map(document -> document.tree().path("title").asString(name))
                .orElse(name);
    }

    private void showChanges(List<Change> made) {
        changes.show(made.stream().map(AuditText::change).toList());
    }

    private VBox versionsPage(Actions actions) {
        versions.setId("versions");
        versions.setAccessibleText(Words.of("audit.versions"));
        versions.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        versions.setPlaceholder(new Label(Words.of("audit.noVersions")));
        versions.setCellFactory(_ -> new VersionCell());
        versions.getSelectionModel().getSelectedItems().subscribe(this::compare);
        Button save = Controls.editButton("command.version", "save-version", session.readOnly(), actions::saveVersion);
        Button restore = Controls.button("audit.restore", "restore-version", () -> {
            Version version = versions.getSelectionModel().getSelectedItem();
            if (version != null) {
                session.restore(version);
            }
        });
        restore.disableProperty()
                .bind(versions.getSelectionModel()
                        .selectedItemProperty()
                        .isNull()
                        .or(session.readOnly()));

        versions.setPrefHeight(180);
        versions.setMinHeight(90);
        return page(
                new Label(Words.of("audit.versions.help")), versions, new FlowPane(8, 8, save, restore), differences);
    }

    /** One version is compared with now, two with one another. */
    private void compare() {
        List<Version> chosen = List.copyOf(versions.getSelectionModel().getSelectedItems());
        switch (chosen.size()) {
            case 1 ->
                session.look(
                        workspace -> workspace.versions().changesSince(chosen.getFirst()),
                        found -> show(chosen.getFirst().name(), Words.of("audit.now"), found));
            case 2 ->
                session.look(
                        workspace -> workspace.versions().changesBetween(chosen.get(1), chosen.get(0)),
                        found -> show(chosen.get(1).name(), chosen.get(0).name(), found));
            default -> differences.show(List.of());
        }
    }

    private void show(String from, String to, List<Change> found) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.of("audit.differences", from, to, found.size()));
        found.forEach(change -> lines.add(AuditText.change(change)));
        differences.show(lines);
    }

    private VBox datasetsPage() {
        datasets.getColumns()
                .setAll(List.of(
                        Columns.text("audit.name", 220, StoredDataset::name),
                        Columns.text("audit.sha256", 480, StoredDataset::sha256),
                        Columns.figure("audit.bytes", 100, dataset -> Long.toString(dataset.bytes())),
                        Columns.text(
                                "audit.kept",
                                120,
                                dataset -> Words.of(dataset.kept() ? "attribution.yes" : "attribution.no"))));
        datasets.setPlaceholder(new Label(Words.of("audit.noDatasets")));
        return page(datasets);
    }

    private VBox page(Node... nodes) {
        VBox page = new VBox(8, nodes);
        page.getStyleClass().add("tab-content");
        for (Node node : nodes) {
            boolean isLong = node instanceof TableView || node == differences;
            setVgrow(node, isLong ? Priority.ALWAYS : Priority.NEVER);
        }
        return page;
    }

    private void refresh() {
        showAssumptions();
        if (session.snapshot().isPresent()) {
            session.look(
                    workspace -> new Told(
                            workspace.history(MOST_ENTRIES),
                            workspace.versions().all(),
                            workspace.datasets().all()),
                    this::show);
        }
    }

    private void show(Told told) {
        trail.getItems().setAll(told.trail());
        if (!versions.getItems().equals(told.versions())) {
            versions.getItems().setAll(told.versions());
        }
        datasets.getItems().setAll(told.datasets());
    }

    private void showAssumptions() {
        assumptions
                .getItems()
                .setAll(
                        session.selected().orElse(null) instanceof Outcome.Appraised appraised
                                ? AuditText.assumptions(appraised.appraisal())
                                : List.of());
    }

    private static final class VersionCell extends ListCell<Version> {
        @Override
        protected void updateItem(@Nullable Version version, boolean empty) {
            super.updateItem(version, empty);
            setText(
                    version == null || empty
                            ? null
                            : Words.of("audit.version", version.name(), AuditText.time(version.at()), version.who()));
        }
    }
}
