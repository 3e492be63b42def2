package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The CSV file with joint draws of parameters that a proposal names, a row for each draw. */
final class JointDrawsFile {

    private static final long LARGEST_FILE = 64L << 20;
    private static final int MOST_ROWS = 1_000_000;
    private static final String PATH = "/draws/path";
    private static final String VALUES = "/draws/values/";
    private static final int MOST_TOLD = 3;

    private final SourceText text;
    private final Path proposal;
    private final List<Problem> problems;
    private final Map<String, Column> columns = new HashMap<>();

    private JointDrawsFile(SourceText text, Path proposal, List<Problem> problems) {
        this.text = text;
        this.proposal = proposal;
        this.problems = problems;
    }

    /** Whether a proposal names a file of draws, in the form that the format has. */
    static boolean isNamed(JsonNode tree) {
        return tree.at(PATH).isString() && tree.at("/draws/columns").isObject();
    }

    /**
     * The proposal with the draws themselves in the place of the file's name; without them where that cannot be.
     *
     * @param proposal the proposal's own file
     * @param problems that everything wrong with the draws is added to
     */
    static SourceText read(SourceText text, Path proposal, List<Problem> problems) {
        ObjectNode tree = (ObjectNode) text.tree().deepCopy();
        JointDrawsFile file = new JointDrawsFile(text, proposal, problems);
        Optional<ObjectNode> values = file.values(tree.path("draws"));
        if (values.isPresent()) {
            ObjectNode draws = (ObjectNode) tree.path("draws");
            draws.remove(List.of("path", "columns"));
            draws.set("values", values.get());
        } else {
            tree.remove("draws");
        }
        return new SourceText(text.name(), tree, file::place, text.unheld());
    }

    /** A column of the file and the lines of its draws. */
    private record Column(String file, String heading, List<CsvTable.Row> rows) {}

    /** The place of a value: of a draw in the file of draws, of a parameter's draws where the proposal names their column. */
    private Place place(String pointer) {
        if (!pointer.startsWith(VALUES)) {
            return text.place(pointer);
        }
        String[] within = pointer.substring(VALUES.length()).split("/", 2);
        return Optional.ofNullable(columns.get(within[0]))
                .filter(_ -> within.length == 2)
                .map(column -> new Place(
                        column.file,
                        "column '" + column.heading + "'",
                        column.rows.get(Integer.parseInt(within[1])).line()))
                .orElseGet(() -> text.place("/draws/columns/" + within[0]));
    }

    private Optional<ObjectNode> values(JsonNode draws) {
        int before = problems.size();
        ObjectNode values = JsonText.object();
        try {
            InputFile file = new InputFile(file(draws.path("path").asString("")), LARGEST_FILE);
            CsvTable table = CsvTable.of(file);
            if (table.rows().size() < 3 || table.rows().size() > MOST_ROWS) {
                report(
                        PATH,
                        "the file has " + Math.max(0, table.rows().size() - 1) + " rows of draws",
                        "give it a row of headings and 2 to " + (MOST_ROWS - 1) + " rows");
                return Optional.empty();
            }
            draws.path("columns")
                    .propertyStream()
                    .forEach(column -> column(
                                    table, file.name(), column.getValue().asString(""), column.getKey())
                            .ifPresent(found -> values.set(column.getKey(), found)));
        } catch (InvalidInput unreadable) {
            problems.addAll(unreadable.problems());
        }
        return problems.size() == before ? Optional.of(values) : Optional.empty();
    }

    /** Only what is beside the proposal or in a folder there, wherever links lead. */
    private Path file(String name) {
        Path file = DataPath.resolve(name, proposal, text.place(PATH));
        Path folder = proposal.toAbsolutePath().resolveSibling(".").normalize();
        try {
            boolean isWithin = file.normalize().startsWith(folder.normalize())
                    && (!file.toFile().exists() || file.toRealPath().startsWith(folder.toRealPath()));
            if (isWithin) {
                return file;
            }
        } catch (IOException unresolved) {
            // Told below: what cannot be followed is not known to be within.
        }
        throw new InvalidInput(new Problem(
                text.place(PATH),
                "'" + name + "' is outside the folder of the proposal",
                "put the file beside the proposal and name it alone, such as draws.csv"));
    }

    private Optional<ArrayNode> column(CsvTable table, String file, String heading, String parameter) {
        String at = "/draws/columns/" + parameter;
        List<String> headings =
                table.rows().getFirst().values().stream().map(String::strip).toList();
        int place = headings.indexOf(heading.strip());
        if (place < 0) {
            report(at, "the file of draws has no column '" + heading + "'", Nearest.remedy(heading, headings));
            return Optional.empty();
        }
        if (headings.lastIndexOf(heading.strip()) != place) {
            report(
                    at,
                    "the file of draws has more than one column '" + heading + "'",
                    "give each column a heading of its own, and name the one that is meant");
            return Optional.empty();
        }
        List<CsvTable.Row> rows = table.rows().subList(1, table.rows().size());
        List<String> cells = new ArrayList<>();
        rows.forEach(row ->
                cells.add(place < row.values().size() ? row.values().get(place).strip() : ""));
        NumberNotation notation =
                NumberNotation.of(cells, table.separator() == ',' ? Optional.of('.') : Optional.empty());
        columns.put(parameter, new Column(file, heading, rows));
        ArrayNode values = JsonText.object().putArray("values");
        List<Integer> unread = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            OptionalDouble number = notation.number(cells.get(i), false);
            if (number.isPresent()) {
                values.add(number.getAsDouble());
            } else {
                unread.add(i);
            }
        }
        if (unread.isEmpty()) {
            return Optional.of(values);
        }
        String told = unread.stream()
                .limit(MOST_TOLD)
                .map(i -> (cells.get(i).isEmpty() ? "no value" : "'" + cells.get(i) + "'") + " in line "
                        + rows.get(i).line())
                .collect(Collectors.joining(", "));
        report(
                at,
                "column '" + heading + "' of the file of draws has "
                        + (unread.size() == 1 ? "a cell that is" : unread.size() + " cells that are")
                        + " no number: " + told + (unread.size() > MOST_TOLD ? " and so on" : ""),
                "give every row a number");
        return Optional.empty();
    }

    private void report(String at, String what, String remedy) {
        Place place = text.place(at);
        problems.add(new Problem(place, what, remedy));
    }
}
