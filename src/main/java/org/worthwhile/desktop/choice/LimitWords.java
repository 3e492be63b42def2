package org.worthwhile.desktop.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.worthwhile.desktop.Words;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.report.Wording;
import org.worthwhile.workspace.Document;

/** The constraints besides the budget, in words that name proposals by their titles. */
final class LimitWords {

    private LimitWords() {}

    /** What a choice does not keep to: importing replaces the constraints of the file; one made elsewhere may hold several. */
    static List<String> unused(List<Document> constraints) {
        return constraints.size() < 2
                ? List.of()
                : List.of(Words.of(
                        "choice.otherConstraints",
                        constraints.getFirst().name(),
                        constraints.stream()
                                .skip(1)
                                .map(document -> "“" + document.name() + "”")
                                .collect(Collectors.joining(", "))));
    }

    static List<String> of(List<Candidate> among, Constraints limits, String currency) {
        Map<String, String> titles =
                among.stream().collect(Collectors.toMap(Candidate::proposal, Candidate::title, (one, _) -> one));
        UnaryOperator<String> title = id -> titles.getOrDefault(id, id);
        List<String> words = new ArrayList<>();
        limits.limits()
                .forEach(limit -> words.add(
                        Words.of("choice.limit", limit.words(), Wording.here().shortMoney(limit.amount(), currency))));
        limits.minimumShares().forEach(share -> words.add(share.words()));
        limits.selection().must().forEach(id -> words.add(Words.of("choice.must", title.apply(id))));
        limits.selection().mustNot().forEach(id -> words.add(Words.of("choice.mustNot", title.apply(id))));
        limits.selection()
                .exclusive()
                .forEach(ids -> words.add(
                        Words.of("choice.exclusive", ids.stream().map(title).collect(Collectors.joining(", ")))));
        limits.selection()
                .requires()
                .forEach(pair ->
                        words.add(Words.of("choice.requires", title.apply(pair.get(0)), title.apply(pair.get(1)))));
        limits.startYears()
                .forEach((id, years) -> words.add(Words.of(
                        "choice.startYears",
                        title.apply(id),
                        years.stream().map(FinancialYear::label).collect(Collectors.joining(", ")))));
        limits.interactions()
                .forEach(each -> words.add(Words.of(
                        "choice.interaction",
                        title.apply(each.one().proposal()),
                        title.apply(each.other().proposal()),
                        Wording.here().shortMoney(each.benefit(), currency),
                        Wording.here().shortMoney(each.cost(), currency),
                        each.reason())));
        return words;
    }
}
