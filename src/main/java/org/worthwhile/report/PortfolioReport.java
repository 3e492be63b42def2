package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Objective;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.RobustChoice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The choice among proposals, as JSON and in lines of text. */
public final class PortfolioReport {

    private static final String NO_BUDGET = "no budget of net public cost is set";

    private PortfolioReport() {}

    /** @param robust how the choice holds up, when that was simulated */
    public static String json(PortfolioChoice choice, Optional<RobustChoice> robust) {
        ObjectNode node = JsonText.object()
                .put("format", "worthwhile-portfolio/1")
                .put("objective", JsonText.nameOf(choice.constraints().objective()));
        boolean hasBudget = choice.constraints().budget().isPresent();
        put(node, "budget", choice.constraints().budget(), NO_BUDGET);
        node.put("value", choice.value())
                .put("cost", choice.cost())
                .put("provenOptimal", choice.proven())
                .put("gap", choice.gap());
        put(
                node,
                "valueOfNextPound",
                choice.nextPound(),
                hasBudget ? "a tenth of a budget of zero is nothing" : NO_BUDGET);
        put(
                node,
                "shadowPrice",
                choice.shadowPrice(),
                hasBudget ? "the choice in which parts of options may be chosen could not be worked out" : NO_BUDGET);
        put(
                node,
                "lossByRatio",
                choice.lossByRatio(),
                "ranking by value for each pound does not keep to the constraints");
        addAll(node.putArray("chosen"), choice.chosen());
        addAll(node.putArray("chosenByRatio"), choice.byRatio());
        JsonFields fields = new JsonFields(node);
        InteractionsReport.fields(choice, fields);
        fields.list(
                "frontier",
                choice.frontier(),
                (point, of) -> of.number("budget", point.budget())
                        .number("value", point.value())
                        .number("cost", point.cost())
                        .texts("options", point.options())
                        .flag("proven", point.proven()));
        BudgetStepsReport.fields(choice, fields);
        ArrayNode binding = node.putArray("binding");
        choice.binding()
                .forEach(one -> binding.addObject().put("limit", one.words()).put("loss", one.loss()));
        ChoiceSensitivityReport.fields(choice, fields);
        fields.object("nearBest", of -> NearBestReport.fields(choice.nearBest(), candidates(choice), of));
        robust.ifPresent(result -> fields.object("robust", of -> RobustReport.fields(result, of)));
        return JsonText.of(node.put("software", Software.NAME_AND_VERSION));
    }

    /** All that could be chosen. */
    private static List<Candidate> candidates(PortfolioChoice choice) {
        return Stream.concat(
                        choice.chosen().stream(), choice.leftOut().stream().map(PortfolioChoice.LeftOut::candidate))
                .toList();
    }

    /** A number, or none with its reason. */
    private static void put(ObjectNode node, String name, OptionalDouble number, String whyAbsent) {
        number.ifPresentOrElse(
                value -> node.put(name, value), () -> node.putNull(name).put(name + "Absent", whyAbsent));
    }

    /** Such as {@code  (0.002% of its value)}. */
    private static String share(double gap, double value) {
        return value == 0 ? "" : String.format(Locale.UK, " (%.2g%% of its value)", 100 * gap / Math.abs(value));
    }

    private static void addAll(ArrayNode array, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            ObjectNode node =
                    array.addObject().put("proposal", candidate.proposal()).put("option", candidate.option());
            candidate.start().ifPresent(year -> node.put("start", year.label()));
            node.put("npsv", candidate.value(Objective.NPSV))
                    .put("weightedNpsv", candidate.value(Objective.WEIGHTED_NPSV))
                    .put("cost", candidate.cost());
        }
    }

    public static List<String> lines(PortfolioChoice choice, Optional<RobustChoice> robust, String currency) {
        List<String> lines = new ArrayList<>();
        lines.add(
                choice.constraints().budget().isPresent()
                        ? "Within a public cost of "
                                + Wording.BRITISH.money(
                                        choice.constraints().budget().getAsDouble(), currency)
                                + " (present value):"
                        : "Within the limits on spending:");
        for (Candidate candidate : choice.chosen()) {
            lines.add("  " + candidate.title() + ": " + candidate.optionTitle() + ", NPSV "
                    + Wording.BRITISH.money(candidate.value(Objective.NPSV), currency) + ", public cost "
                    + Wording.BRITISH.money(candidate.cost(), currency));
        }
        InteractionsReport.sentences(choice, amount -> Wording.BRITISH.money(amount, currency))
                .forEach(sentence -> lines.add("  " + sentence));
        lines.add("  In all worth " + Wording.BRITISH.money(choice.value(), currency) + " for "
                + Wording.BRITISH.money(choice.cost(), currency)
                + (choice.proven()
                        ? ", proven to be the best"
                        : "; the search stopped before it was proven best, and another choice could be worth up to "
                                + Wording.BRITISH.money(choice.gap(), currency) + " more"
                                + share(choice.gap(), choice.value())));
        choice.nextPound()
                .ifPresent(value -> lines.add("  Each pound of the next tenth of the budget would add "
                        + Wording.BRITISH.price(value, currency) + " on average"));
        choice.binding()
                .forEach(binding -> lines.add("  Without the constraint '" + binding.words() + "' it could be worth "
                        + Wording.BRITISH.money(binding.loss(), currency) + " more"));
        lines.addAll(ChoiceSensitivityReport.lines(choice, currency));
        lines.addAll(NearBestReport.lines(choice.nearBest(), candidates(choice), currency));
        BudgetStepsReport.sentences(choice, currency)
                .forEach(sentence -> lines.add("  " + sentence.substring(0, sentence.length() - 1)));
        long unproven =
                choice.frontier().stream().filter(point -> !point.proven()).count();
        if (unproven > 0) {
            lines.add("  At " + unproven + " of the " + choice.frontier().size()
                    + " budgets of the frontier the search stopped before the choice was proven best");
        }
        lines.add(
                choice.lossByRatio().isPresent()
                        ? "  Ranking by value for each pound would have lost "
                                + Wording.BRITISH.money(choice.lossByRatio().getAsDouble(), currency)
                        : "  Ranking by value for each pound would not have kept to the constraints");
        robust.ifPresent(result -> lines.addAll(RobustReport.lines(result, currency)));
        return lines;
    }
}
