package org.worthwhile.desktop.editor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line turned into amounts by year, which come to the same.
 *
 * @param line as it stood
 * @param changes that turn it
 * @param replaced the names within the line of the inputs that the amounts replace; of a list, the list's
 */
record ByYear(RowPlace line, List<Change> changes, Set<String> replaced) {

    /** The amount goes with them: that a year is replaced by the total. */
    private static final Set<String> OF_COST = Set.of("amount", "annual", "realGrowth");

    private static final Set<String> OF_IMPACT = Set.of(
            "population",
            "users",
            "costPerTrip",
            "intake",
            "intakeGrowth",
            "eligible",
            "engagement",
            "completion",
            "effect",
            "lag",
            "dropOff",
            "duration",
            "rampUp",
            "value",
            "realGrowth");

    ByYear {
        changes = List.copyOf(changes);
        replaced = Set.copyOf(replaced);
    }

    /**
     * Of a cost that is the same every year; nothing for one that is given by year already or is not a number yet. Factors
     * go on as factors on every year; a distribution of the amount a year is none of the total, and goes.
     */
    static Optional<ByYear> ofCost(RowPlace cost) {
        JsonNode proposal = cost.document().tree();
        JsonNode amount = cost.tree().path("amount");
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
        if (schedule.isEmpty()) {
            return Optional.empty();
        }
        Change given = cost.document()
                .set(cost.pointer() + "/amount", JsonText.object().set("schedule", schedule));
        JsonNode uncertainty = cost.tree().path("uncertainty");
        List<Change> changes =
                uncertainty.isMissingNode() || uncertainty.path("relative").asBoolean(false)
                        ? List.of(given)
                        : List.of(given, cost.document().remove(cost.pointer() + "/uncertainty"));
        return Optional.of(new ByYear(cost, changes, OF_COST));
    }

    /**
     * Of an impact, to the penny: its money before what would have happened anyway is taken off. Nothing for one
     * that is given by year already or of which nothing is additional.
     *
     * @param result the impact's, as the document stands
     */
    static Optional<ByYear> ofImpact(RowPlace impact, ImpactResult result) {
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
        return Optional.of(new ByYear(impact, List.of(impact.document().set(impact.pointer(), given)), OF_IMPACT));
    }

    /** Whether an input, by its path within the proposal, is replaced. */
    boolean replaces(String path) {
        JsonNode option = line.document().tree().at(optionPointer());
        String start =
                option.path("id").asString("") + "/" + line.tree().path("id").asString("") + "/";
        return path.startsWith(start)
                && replaced.contains(path.substring(start.length()).split("/", 2)[0]);
    }

    private String optionPointer() {
        String[] parts = line.pointer().split("/");
        return "/" + parts[1] + "/" + parts[2];
    }
}
