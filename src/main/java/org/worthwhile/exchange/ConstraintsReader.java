package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/** Reads the constraints of a portfolio from JSON or YAML. */
public final class ConstraintsReader {

    private final SchemaCheck schema;

    /** @param models the folder of model packs, which holds the schemas */
    public ConstraintsReader(Path models) {
        this.schema = new SchemaCheck(models, "constraints.schema.json");
    }

    /**
     * Reads a file.
     *
     * @param proposals the ids of those to choose among
     * @throws InvalidInput with every problem in it, ids of other proposals among them
     */
    public Constraints read(Path file, Collection<String> proposals) {
        SourceText text = SourceText.read(file);
        JsonNode node = schema.require(text);
        List<Problem> problems = new ArrayList<>();
        for (String list : List.of("must", "mustNot", "exclusive", "requires")) {
            requireKnown(node.path(list), "/" + list, text, proposals, problems);
        }
        SortedMap<FinancialYear, Double> byYear = new TreeMap<>();
        node.path("budgetByYear").propertyStream().forEach(entry -> {
            if (FinancialYear.isLabel(entry.getKey())) {
                byYear.put(FinancialYear.of(entry.getKey()), entry.getValue().asDouble());
            } else {
                problems.add(new Problem(
                        text.place("/budgetByYear/" + entry.getKey().replace("/", "~1")),
                        "'" + entry.getKey() + "' does not run over two consecutive years",
                        "write a year such as 2026/27"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Constraints(
                Fields.choice(node, "objective", Constraints.Objective.class, Constraints.Objective.NPSV),
                Fields.number(node, "budget"),
                byYear,
                Fields.list(node, "must", JsonNode::asString),
                Fields.list(node, "mustNot", JsonNode::asString),
                Fields.list(node, "exclusive", ConstraintsReader::ids),
                Fields.list(node, "requires", ConstraintsReader::ids));
    }

    private static List<String> ids(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static void requireKnown(
            JsonNode node, String at, SourceText text, Collection<String> proposals, List<Problem> problems) {
        for (int i = 0; i < node.size(); i++) {
            if (node.get(i).isArray()) {
                requireKnown(node.get(i), at + "/" + i, text, proposals, problems);
            } else if (!proposals.contains(node.get(i).asString())) {
                problems.add(new Problem(
                        text.place(at + "/" + i),
                        "there is no proposal '" + node.get(i).asString() + "' to choose",
                        Nearest.remedy(node.get(i).asString(), proposals)));
            }
        }
    }
}
