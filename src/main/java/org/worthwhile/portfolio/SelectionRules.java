package org.worthwhile.portfolio;

import java.util.List;

/**
 * Which proposals a choice takes, whatever they come to. Proposals are named by their ids.
 *
 * @param must proposals of which an option must be chosen
 * @param mustNot proposals of which none may be
 * @param exclusive sets of which at most one proposal may be chosen
 * @param requires pairs of which the first needs the second
 */
public record SelectionRules(
        List<String> must, List<String> mustNot, List<List<String>> exclusive, List<List<String>> requires) {

    /** Any set of proposals will do. */
    public static final SelectionRules NONE = new SelectionRules(List.of(), List.of(), List.of(), List.of());

    public SelectionRules {
        must = List.copyOf(must);
        mustNot = List.copyOf(mustNot);
        exclusive = List.copyOf(exclusive);
        requires = List.copyOf(requires);
    }
}
