package org.worthwhile.proposal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The money of a line over the years, before optimism bias. */
public sealed interface Amount {

    /** What an uncertainty of the line as a whole is about: the amount a year, or the total over the years named. */
    double central();

    /** The same amount from {@code from} to {@code to}, both included, growing by {@code realGrowth} a year. */
    record Annual(Figure annual, FinancialYear from, FinancialYear to, Figure realGrowth) implements Amount {
        @Override
        public double central() {
            return annual.value();
        }
    }

    /** An amount for each year named. */
    record Schedule(SortedMap<FinancialYear, Figure> amounts) implements Amount {
        public Schedule {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }

        @Override
        public double central() {
            return amounts.values().stream().mapToDouble(Figure::value).sum();
        }
    }
}
