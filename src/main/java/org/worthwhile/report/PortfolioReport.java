package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChoice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The choice among proposals, as JSON and in lines of text. */
public final class PortfolioReport {

    private PortfolioReport() {}

    public static String json(PortfolioChoice choice, double budget) {
        ObjectNode node = JsonText.object()
                .put("format", "worthwhile-portfolio/1")
                .put("budget", budget)
                .put("value", choice.value())
                .put("cost", choice.cost())
                .put("provenOptimal", choice.proven())
                .put("valueOfNextPound", choice.nextPound())
                .put("lossByRatio", choice.lossByRatio());
        addAll(node.putArray("chosen"), choice.chosen());
        addAll(node.putArray("chosenByRatio"), choice.byRatio());
        node.set("frontier", JsonText.tree(choice.frontier()));
        return JsonText.of(node.put("software", Software.NAME_AND_VERSION));
    }

    private static void addAll(ArrayNode array, List<Candidate> candidates) {
        candidates.forEach(candidate -> array.addObject()
                .put("proposal", candidate.proposal())
                .put("option", candidate.option())
                .put("npsv", candidate.npsv())
                .put("weightedNpsv", candidate.weightedNpsv())
                .put("cost", candidate.cost()));
    }

    public static List<String> lines(PortfolioChoice choice, double budget, String currency) {
        List<String> lines = new ArrayList<>();
        lines.add("Within a public cost of " + Wording.money(budget, currency) + " (present value):");
        for (Candidate candidate : choice.chosen()) {
            lines.add("  " + candidate.title() + ": " + candidate.optionTitle() + ", NPSV "
                    + Wording.money(candidate.npsv(), currency) + ", public cost "
                    + Wording.money(candidate.cost(), currency));
        }
        lines.add("  In all worth " + Wording.money(choice.value(), currency) + " for "
                + Wording.money(choice.cost(), currency)
                + (choice.proven() ? ", proven to be the best" : "; the search stopped before it was proven best"));
        lines.add("  Each pound of the next tenth of the budget would add "
                + Wording.money(choice.nextPound(), currency) + " on average");
        lines.add("  Ranking by value for each pound would have lost " + Wording.money(choice.lossByRatio(), currency));
        return lines;
    }
}
