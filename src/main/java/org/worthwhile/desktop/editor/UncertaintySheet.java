package org.worthwhile.desktop.editor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.editor.Field.Input;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.PlannedEdit;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How unsure each number of an option is: its distribution and that distribution's parameters. */
final class UncertaintySheet implements Sheet {

    private static final String NONE = "";

    static final List<Field> FIELDS = List.of(
            Field.of("edit.line", "/line", Input.FIXED, 180),
            Field.of("edit.input", "/input", Input.FIXED, 120),
            Field.of("edit.value", "/value", Input.FIXED, 90),
            Field.choice("edit.distribution", "/distribution", 190, _ -> Distributions.CHOICES),
            Field.of("edit.relative", "/relative", Input.FLAG, 90),
            Field.of("edit.first", "", Input.NUMBERS, 76),
            Field.of("edit.second", "", Input.NUMBERS, 76),
            Field.of("edit.third", "", Input.NUMBERS, 76),
            Field.of("edit.fourth", "", Input.NUMBERS, 76));

    private static final int DISTRIBUTION = 3;
    private static final int RELATIVE = 4;
    private static final int FIRST = 5;

    private final Session session;
    private final IntSupplier option;
    private @Nullable Known known;

    UncertaintySheet(Session session, IntSupplier option) {
        this.session = session;
        this.option = option;
    }

    /**
     * A number.
     *
     * @param figure its pointer
     * @param holder the pointer of what holds the uncertainty: the figure, or the cost line for its amount
     */
    private record Number(Document document, String line, String name, String figure, String holder) {

        static Number of(Document document, String line, UnsureFigure figure) {
            return new Number(
                    document,
                    document.tree().at(line).path("title").asString(""),
                    figure.title(),
                    line + figure.pointer(),
                    line + figure.holder());
        }

        /** The same number in another state of its document. */
        Number in(Document now) {
            return new Number(now, line, name, figure, holder);
        }

        /** The number; of a cost that is given by year, the sum. */
        String valueText() {
            String amount = figure.substring(0, figure.lastIndexOf('/'));
            return document.tree().at(amount).has("schedule") && figure.endsWith("/annual")
                    ? Entry.text(document.tree().at(amount), Input.AMOUNT)
                    : Entry.text(value(), Input.NUMBER);
        }

        /** What is given by year can only be multiplied as a whole. */
        Distributions.Centre centre() {
            return value().isNumber()
                    ? new Distributions.Centre(
                            BigDecimal.valueOf(value().asDouble()), false, UnsureFigure.isShare(figure))
                    : Distributions.Centre.FACTORS;
        }

        boolean hasStandardError() {
            return document.tree().at(figure).has("standardError");
        }

        JsonNode uncertainty() {
            return document.tree().at(holder).path("uncertainty");
        }

        JsonNode value() {
            return Entry.figure(document.tree().at(figure));
        }
    }

    /** The numbers of an option of a document, kept since a table asks for them cell by cell. */
    private record Known(Document document, int option, List<Number> numbers) {

        @SuppressWarnings("ReferenceEquality") // to compare the trees would take as long as to look through them
        boolean isOf(Document other, int otherOption) {
            return document == other && option == otherOption;
        }
    }

    private List<Number> numbers() {
        return session.selected()
                .map(outcome -> {
                    if (known == null || !known.isOf(outcome.document(), option.getAsInt())) {
                        known = new Known(
                                outcome.document(), option.getAsInt(), numbers(outcome.document(), option.getAsInt()));
                    }
                    return known.numbers();
                })
                .orElse(List.of());
    }

    private static List<Number> numbers(Document document, int option) {
        List<Number> numbers = new ArrayList<>();
        String at = "/options/" + option;
        for (int i = 0; i < document.tree().at(at + "/costs").size(); i++) {
            String line = at + "/costs/" + i;
            UnsureFigure.ofCost(document.tree().at(line))
                    .forEach(figure -> numbers.add(Number.of(document, line, figure)));
        }
        for (int i = 0; i < document.tree().at(at + "/impacts").size(); i++) {
            String line = at + "/impacts/" + i;
            UnsureFigure.ofImpact(document.tree().at(line)).stream()
                    .map(figure -> Number.of(document, line, figure))
                    .filter(number -> number.value().isNumber() && !number.hasStandardError())
                    .forEach(numbers::add);
        }
        return numbers;
    }

    @Override
    public List<Column> columns() {
        return FIELDS.stream().map(Field::column).toList();
    }

    @Override
    public int rows() {
        return numbers().size();
    }

    @Override
    public String text(int row, int column) {
        Number number = numbers().get(row);
        JsonNode uncertainty = number.uncertainty();
        String kind = uncertainty.path("distribution").asString("none");
        return switch (column) {
            case 0 -> number.line();
            case 1 -> number.name();
            case 2 -> number.valueText();
            case DISTRIBUTION -> Distributions.title(kind);
            case RELATIVE -> kind.equals("event") ? NONE : Entry.text(uncertainty.path("relative"), Input.FLAG);
            default ->
                Distributions.parameter(kind, column - FIRST)
                        .map(name -> Entry.text(uncertainty.path(name), Distributions.input(name)))
                        .orElse(NONE);
        };
    }

