package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.worthwhile.appraisal.LaterStart;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.Constraints.MinimumShare;
import org.worthwhile.portfolio.Interaction;
import org.worthwhile.portfolio.Objective;
import org.worthwhile.portfolio.SelectionRules;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Proposal;
import tools.jackson.databind.JsonNode;

/** Reads the constraints of a portfolio from JSON or YAML. */
public final class ConstraintsReader {

    /** That an appraisal may have. */
    private static final int MOST_YEARS = 300;

    private final SchemaCheck schema;

    /** @param models the folder of model packs, which holds the schemas */
    public ConstraintsReader(Path models) {
        this.schema = new SchemaCheck(models, "constraints.schema.json");
    }

    /**
     * Reads a file.
     *
     * @param among the proposals to choose among
     * @throws InvalidInput with every problem in it, names of what no proposal has among them
     */
    public Constraints read(Path file, List<Proposal> among) {
        return read(SourceText.read(file), among);
    }

    /** Reads constraints from a tree that goes by {@code name}. */
    public Constraints read(String name, JsonNode tree, List<Proposal> among) {
        return read(SourceText.of(name, tree), among);
    }

    private Constraints read(SourceText text, List<Proposal> among) {
        JsonNode node = schema.require(text);
        List<Problem> problems = new ArrayList<>();
        List<String> proposals = among.stream().map(Proposal::id).toList();
        for (String list : List.of("must", "mustNot", "exclusive", "requires")) {
            requireProposals(node.path(list), "/" + list, text, proposals, problems);
        }
        Set<String> organisations = among.stream()
                .flatMap(proposal -> proposal.organisations().stream())
                .map(Organisation::id)
                .collect(Collectors.toSet());
        requireKnown(node.path("limits"), "organisation", "/limits/", text, organisations, problems);
        Set<String> places = among.stream().map(Proposal::place).collect(Collectors.toSet());
        requireKnown(node.path("minimumShares"), "place", "/minimumShares/", text, places, problems);
        Set<String> themes =
                among.stream().flatMap(proposal -> proposal.themes().stream()).collect(Collectors.toSet());
        requireKnown(node.path("minimumShares"), "theme", "/minimumShares/", text, themes, problems);
        List<Limit> limits = new ArrayList<>();
        node.path("budgetByYear").propertyStream().forEach(entry -> {
            String at = "/budgetByYear/" + entry.getKey().replace("/", "~1");
            year(entry.getKey(), text, at, problems)
                    .ifPresent(year -> limits.add(new Limit(
                            entry.getValue().asDouble(), Optional.of(year), Optional.empty(), Optional.empty())));
        });
        for (int i = 0; i < node.path("limits").size(); i++) {
            JsonNode limit = node.get("limits").get(i);
            String at = "/limits/" + i + "/year";
            limits.add(new Limit(
                    limit.get("amount").asDouble(),
                    Fields.optionalText(limit, "year").flatMap(label -> year(label, text, at, problems)),
                    limit.has("kind")
                            ? Optional.of(
                                    Fields.choice(limit, "kind", Constraints.Kind.class, Constraints.Kind.REVENUE))
                            : Optional.empty(),
                    Fields.optionalText(limit, "organisation")));
        }
        Map<String, List<FinancialYear>> startYears = startYears(node.path("startYears"), text, among, problems);
        boolean areSpendingLimits =
                !limits.isEmpty() || !node.path("minimumShares").isEmpty();
        List<Interaction> interactions =
                new InteractionsReader(text, among, areSpendingLimits, problems).read(node.path("interactions"));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Constraints(
                Fields.choice(node, "objective", Objective.class, Objective.NPSV),
                Fields.number(node, "budget"),
                limits,
                new SelectionRules(
                        Fields.list(node, "must", JsonNode::asString),
                        Fields.list(node, "mustNot", JsonNode::asString),
                        Fields.list(node, "exclusive", ConstraintsReader::ids),
                        Fields.list(node, "requires", ConstraintsReader::ids)),
                Fields.list(
                        node,
                        "minimumShares",
                        minimum -> new MinimumShare(
                                Fields.optionalText(minimum, "place"),
                                Fields.optionalText(minimum, "theme"),
                                minimum.get("share").asDouble())),
                startYears,
                interactions);
    }

    private static Map<String, List<FinancialYear>> startYears(
            JsonNode node, SourceText text, List<Proposal> among, List<Problem> problems) {
        Map<String, List<FinancialYear>> startYears = new TreeMap<>();
        for (String id : node.propertyNames()) {
            String at = "/startYears/" + id;
            Optional<Proposal> proposal =
                    among.stream().filter(each -> each.id().equals(id)).findFirst();
            if (proposal.isEmpty()) {
                problems.add(new Problem(
                        text.place(at),
                        "there is no proposal '" + id + "' to choose",
                        Nearest.remedy(id, among.stream().map(Proposal::id).toList())));
            }
            for (int i = 0; i < node.get(id).size(); i++) {
                String place = at + "/" + i;
                year(node.get(id).get(i).asString(), text, place, problems).ifPresent(year -> {
                    proposal.ifPresent(known -> requirePossible(year, known, text.place(place), problems));
                    startYears.computeIfAbsent(id, _ -> new ArrayList<>()).add(year);
                });
            }
        }
        return startYears;
    }

    private static void requirePossible(FinancialYear start, Proposal proposal, Place place, List<Problem> problems) {
        FinancialYear written = LaterStart.written(proposal);
        int most = written.start() + MOST_YEARS - proposal.appraisal().years();
        if (start.compareTo(written) < 0 || start.start() > most) {
            problems.add(new Problem(
                    place,
                    "'" + proposal.title() + "' cannot begin in " + start.label(),
                    "give years from " + written.label() + ", in which it begins as it is written, to "
                            + new FinancialYear(most).label()));
        }
    }

    /** A year by its label; a problem is added where there is none. */
    static Optional<FinancialYear> year(String label, SourceText text, String at, List<Problem> problems) {
        if (FinancialYear.isLabel(label)) {
            return Optional.of(FinancialYear.of(label));
        }
        problems.add(new Problem(
                text.place(at),
                "'" + label + "' does not run over two consecutive years",
                "write a year such as 2026/27"));
        return Optional.empty();
    }

    private static List<String> ids(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** Reports every element whose field names what no proposal has. */
    private static void requireKnown(
            JsonNode list, String field, String at, SourceText text, Set<String> known, List<Problem> problems) {
        for (int i = 0; i < list.size(); i++) {
            String name = list.get(i).path(field).asString("");
            if (list.get(i).has(field) && !known.contains(name)) {
                problems.add(new Problem(
                        text.place(at + i + "/" + field),
                        "no proposal to choose among has the " + field + " '" + name + "'",
                        Nearest.remedy(name, known)));
            }
        }
    }

    private static void requireProposals(
            JsonNode node, String at, SourceText text, Collection<String> proposals, List<Problem> problems) {
        for (int i = 0; i < node.size(); i++) {
            if (node.get(i).isArray()) {
                requireProposals(node.get(i), at + "/" + i, text, proposals, problems);
            } else if (!proposals.contains(node.get(i).asString())) {
                problems.add(new Problem(
                        text.place(at + "/" + i),
                        "there is no proposal '" + node.get(i).asString() + "' to choose",
                        Nearest.remedy(node.get(i).asString(), proposals)));
            }
        }
    }
}
