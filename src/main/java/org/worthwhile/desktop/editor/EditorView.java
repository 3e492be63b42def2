package org.worthwhile.desktop.editor;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Titles;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.PlannedEdit;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.shell.Dialogues;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.desktop.table.SheetView;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;

/** A proposal filled in, page by page. There is nothing to save: each edit is kept when it is made. */
public final class EditorView extends VBox {

    private final Session session;
    private final Dialogues dialogues;
    private final OptionBox options = new OptionBox();
    private final ReadOnlyIntegerProperty option = options.option();
    private final Map<Section, SheetView> tables = new EnumMap<>(Section.class);
    private final FormView form;
    private final StackPane page = new StackPane();
    private final Label help = new Label();
    private final FlowPane buttons = new FlowPane(8, 8);
    private final ProblemList problems = new ProblemList();
    private final ComboBox<Section> sections = new ComboBox<>();

    public EditorView(Session session, Dialogues dialogues) {
        this.session = session;
        this.dialogues = dialogues;
        this.form = new FormView(session, Fields.CASE);
        getStyleClass().add("screen");
        sections.setId("section");
        sections.getItems().setAll(Section.values());
        Titles.on(sections, Section::title);
        sections.setVisibleRowCount(Section.values().length);
        sections.setAccessibleText(Words.of("edit.section"));
        sections.valueProperty().subscribe(section -> {
            if (section != null) {
                show(section);
            }
        });
        option.subscribe(_ -> refresh());
        help.setWrapText(true);
        help.getStyleClass().add(Styles.TEXT_MUTED);
        help.setMinHeight(USE_PREF_SIZE);
        problems.getStyleClass().add("inline-problems");
        setVgrow(page, Priority.ALWAYS);
        sections.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(options, Priority.ALWAYS);
        HBox choose = new HBox(8, sections, options);
        buttons.disableProperty().bind(session.readOnly());
        getChildren().addAll(choose, help, page, buttons, problems);
        session.whenChanged(this::refresh);
        sections.setValue(Section.CASE);
    }

    /** Goes to a page by its name, such as {@code COSTS}. */
    public void goTo(String section) {
        sections.setValue(Section.valueOf(section));
    }

    private void show(Section section) {
        help.setText(section.help());
        options.setVisible(section.isOfAnOption());
        page.getChildren().setAll(section == Section.CASE ? form : table(section));
        showButtons(section);
        refresh();
        if (section != Section.CASE) {
            table(section).scrollToStart();
        }
    }

    private SheetView table(Section section) {
        return tables.computeIfAbsent(section, this::newTable);
    }

    private SheetView newTable(Section section) {
        Sheet sheet = section == Section.UNCERTAINTY
                ? new UncertaintySheet(session, option::get)
                : new DocumentSheet(session, section, option::get);
        return new SheetView("sheet-" + section.name().toLowerCase(Locale.ROOT), section.title(), sheet);
    }

    private Optional<Document> selected() {
        return session.selected().map(Outcome::document);
    }

    private void showButtons(Section section) {
        buttons.getChildren().clear();
        if (Rows.areAddedTo(section)) {
            buttons.getChildren().add(Controls.button("edit.add", "add-row", () -> add(section)));
        }
        if (section == Section.SAVINGS || section == Section.BENEFICIARIES) {
            buttons.getChildren().add(addWithin(section));
        }
        if (section == Section.COSTS || section == Section.IMPACTS) {
            buttons.getChildren().add(Controls.button("edit.giveByYear", "give-by-year", () -> giveByYear(section)));
        }
        if (Rows.areAddedTo(section)
                || section == Section.SAVINGS
                || section == Section.BENEFICIARIES
                || section == Section.SCENARIOS) {
            buttons.getChildren().add(Controls.button("edit.delete", "remove-row", () -> remove(section)));
        }
        boolean any = !buttons.getChildren().isEmpty();
        buttons.setVisible(any);
        buttons.setManaged(any);
    }

    private MenuButton addWithin(Section section) {
        MenuButton menu = new MenuButton(Words.of("edit.addFor"));
        menu.setId("add-for");
        menu.setOnShowing(_ -> menu.getItems()
                .setAll(selected()
                        .map(document -> Rows.of(Section.IMPACTS, document, option.get()).stream()
                                .map(impact -> addFor(section, document, impact.pointer()))
                                .toList())
                        .orElse(List.of())));
        menu.getItems().add(new MenuItem("…"));
        return menu;
    }

