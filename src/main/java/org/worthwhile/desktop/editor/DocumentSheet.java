package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.PlannedEdit;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.DocumentKind;
import tools.jackson.databind.JsonNode;

/** A table of a proposal, or of documents beside it, as it stands in the file after its last edit. */
final class DocumentSheet implements Sheet {

    /** The pointer of the column that names the line a row belongs to. */
    static final String LINE = "/line";

    private final Session session;
    private final Section section;
    private final IntSupplier option;
    private @Nullable Shown shown;

    /** @param option the place of the option whose lines are shown */
    DocumentSheet(Session session, Section section, IntSupplier option) {
        this.session = session;
        this.section = section;
        this.option = option;
    }

    /** What is shown of a state of the file, kept since a table asks for it cell by cell. */
    private record Shown(Snapshot state, Page page, List<Field> fields, List<RowPlace> rows) {

        @SuppressWarnings("ReferenceEquality") // to compare the documents would take as long as to look through them
        boolean isOf(Snapshot now, String proposal, int option) {
            return state == now
                    && page.option() == option
                    && page.proposal().name().equals(proposal);
        }
    }

    private Optional<Shown> shown() {
        Snapshot state = session.snapshot().orElse(null);
        Outcome selected = session.selected().orElse(null);
        if (state == null || selected == null) {
            return Optional.empty();
        }
        Shown known = shown;
        if (known == null || !known.isOf(state, selected.name(), option.getAsInt())) {
            Page page = new Page(section, option.getAsInt(), selected.document(), state.evidence(), state.library());
            known = new Shown(state, page, page.fields(), page.rows());
            shown = known;
        }
        return Optional.of(known);
    }

    private List<Field> fields() {
        return shown().map(Shown::fields).orElse(List.of());
    }

    List<RowPlace> places() {
        return shown().map(Shown::rows).orElse(List.of());
    }

    @Override
    public List<Column> columns() {
        return fields().stream().map(Field::column).toList();
    }

    @Override
    public int rows() {
        return places().size();
    }

    @Override
    public boolean addsRows() {
        return Rows.areAddedTo(section) && isWritable() && shown().isPresent();
    }

    private boolean isWritable() {
        return session.snapshot().map(Snapshot::isWritable).orElse(false);
    }

    @Override
    public boolean isUpToDate() {
        return !session.busyProperty().get();
    }

    @Override
    public String text(int row, int column) {
        Field field = fields().get(column);
        RowPlace place = places().get(row);
        if (field.pointer().equals(LINE)) {
            return place.line();
        }
        JsonNode line = place.tree();
        if (field.input() == Field.Input.WORTH && line.has("schedule")) {
            return Entry.text(line, Field.Input.AMOUNT);
        }
        String written = Entry.text(line.at(field.pointer()), field.input());
        if (field.input() != Field.Input.CHOICE || written.isEmpty()) {
            return written;
        }
        return choices(row, column).stream()
                .filter(choice -> choice.value().equals(written))
                .map(Choice::title)
                .findFirst()
                .orElse(written);
    }

    @Override
    public List<Choice> choices(int row, int column) {
        return shown().map(now ->
                        now.fields().get(column).choices().apply(now.page().choices()))
                .orElse(List.of());
    }

    @Override
    public String written(int row, int column, String entry) {
        return shown().map(now ->
                        now.fields().get(column).written(entry, now.page().choices()))
                .orElse(entry);
    }

    @Override
    public boolean isEditable(int row, int column) {
        return isWritable()
                && (row >= rows() ? addsRows() : isEditable(places().get(row).tree(), fields().get(column)));
    }

    static boolean isEditable(JsonNode line, Field field) {
        return switch (field.input()) {
            case FIXED -> false;
            case AMOUNT -> !line.path("amount").has("schedule");
            default -> line.has("schedule") ? !isOfChain(field.pointer()) : !isOfSchedule(line, field.pointer());
        };
    }

    /** Whether a field belongs to the chain from people to money, which an impact given by year does without. */
    private static boolean isOfChain(String pointer) {
        return pointer.startsWith("/quantity") || pointer.startsWith("/profile") || pointer.equals("/value");
    }

    /** Whether a field belongs to an impact given by year, which one with a chain does without. */
    private static boolean isOfSchedule(JsonNode line, String pointer) {
        return line.has("quantity") && pointer.startsWith("/basis");
    }

    @Override
    public Optional<String> problem(int row, int column) {
        RowPlace place = places().get(row);
        Field field = fields().get(column);
        return place.document().kind() == DocumentKind.PROPOSAL
                ? problemAt(session, place.pointer() + field.pointer())
                        .map(what -> Words.of("sheet.problem", field.title(), what))
                : Optional.empty();
    }

    /** What is wrong with a value of the selected proposal. */
    static Optional<String> problemAt(Session session, String pointer) {
        return session.selected().orElse(null) instanceof Outcome.Wrong wrong
                ? wrong.problems().stream()
                        .filter(problem -> isAbout(ProblemText.pointer(problem), pointer))
                        .map(problem -> ProblemText.what(wrong.document().tree(), problem))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isAbout(String problem, String cell) {
        return problem.equals(cell) || problem.startsWith(cell + "/");
    }

    @Override
    public Optional<Draft> draft(int row, int column) {
        return shown().filter(_ -> isEditable(row, column))
                .map(now -> session.draft(new RowEntry(now.page(), row, column)::with));
    }

    @Override
    public void put(int row, int column, List<List<String>> texts) {
        shown().map(Shown::page)
                .ifPresent(page -> session.edit(file -> page.in(file).flatMap(now -> block(now, row, column, texts))));
    }

    private static Optional<PlannedEdit> block(Page present, int row, int column, List<List<String>> texts) {
        List<Change> changes = new ArrayList<>();
        Page now = present;
        String what = "";
        for (int down = 0; down < texts.size(); down++) {
            if (row + down >= now.rows().size()) {
                if (!Rows.areAddedTo(now.section())) {
                    break;
                }
                changes.add(now.added());
                now = now.with(changes.getLast());
            }
            for (int along = 0;
                    along < texts.get(down).size()
                            && column + along < now.fields().size();
                    along++) {
                Field field = now.fields().get(column + along);
                RowPlace place = now.rows().get(row + down);
                Optional<Change> change = isEditable(place.tree(), field)
                        ? RowEntry.cell(now, place, field, texts.get(down).get(along))
                        : Optional.empty();
                if (change.isPresent()) {
                    changes.add(change.get());
                    now = now.with(change.get());
                    what = RowEntry.what(place.title(), field, texts.get(down).get(along));
                }
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedEdit(
                        changes.size() == 1 ? what : Words.of("edit.several", changes.size()), changes));
    }
}
