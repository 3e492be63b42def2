package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.worthwhile.portfolio.Interaction;
import org.worthwhile.portfolio.Interaction.Side;
import org.worthwhile.portfolio.Spending;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Role;
import tools.jackson.databind.JsonNode;

/** Reads what pairs of proposals come to together besides. */
final class InteractionsReader {

    private final SourceText text;
    private final List<Proposal> among;
    private final boolean areSpendingLimits;
    private final List<Problem> problems;
    private final Map<Set<Side>, Integer> known = new HashMap<>();

    /**
     * @param areSpendingLimits whether the choice keeps to limits or shares of spending, so that what a pair spends must be told
     * @param problems to which those of interactions are added
     */
    InteractionsReader(SourceText text, List<Proposal> among, boolean areSpendingLimits, List<Problem> problems) {
        this.text = text;
        this.among = among;
        this.areSpendingLimits = areSpendingLimits;
        this.problems = problems;
    }

    List<Interaction> read(JsonNode list) {
        List<Interaction> interactions = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            interactions.add(interaction(list.get(i), i));
        }
        return interactions;
    }

    private Interaction interaction(JsonNode node, int position) {
        String at = "/interactions/" + position;
        Side one = side(node.get("between").get(0), at + "/between/0");
        Side other = side(node.get("between").get(1), at + "/between/1");
        if (one.proposal().equals(other.proposal())) {
            problem(
                    at + "/between",
                    "both sides are of '" + one.proposal() + "', of which at most one option is chosen",
                    "name options of two proposals");
        }
        Integer before = known.putIfAbsent(Set.copyOf(List.of(one, other)), position);
        if (before != null) {
            problem(
                    at + "/between",
                    "the same pair is given as interaction " + (before + 1) + " and " + (position + 1),
                    "keep one of them, with what both come to");
        }
        double cost = node.path("cost").asDouble(0);
        if (areSpendingLimits && cost != 0 && !node.has("spending")) {
            problem(
                    at,
                    "there are limits or shares of spending, and it is not said what this pair spends when",
                    "add spending, as an empty list [] where none of the cost falls under them");
        }
        return new Interaction(
                one,
                other,
                node.path("benefit").asDouble(0),
                cost,
                spending(node.path("spending"), at + "/spending/"),
                Fields.text(node, "reason"));
    }

    private Side side(JsonNode node, String at) {
        String id = Fields.text(node, "proposal");
        Optional<String> option = Fields.optionalText(node, "option");
        Optional<Proposal> proposal =
                among.stream().filter(each -> each.id().equals(id)).findFirst();
        if (proposal.isEmpty()) {
            problem(
                    at + "/proposal",
                    "there is no proposal '" + id + "' to choose",
                    Nearest.remedy(id, among.stream().map(Proposal::id).toList()));
        } else if (option.isPresent()) {
            List<String> options = proposal.get().options().stream()
                    .filter(each -> each.role() != Role.BUSINESS_AS_USUAL)
                    .map(Option::id)
                    .toList();
            if (!options.contains(option.get())) {
                problem(
                        at + "/option",
                        "'" + id + "' has no option '" + option.get() + "' to choose",
                        Nearest.remedy(option.get(), options));
            }
        }
        return new Side(id, option);
    }

    private List<Spending> spending(JsonNode list, String at) {
        Set<String> publicBodies = among.stream()
                .flatMap(proposal -> proposal.publicBodies().stream())
                .collect(Collectors.toSet());
        List<Spending> spending = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            String organisation = Fields.text(node, "organisation");
            if (!publicBodies.contains(organisation)) {
                problem(
                        at + i + "/organisation",
                        "no proposal to choose among has the public organisation '" + organisation + "'",
                        Nearest.remedy(organisation, publicBodies));
            }
            ConstraintsReader.year(Fields.text(node, "year"), text, at + i + "/year", problems)
                    .ifPresent(year -> spending.add(new Spending(
                            organisation,
                            Fields.text(node, "kind").equals("capital"),
                            year,
                            node.get("amount").asDouble())));
        }
        return spending;
    }

    private void problem(String at, String what, String remedy) {
        problems.add(new Problem(text.place(at), what, remedy));
    }
}
