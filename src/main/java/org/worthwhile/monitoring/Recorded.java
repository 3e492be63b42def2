package org.worthwhile.monitoring;

import java.util.function.ToDoubleFunction;
import org.worthwhile.proposal.FinancialYear;

/** What is to be recorded of measures: the truth in each trial and a normal error of its own for each measure and year. */
record Recorded(Forecast forecast, FinancialYear until) {

    /**
     * Of a measure, by year and trial.
     *
     * @param place of the measure in the register, by which its errors are drawn
     * @param error the standard deviation of the record of a year
     */
    double[][] paths(MeasureId measure, int place, ToDoubleFunction<FinancialYear> error) {
        int years = until.since(forecast.year(0)) + 1;
        double[][] paths = forecast.paths(measure, years);
        for (int t = 0; t < years; t++) {
            double deviation = error.applyAsDouble(forecast.year(t));
            if (deviation > 0) {
                Forecast.add(paths[t], forecast.draws.errors(place * forecast.years() + t), deviation);
            }
        }
        return paths;
    }
}
