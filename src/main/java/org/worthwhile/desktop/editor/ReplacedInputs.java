package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes with the inputs that amounts by year replace: their uncertainty, and the correlations and the scenarios' values
 * that rest on them.
 *
 * @param givenUp in words, a line each
 * @param changes the changes of the lines, and those that take away what rested on their inputs
 */
record ReplacedInputs(List<String> givenUp, List<Change> changes) {

    ReplacedInputs {
        givenUp = List.copyOf(givenUp);
        changes = List.copyOf(changes);
    }

    /** Of lines of a proposal. */
    static ReplacedInputs by(List<ByYear> lines, Document proposal) {
        return new Search(lines, proposal).found();
    }

    boolean isNothing() {
        return givenUp.isEmpty();
    }

    private static final class Search {

        private final List<ByYear> lines;
        private final Document proposal;
        private final Map<String, String> noLongerUncertain = new TreeMap<>();
        private final List<String> givenUp = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();

        private Search(List<ByYear> lines, Document proposal) {
            this.lines = lines;
            this.proposal = proposal;
            Document given = proposal;
            for (ByYear line : lines) {
                for (Change change : line.changes()) {
                    changes.add(change);
                    given = given.with(change);
                }
            }
            Choices.unsureInputs(proposal.tree()).forEach(input -> noLongerUncertain.put(input.value(), input.title()));
            Choices.unsureInputs(given.tree()).forEach(input -> noLongerUncertain.remove(input.value()));
        }

        private ReplacedInputs found() {
            noLongerUncertain.values().forEach(title -> givenUp.add(Words.of("edit.replaced.uncertainty", title)));
            withoutCorrelations().ifPresent(changes::add);
            withoutScenarios().ifPresent(changes::add);
            return new ReplacedInputs(givenUp, changes);
        }

        private Optional<Change> withoutCorrelations() {
            JsonNode correlations = proposal.tree().path("correlations");
            ArrayNode left = JsonText.object().putArray("list");
            for (JsonNode correlation : correlations) {
                List<String> between = correlation
                        .path("between")
                        .valueStream()
                        .map((JsonNode path) -> path.asString(""))
                        .toList();
                if (between.stream().noneMatch(noLongerUncertain::containsKey)) {
                    left.add(correlation);
                } else {
                    givenUp.add(Words.of(
                            "edit.replaced.correlation",
                            String.join(" · ", between.stream().map(this::title).toList())));
                }
            }
            return left.size() == correlations.size()
                    ? Optional.empty()
                    : Optional.of(proposal.set("/correlations", left));
        }

        private String title(String path) {
            return Choices.unsureInputs(proposal.tree()).stream()
                    .filter(input -> input.value().equals(path))
                    .map(Sheet.Choice::title)
                    .findFirst()
                    .orElse(path);
        }

        /** A scenario that sets nothing else goes as a whole. */
        private Optional<Change> withoutScenarios() {
            boolean changed = false;
            ArrayNode left = JsonText.object().putArray("list");
            for (JsonNode scenario : proposal.tree().path("scenarios")) {
                List<String> gone = scenario.path("set").propertyNames().stream()
                        .filter(path -> lines.stream().anyMatch(line -> line.replaces(path)))
                        .toList();
                if (!gone.isEmpty()) {
                    changed = true;
                    givenUp.add(Words.of(
                            "edit.replaced.scenario",
                            gone.size(),
                            scenario.path("title").asString("")));
                }
                if (gone.isEmpty() || gone.size() < scenario.path("set").size()) {
                    ObjectNode other = (ObjectNode) scenario.deepCopy();
                    ((ObjectNode) other.path("set")).remove(gone);
                    left.add(other);
                }
            }
            return changed ? Optional.of(proposal.set("/scenarios", left)) : Optional.empty();
        }
    }
}