    @Override
    public Optional<String> problem(int row, int column) {
        Number number = numbers().get(row);
        return column < DISTRIBUTION
                ? Optional.empty()
                : DocumentSheet.problemAt(session, number.holder() + "/uncertainty");
    }

    @Override
    public boolean isEditable(int row, int column) {
        return session.snapshot().map(Snapshot::isWritable).orElse(false)
                && isEditable(numbers().get(row), column);
    }

    private static boolean isEditable(Number number, int column) {
        String kind = number.uncertainty().path("distribution").asString("none");
        return switch (column) {
            case 0, 1, 2 -> false;
            case DISTRIBUTION -> true;
            case RELATIVE -> !kind.equals("none") && !kind.equals("event");
            default -> Distributions.parameter(kind, column - FIRST).isPresent();
        };
    }

    @Override
    public List<Choice> choices(int row, int column) {
        return Distributions.CHOICES;
    }

    @Override
    public Optional<Draft> draft(int row, int column) {
        if (!isEditable(row, column)) {
            return Optional.empty();
        }
        Number number = numbers().get(row);
        return Optional.of(session.draft((file, text) -> file.document(
                        number.document().kind(), number.document().name())
                .flatMap(now -> change(number.in(now), column, text))
                .map(change -> new Draft.Typed(what(number, column, text), change))));
    }

    @Override
    public String written(int row, int column, String entry) {
        String kind = numbers().get(row).uncertainty().path("distribution").asString("none");
        return column == DISTRIBUTION
                ? Distributions.title(Distributions.named(entry))
                : column == RELATIVE
                        ? Entry.written(entry, Input.FLAG, "")
                        : Distributions.parameter(kind, column - FIRST)
                                .map(name -> Entry.written(entry, Distributions.input(name), ""))
                                .orElse(NONE);
    }

    @Override
    public boolean addsRows() {
        return false;
    }

    @Override
    public boolean isUpToDate() {
        return !session.busyProperty().get();
    }

    @Override
    public void put(int row, int column, List<List<String>> texts) {
        int of = option.getAsInt();
        session.selected()
                .map(Outcome::document)
                .ifPresent(shown -> session.edit(file ->
                        file.document(shown.kind(), shown.name()).flatMap(now -> block(now, of, row, column, texts))));
    }

    private static Optional<PlannedEdit> block(
            Document present, int option, int row, int column, List<List<String>> texts) {
        Document document = present;
        List<Change> changes = new ArrayList<>();
        String what = "";
        int rows = numbers(present, option).size();
        for (int down = 0; down < texts.size() && row + down < rows; down++) {
            for (int along = 0; along < texts.get(down).size() && column + along < FIELDS.size(); along++) {
                Number number = numbers(document, option).get(row + down);
                String text = texts.get(down).get(along);
                Optional<Change> change =
                        isEditable(number, column + along) ? change(number, column + along, text) : Optional.empty();
                if (change.isPresent()) {
                    changes.add(change.get());
                    document = document.with(change.get());
                    what = what(number, column + along, text);
                }
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedEdit(
                        changes.size() == 1 ? what : Words.of("edit.several", changes.size()), changes));
    }

    private static String what(Number number, int column, String text) {
        return Words.of(
                "edit.what",
                number.line(),
                number.name() + ", " + FIELDS.get(column).title(),
                text.strip());
    }

    private static Optional<Change> change(Number number, int column, String text) {
        if (column == DISTRIBUTION) {
            String kind = Distributions.named(text);
            return Optional.of(kind.equals("none") || kind.isBlank() ? certain(number) : unsure(number, kind));
        }
        String kind = number.uncertainty().path("distribution").asString("none");
        String at = number.holder() + "/uncertainty/";
        if (column == RELATIVE) {
            Optional<JsonNode> flag = Entry.value(text, Input.FLAG, "");
            return Optional.of(number.document().set(at + "relative", flag.orElse(JsonText.flag(false))));
        }
        return Distributions.parameter(kind, column - FIRST)
                .flatMap(name -> Entry.value(text, Distributions.input(name), "")
                        .map(value -> number.document().set(at + name, value)));
    }

    private static Change certain(Number number) {
        return number.holder().equals(number.figure())
                ? number.document().set(number.figure(), number.value())
                : number.document().remove(number.holder() + "/uncertainty");
    }

    private static Change unsure(Number number, String kind) {
        ObjectNode uncertainty = Distributions.begun(kind, number.centre());
        if (!number.holder().equals(number.figure())) {
            return number.document().set(number.holder() + "/uncertainty", uncertainty);
        }
        ObjectNode figure = JsonText.object();
        figure.set("value", number.value());
        figure.set("uncertainty", uncertainty);
        return number.document().set(number.figure(), figure);
    }
}
