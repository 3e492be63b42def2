package org.worthwhile.framework;

import java.util.List;
import java.util.Set;
import org.worthwhile.problem.Problem;

/**
 * A pack of the analyst's own that cannot be used.
 *
 * @param ids everything in it that has an id, as far as can be read
 * @param problems what is wrong with it, at least one
 */
public record UnusablePack(Set<String> ids, List<Problem> problems) {
    public UnusablePack {
        ids = Set.copyOf(ids);
        problems = List.copyOf(problems);
    }

    /** Whether an id, or a value's id after its pack's, is of this pack. */
    public boolean has(String id) {
        int slash = id.indexOf('/');
        return slash < 0
                ? ids.contains(id)
                : ids.contains(id.substring(0, slash)) && ids.contains(id.substring(slash + 1));
    }
}
