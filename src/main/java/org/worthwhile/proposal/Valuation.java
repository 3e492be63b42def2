package org.worthwhile.proposal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How an impact becomes money, before additionality. */
public sealed interface Valuation {

    /** People reached, effect and unit value, year by year along a profile. */
    record Chain(Quantity quantity, Profile profile, UnitWorth worth) implements Valuation {}

    /** Money typed for each year. */
    record Schedule(SortedMap<FinancialYear, Figure> amounts, Basis basis) implements Valuation {
        public Schedule {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }
    }
}
