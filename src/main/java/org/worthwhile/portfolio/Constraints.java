package org.worthwhile.portfolio;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.proposal.FinancialYear;

/**
 * What a choice must keep to. Proposals are named by their ids.
 *
 * @param objective what is made as large as possible
 * @param budget the most that the present value of net public cost may come to
 * @param budgetByYear the most that public costs less receipts may come to in a year, real
 * @param must proposals of which an option must be chosen
 * @param mustNot proposals of which none may be
 * @param exclusive sets of which at most one proposal may be chosen
 * @param requires pairs of which the first needs the second
 */
public record Constraints(
        Objective objective,
        OptionalDouble budget,
        SortedMap<FinancialYear, Double> budgetByYear,
        List<String> must,
        List<String> mustNot,
        List<List<String>> exclusive,
        List<List<String>> requires) {

    public Constraints {
        budgetByYear = Collections.unmodifiableSortedMap(new TreeMap<>(budgetByYear));
        must = List.copyOf(must);
        mustNot = List.copyOf(mustNot);
        exclusive = List.copyOf(exclusive);
        requires = List.copyOf(requires);
    }

    /** What is made as large as possible. */
    public enum Objective {
        NPSV,
        WEIGHTED_NPSV
    }

    public Constraints withBudget(double amount) {
        return new Constraints(objective, OptionalDouble.of(amount), budgetByYear, must, mustNot, exclusive, requires);
    }
}
