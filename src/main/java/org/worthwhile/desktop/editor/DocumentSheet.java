package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.table.CellPlace;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.workspace.DocumentKind;
import tools.jackson.databind.JsonNode;

/** A table of a proposal, or of documents beside it, as it stands in the file after its last edit. */
final class DocumentSheet implements Sheet {

    /** The pointer of the column that names the line a row belongs to. */
    static final String LINE = "/line";

    private final Session session;
    private final Section section;
    private final IntSupplier option;
    private final CellProblems problems;
    private @Nullable Shown shown;

    /** @param option the place of the option whose lines are shown */
    DocumentSheet(Session session, Section section, IntSupplier option) {
        this.session = session;
        this.section = section;
        this.option = option;
        this.problems = new CellProblems(session);
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
        return shown().map(now -> now.fields()
                        .get(column)
                        .text(now.rows().get(row), now.page().choices()))
                .orElse("");
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
        if (isShared(line, field)) {
            return false;
        }
        return switch (field.input()) {
            case FIXED -> false;
            case AMOUNT -> !line.path("amount").has("schedule");
            default ->
                line.has("schedule")
                        ? !isOfChain(field.pointer())
                        : !isOfSchedule(line, field.pointer()) && isOfItsIntake(line, field.pointer());
        };
    }

    /** Whether a number is that of a parameter, which is not to be typed over by chance. */
    private static boolean isShared(JsonNode line, Field field) {
        JsonNode value = line.at(field.pointer());
        return switch (field.input()) {
            case AMOUNT -> Entry.isShared(value.path("annual"));
            case WORTH -> Entry.isShared(value.path("amount"));
            default -> Entry.isShared(value) || value.valueStream().anyMatch(Entry::isShared);
        };
    }

    /** Whether a field belongs to the chain from people to money, which an impact given by year does without. */
    private static boolean isOfChain(String pointer) {
        return pointer.startsWith("/quantity") || pointer.startsWith("/profile") || pointer.equals("/value");
    }

    /** Whether a field is one by which this impact says whom it reaches: once, so many a year, or by year on a page of its own. */
    private static boolean isOfItsIntake(JsonNode line, String pointer) {
        JsonNode intake = line.at("/quantity/intake");
        return switch (pointer) {
            case "/quantity/population" ->
                intake.isMissingNode() && !line.at("/quantity").has("users");
            case "/quantity/users/before", "/quantity/users/after" -> intake.isMissingNode();
            case "/quantity/effect" -> !line.at("/quantity").has("costPerTrip");
            case "/profile/start" -> intake.isMissingNode();
            case "/quantity/intake/annual", "/quantity/intake/from", "/quantity/intake/to" -> intake.has("annual");
            default -> true;
        };
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
                ? problems.at(place.pointer(), field, fields())
                        .map(what -> Words.of("sheet.problem", field.title(), what))
                : Optional.empty();
    }

    @Override
    public Optional<Draft> draft(int row, int column) {
        return shown().filter(_ -> isEditable(row, column))
                .map(now -> session.draft(new RowEntry(now.page(), row, column)::with));
    }

    @Override
    public void put(int row, int column, List<List<String>> texts) {
        put(CellTexts.block(row, column, texts));
    }

    @Override
    public void empty(List<CellPlace> cells) {
        put(CellTexts.empty(cells));
    }

    private void put(CellTexts texts) {
        shown().map(Shown::page)
                .ifPresent(page -> session.edit(file -> page.in(file).flatMap(texts::into)));
    }

    @Override
    public void say(String what) {
        session.say(what);
    }
}
