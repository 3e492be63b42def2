package org.worthwhile.appraisal;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a careful reader would ask about an option, found when it is first read: choosing among thousands of options and
 * moving inputs read results and no checks.
 */
final class OptionChecks {

    private final Supplier<List<Check>> search;
    private volatile @Nullable List<Check> found;

    /** @param search gives the same checks whenever it is asked */
    OptionChecks(Supplier<List<Check>> search) {
        this.search = search;
    }

    List<Check> all() {
        List<Check> all = found;
        if (all == null) {
            all = List.copyOf(search.get());
            found = all;
        }
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OptionChecks checks && all().equals(checks.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
