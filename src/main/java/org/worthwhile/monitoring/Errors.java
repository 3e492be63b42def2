package org.worthwhile.monitoring;

import java.util.Optional;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.FinancialYear;

/** The measurement model: an actual is the truth and a normal error of its own. */
final class Errors {

    private Errors() {}

    /** The standard deviation of the record of a year, at the prices of the appraisal: what was given with it, or the register's. */
    static double of(Registered registered, FinancialYear year, Forecast forecast) {
        double central = forecast.line(registered.measure())
                .central()
                .measured(registered.measure().step(), year);
        return registered.error() * Math.abs(central);
    }

    /** The same of an actual, where there is one. */
    static double of(
            Registered registered,
            FinancialYear year,
            Optional<Actual> actual,
            Monitoring monitoring,
            Forecast forecast) {
        return actual.flatMap(one -> one.standardError().isPresent()
                        ? Optional.of(real(one, one.standardError().getAsDouble(), monitoring, forecast.basis))
                        : Optional.empty())
                .orElseGet(() -> of(registered, year, forecast));
    }

    /** A figure of an actual at the prices of the appraisal, if it is money that was spent. */
    static double real(Actual actual, double figure, Monitoring monitoring, AppraisalCase basis) {
        return actual.measure().step() == Step.SPEND
                ? figure * Known.toReal(actual.year(), basis, monitoring.basis())
                : figure;
    }
}
