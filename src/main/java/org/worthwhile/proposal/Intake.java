package org.worthwhile.proposal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom an impact reaches, and when. Everybody has the profile of the effect from the year of being taken in, so that each
 * year's intake is a cohort with its own lag, ramp-up, duration and drop-off.
 */
public sealed interface Intake {

    /** The year in which the first are taken in. */
    FinancialYear first();

    /** The year in which the last are taken in. */
    FinancialYear last();

    /** How many people are taken in in a year. */
    double in(FinancialYear year);

    /** All of them at once: one population, from {@code start} on. */
    record Once(Figure population, FinancialYear start) implements Intake {
        @Override
        public FinancialYear first() {
            return start;
        }

        @Override
        public FinancialYear last() {
            return start;
        }

        @Override
        public double in(FinancialYear year) {
            return year.equals(start) ? population.value() : 0;
        }
    }

    /**
     * Those who travel or use a service at its cost before and after, in a year of full effect from {@code start} on. Those who come or go
     * with the cost gain or lose half of its change (the rule of a half; DfT, Transport Analysis Guidance, unit A1.3), so that the change
     * counts in full for the mean of the two.
     */
    record Users(Figure before, Figure after, FinancialYear start) implements Intake {

        /** How many users the whole change of cost counts for: half of those before and half of those after. */
        public double counted() {
            return (before.value() + after.value()) / 2;
        }

        @Override
        public FinancialYear first() {
            return start;
        }

        @Override
        public FinancialYear last() {
            return start;
        }

        @Override
        public double in(FinancialYear year) {
            return year.equals(start) ? counted() : 0;
        }
    }

    /** People by the year in which they are taken in, at least one year. */
    record ByYear(SortedMap<FinancialYear, Figure> people) implements Intake {
        public ByYear {
            people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
        }

        @Override
        public FinancialYear first() {
            return people.firstKey();
        }

        @Override
        public FinancialYear last() {
            return people.lastKey();
        }

        @Override
        public double in(FinancialYear year) {
            return people.getOrDefault(year, Figure.ZERO).value();
        }
    }

    /** So many a year {@code from} one year {@code to} another, both included: annual x (1 + growth)^(years since from). */
    record Annual(Figure annual, FinancialYear from, FinancialYear to, Figure growth) implements Intake {
        @Override
        public FinancialYear first() {
            return from;
        }

        @Override
        public FinancialYear last() {
            return to;
        }

        @Override
        public double in(FinancialYear year) {
            return year.compareTo(from) < 0 || year.compareTo(to) > 0
                    ? 0
                    : annual.value() * StrictMath.pow(1 + growth.value(), year.since(from));
        }
    }
}
