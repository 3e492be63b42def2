package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.exchange.TemplateTable.Column;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tree of a proposal as it is put together from rows, each part with the place it came from. */
final class TemplateTree {

    private final String name;
    private final List<Problem> problems;
    private final ObjectNode root;
    private final Map<String, Place> places = new HashMap<>();

    /** An object of the tree and its JSON pointer. */
    private record At(ObjectNode node, String pointer) {}

    /** An empty proposal. */
    TemplateTree(String name, List<Problem> problems) {
        this(name, problems, JsonText.object().put("format", "worthwhile-proposal/1"));
        root.putArray("options");
    }

    /** A proposal to which rows are added. */
    TemplateTree(String name, List<Problem> problems, ObjectNode root) {
        this.name = name;
        this.problems = problems;
        this.root = root;
    }

    SourceText text() {
        return new SourceText(name, root, this::place);
    }

    private Place place(String pointer) {
        String known = pointer;
        while (!places.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return places.getOrDefault(known, Place.of(name).within(TemplateTables.PROPOSAL.sheet()));
    }

    void setProposal(TemplateRow row) {
        fill(new At(root, ""), TemplateTables.PROPOSAL, row);
    }

    void addTheme(TemplateRow row) {
        root.withArray("themes").add(row.text(TemplateTables.THEMES.columns().getFirst()));
    }

    /** Adds an entry to the list of its parent. */
    void add(TemplateTable table, TemplateRow row) {
        parent(table, row).ifPresent(parent -> {
            ArrayNode list = parent.node.withArray(table.list());
            String pointer = parent.pointer + "/" + table.list() + "/" + list.size();
            places.put(pointer, row.place());
            fill(new At(list.addObject(), pointer), table, row);
        });
    }

    void addAmount(TemplateRow row) {
        line(TemplateTables.AMOUNTS, row).ifPresent(line -> {
            String list = line.pointer.contains("/costs/") ? "amount/schedule" : "schedule";
            String year = row.text(TemplateTables.AMOUNTS.columns().get(2)).replace("/", "~1");
            set(line, list + "/" + year, row, TemplateTables.AMOUNTS.columns().get(3));
        });
    }

    void addIntake(TemplateRow row) {
        line(TemplateTables.INTAKE, row).ifPresent(line -> {
            String year = row.text(TemplateTables.INTAKE.columns().get(2)).replace("/", "~1");
            set(
                    line,
                    "quantity/intake/" + year,
                    row,
                    TemplateTables.INTAKE.columns().get(3));
        });
    }

    void addRampUp(TemplateRow row) {
        line(TemplateTables.RAMP_UP, row).ifPresent(line -> {
            Column column = TemplateTables.RAMP_UP.columns().get(2);
            ArrayNode shares = line.node.withObject("/profile").withArray("rampUp");
            places.put(line.pointer + "/profile/rampUp/" + shares.size(), row.place(column));
            row.cell(column).ifPresent(cell -> shares.add(cell.node(column.kind())));
        });
    }

    void addUncertainty(TemplateRow row) {
        TemplateTable table = UncertaintyTable.TABLE;
        boolean isOfParameter = row.text(table.columns().get(0)).isEmpty();
        Optional<At> holder = isOfParameter ? parameter(row, table.columns().get(1)) : line(table, row);
        holder.ifPresent(line -> {
            Column column = table.columns().get(2);
            String input = row.text(column);
            Optional<ObjectNode> figure = input.isEmpty() ? Optional.of(line.node) : figure(line, input);
            if (figure.isEmpty()) {
                report(row.place(column), "the line has no input '" + input + "'", "name a field that has a number");
                return;
            }
            String pointer = line.pointer + (input.isEmpty() ? "" : "/" + input) + "/uncertainty";
            places.put(pointer, row.place());
            ObjectNode uncertainty = figure.get().putObject("uncertainty");
            for (Column parameter : UncertaintyTable.ofDistribution()) {
                row.cell(parameter).ifPresent(cell -> {
                    places.put(pointer + "/" + parameter.field(), cell.place());
                    uncertainty.set(
                            parameter.field(),
                            UncertaintyTable.isList(parameter) ? numbers(cell) : cell.node(parameter.kind()));
                });
            }
        });
    }

    private Optional<At> parameter(TemplateRow row, Column column) {
        return entry(new At(root, ""), "parameters", row, column)
                .or(() -> missing(row, column, "parameter", ids(root.path("parameters"))));
    }

    /** An input of a line that is a parameter's value times a factor, whatever number stands there. */
    void addShared(TemplateRow row) {
        TemplateTable table = ParameterTables.SHARED;
        line(table, row).ifPresent(line -> {
            Column column = table.columns().get(2);
            Optional<ObjectNode> figure = figure(line, row.text(column));
            if (figure.isEmpty()) {
                report(
                        row.place(column),
                        "the line has no input '" + row.text(column) + "'",
                        "name a field that has a number");
                return;
            }
            figure.get().removeAll();
            places.put(line.pointer + "/" + row.text(column), row.place());
            for (Column part : table.columns().subList(3, 5)) {
                row.cell(part).ifPresent(cell -> figure.get().set(part.field(), cell.node(part.kind())));
            }
        });
    }

    void addDraws(TemplateRow row) {
        List<Column> columns = ParameterTables.DRAWS.columns();
        String id = row.text(columns.get(0));
        row.cell(columns.get(1)).ifPresent(cell -> {
            places.put("/draws/values/" + id, cell.place());
            root.withObject("/draws").withObject("/values").set(id, numbers(cell));
        });
    }

    /** The figure at a place within a line, as an object to which an uncertainty can be added. */
    private static Optional<ObjectNode> figure(At line, String input) {
        JsonNode found = line.node.at("/" + input);
        if (found instanceof ObjectNode object) {
            return Optional.of(object);
        }
        if (!found.isNumber()) {
            return Optional.empty();
        }
        ObjectNode figure = JsonText.object();
        figure.set("value", found);
        String last =
                input.substring(input.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
        JsonNode parent = line.node.at(input.contains("/") ? "/" + input.substring(0, input.lastIndexOf('/')) : "");
        switch (parent) {
            case ObjectNode object -> object.set(last, figure);
            case ArrayNode array -> array.set(Integer.parseInt(last), figure);
            default -> throw new IllegalStateException("A number is in an object or a list.");
        }
        return Optional.of(figure);
    }

    private JsonNode numbers(TemplateRow.Entry cell) {
        ArrayNode numbers = JsonText.object().putArray("numbers");
        for (String part : cell.value().toString().split(";")) {
            DecimalText.parse(part)
                    .ifPresentOrElse(
                            number -> numbers.add(JsonText.number(number)),
                            () -> report(
                                    cell.place(),
                                    "'" + part.strip() + "' is no number",
                                    "separate numbers by semicolons"));
        }
        return numbers;
    }

    void addScenario(TemplateRow row) {
        List<Column> columns = TemplateTables.SCENARIOS.columns();
        String id = row.text(columns.get(0));
        ArrayNode scenarios = root.withArray("scenarios");
        int known = ids(scenarios).indexOf(id);
        int position = known >= 0 ? known : scenarios.size();
        if (known < 0) {
            ObjectNode scenario = scenarios.addObject().put("id", id);
            row.cell(columns.get(1)).ifPresent(title -> scenario.put("title", title.text()));
            scenario.putObject("set");
            places.put("/scenarios/" + position, row.place());
        }
        At scenario = new At((ObjectNode) scenarios.get(position), "/scenarios/" + position);
        set(scenario, "set/" + row.text(columns.get(2)).replace("/", "~1"), row, columns.get(3));
    }

    private Optional<At> parent(TemplateTable table, TemplateRow row) {
        return switch (table.parent()) {
            case PROPOSAL -> Optional.of(new At(root, ""));
            case OPTION -> option(table, row);
            case LINE -> line(table, row);
        };
    }

    private Optional<At> option(TemplateTable table, TemplateRow row) {
        return entry(new At(root, ""), "options", row, table.columns().get(0))
                .or(() -> missing(row, table.columns().get(0), "option", ids(root.withArray("options"))));
    }

    private Optional<At> line(TemplateTable table, TemplateRow row) {
        Column column = table.columns().get(1);
        return option(table, row)
                .flatMap(option -> entry(option, "impacts", row, column)
                        .or(() -> entry(option, "costs", row, column))
                        .or(() -> {
                            List<String> known = new ArrayList<>(ids(option.node.path("costs")));
                            known.addAll(ids(option.node.path("impacts")));
                            return missing(row, column, "line", known);
                        }));
    }

    private static Optional<At> entry(At parent, String list, TemplateRow row, Column column) {
        int position = ids(parent.node.path(list)).indexOf(row.text(column));
        return position < 0
                ? Optional.empty()
                : Optional.of(new At(
                        (ObjectNode) parent.node.get(list).get(position),
                        parent.pointer + "/" + list + "/" + position));
    }

    private Optional<At> missing(TemplateRow row, Column column, String kind, List<String> known) {
        report(
                row.place(column),
                "there is no " + kind + " '" + row.text(column) + "'",
                Nearest.remedy(row.text(column), known));
        return Optional.empty();
    }

    private static List<String> ids(JsonNode list) {
        return list.valueStream().map(entry -> entry.path("id").asString("")).toList();
    }

    private void fill(At entry, TemplateTable table, TemplateRow row) {
        for (Column column :
                table.columns().subList(table.keys(), table.columns().size())) {
            set(entry, column.field(), row, column);
        }
    }

    /** Puts a cell at a field, its parts separated by slashes; numbered parts are places in a list. */
    private void set(At entry, String field, TemplateRow row, Column column) {
        row.cell(column).ifPresent(cell -> {
            JsonNode value = cell.node(column.kind());
            if (column.kind() == TemplateTable.Kind.FLAG && value.isString()) {
                report(cell.place(), "'" + value.asString() + "' is neither yes nor no", "write yes or no");
                return;
            }
            places.put(entry.pointer + "/" + field, cell.place());
            String[] parts = field.split("/");
            ObjectNode node = entry.node;
            for (int i = 0; i < parts.length - 1; i++) {
                if (parts[i + 1].matches("\\d+")) {
                    node.withArray(parts[i]).add(value);
                    return;
                }
                node = node.get(parts[i]) instanceof ObjectNode inner ? inner : node.putObject(parts[i]);
            }
            node.set(parts[parts.length - 1].replace("~1", "/").replace("~0", "~"), value);
        });
    }

    private void report(Place place, String what, String remedy) {
        problems.add(new Problem(place, what, remedy));
    }
}
