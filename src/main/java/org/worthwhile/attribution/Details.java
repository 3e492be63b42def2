package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;

/** What one design finds beyond the headline. */
public interface Details {

    /** Tells each field under its name in result files, which others rely on. */
    void describe(ResultFields to);

    /** What the headline's interval is about, where that is not the headline's estimate and standard error. */
    default Optional<Pair> ofInterval() {
        return Optional.empty();
    }

    /** What each cause contributes, where the design decomposes by cause. */
    default List<Contribution> contributions() {
        return List.of();
    }

    /** An estimate with the standard error that belongs to it. */
    record Pair(double estimate, double standardError) {}
}
