package org.worthwhile.exchange;

import static org.worthwhile.exchange.TemplateTable.Column.choice;
import static org.worthwhile.exchange.TemplateTable.Column.number;
import static org.worthwhile.exchange.TemplateTable.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.exchange.TemplateTable.Parent;
import tools.jackson.databind.JsonNode;

/** The sheets of the input template with what lines share, and the rows that a proposal has on them. */
final class ParameterTables {

    static final TemplateTable PARAMETERS = new TemplateTable(
            "Parameters",
            Parent.PROPOSAL,
            "parameters",
            List.of(
                    text("Id", "id", ""),
                    text("Title", "title", ""),
                    number("Value", "value", "a number, or"),
                    text("Parameter", "value/parameter", "id of another parameter"),
                    number("Times", "value/times", "what that is multiplied by; 1 if blank"),
                    choice(
                            "Unit",
                            "unit",
                            "money",
                            "price",
                            "people",
                            "effect",
                            "share",
                            "uplift",
                            "growth",
                            "years",
                            "multiplier"),
                    text("Source", "source", "")));

    /** Inputs of lines that are a parameter's value times a factor: a row for each. */
    static final TemplateTable SHARED = new TemplateTable(
            "Shared inputs",
            Parent.LINE,
            "",
            List.of(
                    text("Option", "", "id of an option"),
                    text("Line", "", "id of a cost or an impact"),
                    text("Input", "", "field of the line such as quantity/engagement"),
                    text("Parameter", "parameter", "id of a parameter"),
                    number("Times", "times", "what that is multiplied by; 1 if blank")));

    /** Draws that belong together: a row for each parameter. */
    static final TemplateTable DRAWS = new TemplateTable(
            "Joint draws",
            Parent.PROPOSAL,
            "draws/values",
            List.of(
                    text("Parameter", "", "id of a parameter"),
                    text("Draws", "", "numbers separated by semicolons, as many for each parameter")));

    private ParameterTables() {}

    /** The inputs of lines that rest on parameters, by pointer within the line. */
    static List<List<JsonNode>> shared(JsonNode proposal) {
        List<List<JsonNode>> rows = new ArrayList<>();
        for (JsonNode option : proposal.path("options")) {
            for (String lines : List.of("costs", "impacts")) {
                option.path(lines).forEach(line -> addShared(rows, option, line, line, ""));
            }
        }
        return rows;
    }

    private static void addShared(List<List<JsonNode>> rows, JsonNode option, JsonNode line, JsonNode node, String at) {
        if (ParameterValues.isReference(node)) {
            rows.add(List.of(
                    option.get("id"), line.get("id"), JsonText.string(at), node.get("parameter"), node.path("times")));
            return;
        }
        node.propertyStream().forEach(entry -> {
            String name = entry.getKey().replace("~", "~0").replace("/", "~1");
            addShared(rows, option, line, entry.getValue(), at.isEmpty() ? name : at + "/" + name);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            addShared(rows, option, line, node.get(i), at + "/" + i);
        }
    }

    static List<List<JsonNode>> draws(JsonNode proposal) {
        return proposal.at("/draws/values")
                .propertyStream()
                .map(column -> List.of(JsonText.string(column.getKey()), column.getValue()))
                .toList();
    }
}
