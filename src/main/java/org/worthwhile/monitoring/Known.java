package org.worthwhile.monitoring;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.FinancialYear;

/**
 * What has become known of a line.
 *
 * @param spend real money by year
 * @param people of the deepest step that was counted, by the year of their intake
 * @param outcomes by year
 */
record Known(
        SortedMap<FinancialYear, Double> spend,
        SortedMap<FinancialYear, Counted> people,
        SortedMap<FinancialYear, Double> outcomes) {

    static final Known NOTHING = new Known(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** So many people at a step. */
    record Counted(Step step, double people) {}

    Known {
        spend = Collections.unmodifiableSortedMap(new TreeMap<>(spend));
        people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    /** Of a line among actuals. */
    static Known of(String line, Collection<Actual> actuals, AppraisalCase basis, Basis prices) {
        SortedMap<FinancialYear, Double> spend = new TreeMap<>();
        SortedMap<FinancialYear, Counted> people = new TreeMap<>();
        SortedMap<FinancialYear, Double> outcomes = new TreeMap<>();
        for (Actual actual : actuals) {
            if (!actual.measure().line().equals(line)) {
                continue;
            }
            Step step = actual.measure().step();
            switch (step) {
                case SPEND -> spend.put(actual.year(), actual.value() * toReal(actual.year(), basis, prices));
                case OUTCOME -> outcomes.put(actual.year(), actual.value());
                case INTAKE, ELIGIBLE, ENGAGED, COMPLETED ->
                    people.merge(
                            actual.year(),
                            new Counted(step, actual.value()),
                            (one, other) -> one.step().compareTo(other.step()) > 0 ? one : other);
            }
        }
        return new Known(spend, people, outcomes);
    }

    /** What turns money as recorded in a year into money of the appraisal's price year. */
    static double toReal(FinancialYear year, AppraisalCase basis, Basis prices) {
        return basis.priceIndex()
                .factor(
                        prices.real() ? prices.priceYear() : year,
                        basis.proposal().appraisal().priceYear());
    }

    /** The same of some kinds only. */
    Known only(boolean ofSpend, boolean ofPeople, boolean ofOutcomes) {
        return new Known(
                ofSpend ? spend : NOTHING.spend,
                ofPeople ? people : NOTHING.people,
                ofOutcomes ? outcomes : NOTHING.outcomes);
    }

    boolean isNothing() {
        return spend.isEmpty() && people.isEmpty() && outcomes.isEmpty();
    }
}
