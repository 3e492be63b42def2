package org.worthwhile.monitoring;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.proposal.FinancialYear;

/**
 * A measure of the register.
 *
 * @param unit in which it is counted; of spend money at the prices of the appraisal's price year
 * @param owner who answers for it
 * @param baseline from where it starts, in words
 * @param source where actuals come from
 * @param due the year whose actual is the first
 * @param error the standard deviation of an actual about its truth, as a share of the central forecast of its year; 0 where it tells
 *     nothing of other years
 * @param expected by year, of what is recorded: the forecast and its error
 */
public record Registered(
        MeasureId measure,
        String title,
        String unit,
        String owner,
        String baseline,
        String source,
        FinancialYear due,
        double error,
        SortedMap<FinancialYear, Approval.Expected> expected) {
    public Registered {
        expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
    }
}
