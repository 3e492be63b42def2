package org.worthwhile.appraisal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.worthwhile.proposal.CountedUnit;

/** The units that words stand for, each found once. */
final class KnownUnits {

    private final Map<String, Optional<CountedUnit>> known = new ConcurrentHashMap<>();

    /** Whether two units are plainly of different things or amounts, as far as both are known. */
    boolean plainlyDiffer(String unit, String other) {
        return !unit.equals(other)
                && of(unit).flatMap(one -> of(other).map(one::differsFrom)).orElse(false);
    }

    private Optional<CountedUnit> of(String unit) {
        return known.computeIfAbsent(unit, CountedUnit::of);
    }
}
