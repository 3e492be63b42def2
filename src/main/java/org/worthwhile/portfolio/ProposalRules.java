package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which proposals must, must not or may only be chosen with others, as clauses that name proposals by their titles. */
public final class ProposalRules {

    private final Map<String, String> titles;

    /** Proposals without a candidate go by their ids. */
    public ProposalRules(List<Candidate> candidates) {
        this.titles = candidates.stream()
                .collect(Collectors.toMap(Candidate::proposal, Candidate::title, (first, _) -> first));
    }

    /** All of some constraints, each once. */
    public List<String> words(Constraints constraints) {
        List<String> words = new ArrayList<>();
        constraints.selection().must().forEach(id -> words.add(must(id)));
        constraints.selection().mustNot().forEach(id -> words.add(mustNot(id)));
        constraints.selection().exclusive().forEach(set -> words.add(exclusive(set)));
        constraints.selection().requires().forEach(pair -> words.add(requires(pair)));
        return words.stream().distinct().toList();
    }

    String must(String id) {
        return quoted(id) + " must be chosen";
    }

    String mustNot(String id) {
        return quoted(id) + " must not be chosen";
    }

    String exclusive(List<String> set) {
        return "at most one of " + set.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    String requires(List<String> pair) {
        return quoted(pair.get(0)) + " needs " + quoted(pair.get(1));
    }

    private String quoted(String id) {
        return "'" + titles.getOrDefault(id, id) + "'";
    }
}
