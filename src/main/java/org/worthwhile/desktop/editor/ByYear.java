package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.Optional;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a cost that is the same every year into amounts by year, which come to the same. */
final class ByYear {

    private ByYear() {}

    /** The change; nothing for a line that is given by year already or is not a number yet. */
    static Optional<Change> of(RowPlace cost) {
        JsonNode proposal = cost.document().tree();
        JsonNode amount = proposal.at(cost.pointer()).path("amount");
        JsonNode annual = Entry.figure(amount.path("annual"));
        List<String> years = Years.of(proposal);
        if (amount.has("schedule") || !annual.isNumber() || years.isEmpty()) {
            return Optional.empty();
        }
        String from = amount.path("from").asString(years.getFirst());
        String to = amount.path("to").asString(years.getLast());
        double growth = 1 + Entry.figure(amount.path("realGrowth")).asDouble(0);
        ObjectNode schedule = JsonText.object();
        double value = annual.asDouble();
        for (String year : years) {
            if (year.compareTo(from) >= 0 && year.compareTo(to) <= 0) {
                schedule.set(year, JsonText.number(value));
                value *= growth;
            }
        }
        return schedule.isEmpty()
                ? Optional.empty()
                : Optional.of(cost.document()
                        .set(cost.pointer() + "/amount", JsonText.object().set("schedule", schedule)));
    }
}
