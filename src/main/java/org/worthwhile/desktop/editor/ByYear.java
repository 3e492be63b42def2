package org.worthwhile.desktop.editor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a line into amounts by year, which come to the same. */
final class ByYear {

    private ByYear() {}

    /** The change of a cost that is the same every year; nothing for one that is given by year already or is not a number yet. */
    static Optional<Change> ofCost(RowPlace cost) {
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

    /**
     * The change of an impact, to the penny: its money before what would have happened anyway is taken off. Nothing for one
     * that is given by year already or of which nothing is additional.
     *
     * @param result the impact's, as the document stands
     */
    static Optional<Change> ofImpact(RowPlace impact, ImpactResult result) {
        JsonNode line = impact.document().tree().at(impact.pointer());
        List<String> years = Years.of(impact.document().tree());
        if (line.has("schedule") || result.additionality() == 0) {
            return Optional.empty();
        }
        Flows money = result.quantity().times(result.unitValues()).times(1 / result.additionality());
        ObjectNode schedule = JsonText.object();
        for (int t = 0; t < years.size(); t++) {
            BigDecimal amount = BigDecimal.valueOf(money.at(t)).setScale(2, RoundingMode.HALF_EVEN);
            if (amount.signum() != 0) {
                schedule.set(years.get(t), JsonText.number(amount.doubleValue()));
            }
        }
        if (schedule.isEmpty()) {
            schedule.set(years.getFirst(), JsonText.number(0));
        }
        ObjectNode given = (ObjectNode) line.deepCopy();
        given.remove(List.of("quantity", "profile", "value"));
        given.set("schedule", schedule);
        return Optional.of(impact.document().set(impact.pointer(), given));
    }
}
