package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.editor.Field.Input;
import org.worthwhile.desktop.session.Outcome;
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

    static final List<Sheet.Choice> DISTRIBUTIONS =
            Choices.words("distribution", "none", "triangular", "pert", "uniform", "normal", "log-normal", "event");

    static final List<Field> FIELDS = List.of(
            Field.of("edit.line", "/line", Input.FIXED, 220),
            Field.of("edit.input", "/input", Input.FIXED, 150),
            Field.of("edit.value", "/value", Input.FIXED, 100),
            Field.choice("edit.distribution", "/distribution", 150, _ -> DISTRIBUTIONS),
            Field.of("edit.first", "", Input.NUMBER, 120),
            Field.of("edit.second", "", Input.NUMBER, 120),
            Field.of("edit.third", "", Input.NUMBER, 120),
            Field.of("edit.relative", "/relative", Input.FLAG, 100));

    private static final int DISTRIBUTION = 3;
    private static final int FIRST = 4;
    private static final int RELATIVE = 7;

    static final List<String> IMPACT_FIGURES = List.of(
            "/quantity/population",
            "/quantity/eligible",
            "/quantity/engagement",
            "/quantity/completion",
            "/quantity/effect",
            "/value/amount",
            "/profile/dropOff",
            "/additionality/deadweight",
            "/additionality/displacement",
            "/additionality/leakage",
            "/additionality/substitution",
            "/additionality/attribution",
            "/additionality/multiplier");

    private final Session session;
    private final IntSupplier option;

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

        JsonNode uncertainty() {
            return document.tree().at(holder).path("uncertainty");
        }

        JsonNode value() {
            return Entry.figure(document.tree().at(figure));
        }
    }

    private List<Number> numbers() {
        return session.selected().map(outcome -> numbers(outcome.document())).orElse(List.of());
    }

    private List<Number> numbers(Document document) {
        List<Number> numbers = new ArrayList<>();
        String at = "/options/" + option.getAsInt();
        for (int i = 0; i < document.tree().at(at + "/costs").size(); i++) {
            String line = at + "/costs/" + i;
            String title = document.tree().at(line).path("title").asString("");
            numbers.add(new Number(document, title, Words.of("edit.amount"), line + "/amount/annual", line));
        }
        for (int i = 0; i < document.tree().at(at + "/impacts").size(); i++) {
            String line = at + "/impacts/" + i;
            JsonNode impact = document.tree().at(line);
            for (String figure : IMPACT_FIGURES) {
                JsonNode node = impact.at(figure);
                boolean isNumber = Entry.figure(node).isNumber() && !node.has("standardError");
                if (isNumber) {
                    String name = Words.of("input." + figure.substring(figure.lastIndexOf('/') + 1));
                    numbers.add(new Number(
                            document, impact.path("title").asString(""), name, line + figure, line + figure));
                }
            }
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
            case 2 -> Entry.text(number.value(), Input.NUMBER);
            case DISTRIBUTION -> Words.find("distribution." + kind).orElse(kind);
            case RELATIVE -> kind.equals("event") ? NONE : Entry.text(uncertainty.path("relative"), Input.FLAG);
            default ->
                parameter(kind, column - FIRST)
                        .map(name -> Entry.text(uncertainty.path(name), Input.NUMBER))
                        .orElse(NONE);
        };
    }

    private static List<String> parameters(String kind) {
        return switch (kind) {
            case "triangular", "pert" -> List.of("low", "mode", "high");
            case "uniform" -> List.of("low", "high");
            case "normal", "log-normal" -> List.of("mean", "sd");
            case "event" -> List.of("probability");
            default -> List.of();
        };
    }

    private static Optional<String> parameter(String kind, int place) {
        List<String> names = parameters(kind);
        return place < names.size() ? Optional.of(names.get(place)) : Optional.empty();
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
            default -> parameter(kind, column - FIRST).isPresent();
        };
    }

    @Override
    public List<Choice> choices(int row, int column) {
        return DISTRIBUTIONS;
    }

    @Override
    public void type(int row, int column, String text) {
        Number number = numbers().get(row);
        change(number, column, text).ifPresent(change -> session.type(what(number, column, text), change));
    }

    @Override
    public void put(int row, int column, List<List<String>> texts) {
        Optional<Document> selected = session.selected().map(Outcome::document);
        if (selected.isEmpty()) {
            return;
        }
        Document document = selected.get();
        List<Change> changes = new ArrayList<>();
        String what = "";
        for (int down = 0; down < texts.size() && row + down < rows(); down++) {
            for (int along = 0; along < texts.get(down).size() && column + along < FIELDS.size(); along++) {
                Number number = numbers(document).get(row + down);
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
        if (!changes.isEmpty()) {
            session.edit(changes.size() == 1 ? what : Words.of("edit.several", changes.size()), changes);
        }
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
            String kind = DISTRIBUTIONS.stream()
                    .filter(choice -> choice.title().equalsIgnoreCase(text.strip()))
                    .map(Choice::value)
                    .findFirst()
                    .orElse(text);
            return Optional.of(kind.equals("none") || kind.isBlank() ? certain(number) : unsure(number, kind));
        }
        String kind = number.uncertainty().path("distribution").asString("none");
        String at = number.holder() + "/uncertainty/";
        if (column == RELATIVE) {
            Optional<JsonNode> flag = Entry.value(text, Input.FLAG);
            return Optional.of(number.document().set(at + "relative", flag.orElse(JsonText.flag(false))));
        }
        return parameter(kind, column - FIRST)
                .flatMap(name -> Entry.value(text, Input.NUMBER)
                        .map(value -> number.document().set(at + name, value)));
    }

    private static Change certain(Number number) {
        return number.holder().equals(number.figure())
                ? number.document().set(number.figure(), number.value())
                : number.document().remove(number.holder() + "/uncertainty");
    }

    /** A distribution to begin with: a tenth below to a fifth above, as factors on the value. */
    private static Change unsure(Number number, String kind) {
        ObjectNode uncertainty = JsonText.object().put("distribution", kind);
        switch (kind) {
            case "event" -> uncertainty.put("probability", 1);
            case "normal", "log-normal" ->
                uncertainty.put("mean", 1).put("sd", 0.1).put("relative", true);
            case "uniform" -> uncertainty.put("low", 0.9).put("high", 1.2).put("relative", true);
            default ->
                uncertainty.put("low", 0.9).put("mode", 1).put("high", 1.2).put("relative", true);
        }
        if (!number.holder().equals(number.figure())) {
            return number.document().set(number.holder() + "/uncertainty", uncertainty);
        }
        ObjectNode figure = JsonText.object();
        figure.set("value", number.value());
        figure.set("uncertainty", uncertainty);
        return number.document().set(number.figure(), figure);
    }
}
