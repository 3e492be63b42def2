package org.worthwhile.proposal;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the proposal sets out to change, how that is measured, from where to where and by when.
 *
 * @param outcome the outcome of impacts whose units count the way from the baseline to the target
 */
public record Objective(
        String title,
        String measure,
        OptionalDouble baseline,
        OptionalDouble target,
        Optional<FinancialYear> by,
        Optional<String> outcome) {

    /** One that no impact counts. */
    public Objective(
            String title, String measure, OptionalDouble baseline, OptionalDouble target, Optional<FinancialYear> by) {
        this(title, measure, baseline, target, by, Optional.empty());
    }

    /** Whether simulation can tell how likely it is to be missed. */
    public boolean isCounted() {
        return outcome.isPresent() && target.isPresent();
    }

    /** The units that it takes: with a baseline what lies between it and the target, in a year; otherwise the target itself, in all. */
    public double needed() {
        double aim = target.orElseThrow();
        return baseline.isPresent() ? Math.abs(aim - baseline.getAsDouble()) : aim;
    }

    /**
     * The years whose units count, as ones: with a baseline the year by which it is to be met, the last unless given; otherwise all
     * up to that year.
     */
    public double[] years(AppraisalSettings settings) {
        double[] counted = new double[settings.years()];
        int last = by.map(year -> year.since(settings.baseYear())).orElse(settings.years() - 1);
        for (int t = baseline.isPresent() ? Math.max(0, last) : 0; t <= last && t < counted.length; t++) {
            counted[t] = 1;
        }
        return counted;
    }
}
