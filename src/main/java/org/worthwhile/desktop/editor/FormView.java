package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Titles;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;

/** Fields under one another, each kept as it is typed. */
final class FormView extends ScrollPane {

    private static final int LINES_OF_LONG_TEXT = 4;

    private final Session session;
    private final CellProblems problems;
    private final List<Control> controls = new ArrayList<>();
    private boolean showing;

    /** The proposal that was typed into last, which may not be saved yet. */
    private @Nullable String typedInto;

    /** A field on the screen. */
    private record Control(Field field, Node node, Label problem) {}

    FormView(Session session, List<Field> fields) {
        this.session = session;
        this.problems = new CellProblems(session);
        VBox content = new VBox();
        content.getStyleClass().add("form");
        for (Field field : fields) {
            Label label = new Label(field.title());
            Label problem = new Label();
            problem.getStyleClass().add("wrong");
            problem.setWrapText(true);
            problem.setMinHeight(USE_PREF_SIZE);
            Node node = control(field);
            node.setId("field" + field.pointer().replace('/', '-'));
            label.setLabelFor(node);
            if (!field.help().isEmpty()) {
                label.setTooltip(new Tooltip(field.help()));
            }
            controls.add(new Control(field, node, problem));
            label.setMinWidth(USE_PREF_SIZE);
            // Beside the title, so that no field moves under the pointer when a problem comes or goes.
            HBox heading = new HBox(12, label, problem);
            heading.setAlignment(Pos.BASELINE_LEFT);
            VBox box = new VBox(2, heading, node);
            box.setMaxWidth(760);
            content.getChildren().add(box);
        }
        setFitToWidth(true);
        setContent(content);
    }

    private Node control(Field field) {
        return switch (field.input()) {
            case CHOICE -> choice(field);
            case LONG_TEXT -> {
                TextArea area = new TextArea();
                area.setWrapText(true);
                area.setPrefRowCount(LINES_OF_LONG_TEXT);
                area.addEventFilter(KeyEvent.KEY_PRESSED, event -> typedTab(area, event));
                yield listening(field, area);
            }
            default -> {
                TextField text = new TextField();
                text.setMaxWidth(field.width());
                yield listening(field, text);
            }
        };
    }

    /** What is typed while the focus is in a field is one entry. */
    private Node listening(Field field, TextInputControl control) {
        AtomicReference<@Nullable Draft> entry = new AtomicReference<>();
        control.textProperty().addListener((_, _, text) -> {
            if (!showing) {
                typedInto = session.selectedProperty().get();
                entry.updateAndGet(under -> under == null ? draft(field) : under)
                        .type(text);
            }
        });
        control.focusedProperty().subscribe(isFocused -> {
            Draft ended = isFocused ? null : entry.getAndSet(null);
            if (ended != null) {
                ended.finish();
            }
        });
        return control;
    }

    private Draft draft(Field field) {
        Optional<Document> shown = document();
        String title = title();
        return session.draft((file, text) -> shown.flatMap(document -> file.document(document.kind(), document.name()))
                .flatMap(now -> FieldChange.of(now, "", field, text, KnownNames.NONE))
                .map(change -> new Draft.Typed(what(title, field, text), change)));
    }

    private String title() {
        return session.selected().map(Outcome::title).orElse("");
    }

    /** In a form a tab goes to the next field; with Control it is typed. */
    private static void typedTab(TextArea area, KeyEvent event) {
        if (event.getCode() != KeyCode.TAB) {
            return;
        }
        event.consume();
        if (event.isControlDown()) {
            area.replaceSelection("\t");
        } else {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private Node choice(Field field) {
        ComboBox<Sheet.Choice> choices = new ComboBox<>();
        choices.setMaxWidth(Double.MAX_VALUE);
        Titles.on(choices, Sheet.Choice::title);
        choices.valueProperty().addListener((_, _, choice) -> {
            if (!showing && choice != null) {
                change(field, choice.value())
                        .ifPresent(change -> session.edit(what(title(), field, choice.title()), List.of(change)));
            }
        });
        return choices;
    }

    private Optional<Change> change(Field field, String text) {
        return document().flatMap(document -> FieldChange.of(document, "", field, text, KnownNames.NONE));
    }

    private Optional<Document> document() {
        return session.selected().map(outcome -> outcome.document());
    }

    private static String what(String title, Field field, String text) {
        String shown = text.length() > 60 ? text.substring(0, 57) + "…" : text;
        return Words.of("edit.what", title, field.title(), shown.strip());
    }

    /** Shows the proposal as it now is; a field that is being typed into stays as it is. */
    void refresh() {
        showing = true;
        boolean writable = session.snapshot().map(Snapshot::isWritable).orElse(false);
        document().ifPresent(document -> controls.forEach(control -> show(control, document, writable)));
        showing = false;
    }

    private void show(Control control, Document document, boolean writable) {
        Field field = control.field();
        String text = Entry.text(document.tree().at(field.pointer()), field.input());
        control.node().setDisable(!writable);
        switch (control.node()) {
            case TextInputControl input -> {
                boolean isBeingSaved =
                        session.busyProperty().get() && document.name().equals(typedInto);
                if (!input.isFocused() && !isBeingSaved && !input.getText().equals(text)) {
                    input.setText(text);
                }
            }
            case ComboBox<?> choices -> showChoice(choices, field, document, text);
            default -> throw new IllegalStateException("No such control: " + control.node());
        }
        control.problem().setText(problems.at(field.pointer()).orElse(""));
    }

    @SuppressWarnings("unchecked") // made in choice(Field)
    private void showChoice(ComboBox<?> untyped, Field field, Document document, String text) {
        ComboBox<Sheet.Choice> choices = (ComboBox<Sheet.Choice>) untyped;
        session.snapshot().ifPresent(state -> {
            List<Sheet.Choice> all = field.choices().apply(new Choices(document.tree(), state.library()));
            if (!choices.getItems().equals(all)) {
                choices.getItems().setAll(all);
            }
            choices.setValue(all.stream()
                    .filter(choice -> choice.value().equals(text))
                    .findFirst()
                    .orElse(null));
        });
    }
}
