package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import tools.jackson.databind.JsonNode;

/** A table of a proposal, or of documents beside it, as it stands in the file after its last edit. */
final class DocumentSheet implements Sheet {

    /** The pointer of the column that names the line a row belongs to. */
    static final String LINE = "/line";

    private final Session session;
    private final Function<Snapshot, List<RowPlace>> places;
    private final Function<Outcome, List<Field>> fields;
    private final Optional<BiFunction<Document, Integer, Change>> newRow;

    /**
     * @param places of the rows, in the state after the last edit
     * @param fields of the columns
     * @param newRow the change that adds a row, given the proposal and how many there are; absent where rows are not added here
     */
    DocumentSheet(
            Session session,
            Function<Snapshot, List<RowPlace>> places,
            Function<Outcome, List<Field>> fields,
            Optional<BiFunction<Document, Integer, Change>> newRow) {
        this.session = session;
        this.places = places;
        this.fields = fields;
        this.newRow = newRow;
    }

    private List<Field> fields() {
        return session.selected().map(fields).orElse(List.of());
    }

    List<RowPlace> places() {
        return session.snapshot().map(places).orElse(List.of());
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
    public String text(int row, int column) {
        Field field = fields().get(column);
        if (field.pointer().equals(LINE)) {
            return places().get(row).line();
        }
        if (field.input() == Field.Input.WORTH && line(row).has("schedule")) {
            return Entry.text(line(row), Field.Input.AMOUNT);
        }
        String written = Entry.text(node(row, field), field.input());
        if (field.input() != Field.Input.CHOICE || written.isEmpty()) {
            return written;
        }
        return choices(row, column).stream()
                .filter(choice -> choice.value().equals(written))
                .map(Choice::title)
                .findFirst()
                .orElse(written);
    }

    private JsonNode line(int row) {
        RowPlace place = places().get(row);
        return place.document().tree().at(place.pointer());
    }

    private JsonNode node(int row, Field field) {
        return line(row).at(field.pointer());
    }

    @Override
    public List<Choice> choices(int row, int column) {
        return session.snapshot()
                .flatMap(state -> session.selected()
                        .map(outcome -> fields().get(column)
                                .choices()
                                .apply(new Choices(outcome.document().tree(), state.library()))))
                .orElse(List.of());
    }

    @Override
    public boolean isEditable(int row, int column) {
        if (!session.snapshot().map(Snapshot::isWritable).orElse(false)) {
            return false;
        }
        Field field = fields().get(column);
        JsonNode line = line(row);
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
        return place.document().kind() == DocumentKind.PROPOSAL
                ? problemAt(session, place.pointer() + fields().get(column).pointer())
                : Optional.empty();
    }

    /** What is wrong with a value of the selected proposal. */
    static Optional<String> problemAt(Session session, String pointer) {
        return session.selected().orElse(null) instanceof Outcome.Wrong wrong
                ? wrong.problems().stream()
                        .filter(problem -> isAbout(problem, pointer))
                        .map(problem -> problem.what() + "; " + problem.remedy())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isAbout(Problem problem, String cell) {
        String at = problem.place().position();
        int last = cell.lastIndexOf('/');
        String missing = "'" + cell.substring(last + 1) + "' is missing";
        return at.equals(cell)
                || at.startsWith(cell + "/")
                || (at.equals(cell.substring(0, Math.max(0, last)))
                        && problem.what().equals(missing));
    }

    @Override
    public void type(int row, int column, String text) {
        RowPlace place = places().get(row);
        Field field = fields().get(column);
        FieldChange.of(place.document(), place.pointer(), field, text, evidence())
                .ifPresent(change -> session.type(what(place, field, text), change));
    }

    @Override
    public void put(int row, int column, List<List<String>> texts) {
        List<Change> changes = new ArrayList<>();
        Map<String, Document> now = new LinkedHashMap<>();
        List<RowPlace> rows = new ArrayList<>(places());
        String what = "";
        for (int down = 0; down < texts.size(); down++) {
            if (row + down >= rows.size() && !addRow(rows, now, changes)) {
                break;
            }
            RowPlace place = rows.get(row + down);
            for (int along = 0; along < texts.get(down).size() && column + along < fields().size(); along++) {
                Field field = fields().get(column + along);
                boolean isNew = row + down >= places().size();
                if (!isNew && !isEditable(row + down, column + along)) {
                    continue;
                }
                Document document = now.getOrDefault(place.document().name(), place.document());
                String text = valueOf(texts.get(down).get(along), row, column + along, field);
                Optional<Change> change = FieldChange.of(document, place.pointer(), field, text, evidence());
                if (change.isPresent()) {
                    changes.add(change.get());
                    now.put(document.name(), document.with(change.get()));
                    what = what(place, field, text);
                }
            }
        }
        if (!changes.isEmpty()) {
            session.edit(changes.size() == 1 ? what : Words.of("edit.several", changes.size()), changes);
        }
    }

    private boolean addRow(List<RowPlace> rows, Map<String, Document> now, List<Change> changes) {
        if (newRow.isEmpty()) {
            return false;
        }
        Document present = session.selected().orElseThrow().document();
        Document document = now.getOrDefault(present.name(), present);
        Change added = newRow.get().apply(document, rows.size());
        changes.add(added);
        Document longer = document.with(added);
        now.put(document.name(), longer);
        rows.add(new RowPlace(longer, added.pointer(), ""));
        return true;
    }

    /** A pasted choice may be given by its title. */
    private String valueOf(String text, int row, int column, Field field) {
        return field.input() != Field.Input.CHOICE
                ? text
                : choices(row, column).stream()
                        .filter(choice -> choice.title().equalsIgnoreCase(text.strip()))
                        .map(Choice::value)
                        .findFirst()
                        .orElse(text);
    }

    private Set<String> evidence() {
        return session.snapshot()
                .map(state -> state.evidence().stream()
                        .map(document -> document.tree().path("id").asString(""))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static String what(RowPlace place, Field field, String text) {
        String own = place.document().tree().at(place.pointer()).path("title").asString("");
        String title = own.isBlank() ? place.line() : own;
        return Words.of("edit.what", title.isBlank() ? place.document().name() : title, field.title(), text.strip());
    }
}
