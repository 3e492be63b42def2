package org.worthwhile.desktop.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.desktop.Words;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.DocumentKind;
import tools.jackson.databind.node.ObjectNode;

/** A proposal to begin with: two options, one organisation, nothing in them yet. */
public record NewProposal(String name, String title, Change change) {

    private static final String USUAL_FRAMEWORK = "uk-green-book-2026";
    private static final String STEM = "proposal";
    private static final int USUAL_YEARS = 10;
    private static final int APRIL = 4;

    /** A new proposal whose name none of the others has, from the coming financial year on. */
    public static NewProposal among(List<Outcome> others, ModelLibrary library, Clock clock) {
        String name = Identifiers.numbered(
                STEM,
                others.stream()
                        .flatMap(other -> Stream.of(
                                other.name(), other.document().tree().path("id").asString("")))
                        .toList());
        String title = Words.of("portfolio.newTitle", name.substring(STEM.length() + 1));
        LocalDate today = LocalDate.now(clock);
        FinancialYear year = new FinancialYear(today.getMonthValue() >= APRIL ? today.getYear() : today.getYear() - 1);
        ObjectNode tree = JsonText.object()
                .put("format", "worthwhile-proposal/1")
                .put("id", name)
                .put("title", title);
        tree.putObject("appraisal")
                .put(
                        "framework",
                        library.frameworks().containsKey(USUAL_FRAMEWORK)
                                ? USUAL_FRAMEWORK
                                : library.frameworks().keySet().iterator().next())
                .put("baseYear", year.label())
                .put("priceYear", year.label())
                .put("years", USUAL_YEARS)
                .put("timing", "end-year")
                .put("currency", "GBP");
        tree.putArray("organisations")
                .addObject()
                .put("id", "council")
                .put("title", Words.of("portfolio.newOrganisation"))
                .put("sector", "public");
        var options = tree.putArray("options");
        options.addObject()
                .put("id", "usual")
                .put("title", Words.of("portfolio.newUsual"))
                .put("role", "business-as-usual");
        options.addObject()
                .put("id", "option-1")
                .put("title", Words.of("portfolio.newOption"))
                .put("role", "preferred");
        return new NewProposal(name, title, Change.added(DocumentKind.PROPOSAL, name, tree));
    }
}
