package org.worthwhile.monitoring;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Objective;

/**
 * An objective of the register.
 *
 * @param owner who answers for it
 * @param source where its measure is read
 * @param expected by year, the units of the impacts that count; empty where none does
 */
public record RegisteredObjective(
        Objective objective, String owner, String source, SortedMap<FinancialYear, Approval.Expected> expected) {
    public RegisteredObjective {
        expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
    }
}
