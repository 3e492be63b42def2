package org.worthwhile.proposal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The money of a line over the years, before optimism bias. */
public sealed interface Amount {

    /** The same amount from {@code from} to {@code to}, both included, growing by {@code realGrowth} a year. */
    record Annual(Figure annual, FinancialYear from, FinancialYear to, Figure realGrowth) implements Amount {}

    /** An amount for each year named. */
    record Schedule(SortedMap<FinancialYear, Figure> amounts) implements Amount {
        public Schedule {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }
    }
}