    private MenuItem addFor(Section section, Document document, String impact) {
        String title = document.tree().at(impact).path("title").asString("");
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            int row = Rows.placeOfNext(section, document, option.get(), impact);
            edit(
                    document,
                    Words.of("edit.added", section.title(), title),
                    now -> List.of(Rows.addedWithin(section, now, impact)));
            table(section).selectWhenThere(row);
        });
        return item;
    }

    private void add(Section section) {
        selected().ifPresent(document -> {
            int of = option.get();
            int row = Rows.of(section, document, of).size();
            String title = session.selected().map(Outcome::title).orElse("");
            edit(
                    document,
                    Words.of("edit.added", section.title(), title),
                    now -> List.of(Rows.added(section, now, of)));
            table(section).fillIn(row);
        });
    }

    /** Changes a document as it is when the edit's turn comes. */
    private void edit(Document document, String what, Function<Document, List<Change>> changes) {
        session.edit(file ->
                file.document(document.kind(), document.name()).map(now -> new PlannedEdit(what, changes.apply(now))));
    }

    /** The rows that are chosen, the last first, so that the places of the others stay. */
    private List<RowPlace> chosenRows(Section section) {
        List<RowPlace> rows = selected()
                .map(document -> Rows.of(section, document, option.get()))
                .orElse(List.of());
        return table(section).selectedRows().reversed().stream().map(rows::get).toList();
    }

    private void remove(Section section) {
        List<RowPlace> rows = chosenRows(section);
        if (rows.isEmpty() || !isMeant(rows)) {
            return;
        }
        int first = table(section).selectedRows().getFirst();
        edit(
                rows.getFirst().document(),
                Words.of("edit.removed", section.title(), rows.size()),
                now -> rows.stream().map(row -> now.remove(row.pointer())).toList());
        table(section).selectWhenThere(first);
    }

    /** Business as usual is what everything is measured against, and is not removed by a slip. */
    private boolean isMeant(List<RowPlace> rows) {
        return rows.stream()
                .filter(row -> row.tree().path("role").asString("").equals("business-as-usual"))
                .allMatch(row -> dialogues.confirm(
                        Words.of("edit.delete"),
                        Words.of("edit.deleteUsual", row.title()),
                        Words.of("edit.deleteOption")));
    }

    private void giveByYear(Section section) {
        List<ByYear> lines = chosenRows(section).stream()
                .flatMap(row -> (section == Section.COSTS ? ByYear.ofCost(row) : impactByYear(row)).stream())
                .toList();
        if (lines.isEmpty()) {
            session.say(Words.of("edit.notByYear"));
            return;
        }
        ReplacedInputs replaced = ReplacedInputs.by(lines, selected().orElseThrow());
        if (replaced.isNothing() || isGivenUp(replaced)) {
            session.edit(Words.of("edit.gaveByYear", lines.size()), replaced.changes());
            goTo(Section.BY_YEAR.name());
        }
    }

    private boolean isGivenUp(ReplacedInputs replaced) {
        return dialogues.confirm(
                Words.of("edit.giveByYear"),
                Words.of("edit.replaced", String.join("\n", replaced.givenUp())),
                Words.of("edit.replace"));
    }

    /** What an impact comes to is known only while its proposal can be appraised. */
    private Optional<ByYear> impactByYear(RowPlace row) {
        String id = row.document().tree().at(row.pointer()).path("id").asString("");
        return session.selected().orElse(null) instanceof Outcome.Appraised(var _, Appraisal appraisal)
                ? appraisal.options().get(option.get()).impacts().stream()
                        .filter(result -> result.line().id().equals(id))
                        .findFirst()
                        .flatMap(result -> ByYear.ofImpact(row, result))
                : Optional.empty();
    }

    private void refresh() {
        options.show(selected());
        setDisable(selected().isEmpty());
        form.refresh();
        SheetView table = sections.getValue() == null ? null : tables.get(sections.getValue());
        if (table != null) {
            table.refreshRows();
        }
        boolean wrong = session.selected().orElse(null) instanceof Outcome.Wrong;
        if (session.selected().orElse(null) instanceof Outcome.Wrong found) {
            session.snapshot()
                    .ifPresent(state -> problems.show(
                            Words.of("edit.toMend", found.problems().size()), found, state.library()));
        }
        problems.setVisible(wrong);
        problems.setManaged(wrong);
    }
}
