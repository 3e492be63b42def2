package org.worthwhile.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.FinancialYear;

/**
 * An approved option with its register and what has come of it so far.
 *
 * @param until the last year of which actuals are expected
 * @param falseAlarms how often a line that goes as forecast is warned of, over all its measures and years
 * @param basis prices of actual spend
 */
public record Monitoring(
        String id,
        String title,
        Approval approval,
        FinancialYear until,
        List<Registered> register,
        List<RegisteredObjective> objectives,
        double falseAlarms,
        Basis basis,
        List<Actual> actuals) {

    /** How often a line that goes as forecast is warned of, unless another rate is given. */
    public static final double FALSE_ALARMS = 0.05;

    public Monitoring {
        register = List.copyOf(register);
        objectives = List.copyOf(objectives);
        actuals = List.copyOf(actuals);
    }

    /** A measure of the register; empty where it has none of this id. */
    public Optional<Registered> find(MeasureId measure) {
        return register.stream().filter(one -> one.measure().equals(measure)).findFirst();
    }

    /** What was recorded of a measure in a year; empty where nothing was. */
    Optional<Actual> actual(MeasureId measure, FinancialYear year) {
        return actuals.stream()
                .filter(actual ->
                        actual.measure().equals(measure) && actual.year().equals(year))
                .findFirst();
    }

    /** The same with more actuals. */
    public Monitoring with(List<Actual> more) {
        return new Monitoring(
                id,
                title,
                approval,
                until,
                register,
                objectives,
                falseAlarms,
                basis,
                Stream.concat(actuals.stream(), more.stream()).toList());
    }
}
