package org.worthwhile.trackrecord;

import java.util.Optional;
import org.worthwhile.proposal.FinancialYear;

/**
 * What was forecast of a completed project, and what it came to.
 *
 * @param name of the project
 * @param kind its id
 * @param forecast above 0; of money at the prices of {@code forecastPrices}
 * @param includedUplift the optimism bias that the forecast contains already, as a fraction of the forecast without it; 0 if none
 * @param forecastPrices of money the year whose prices the forecast is at
 * @param outcomePrices of money the year whose prices the outcome is at
 */
public record PastProject(
        String name,
        String kind,
        Measure measure,
        double forecast,
        double outcome,
        double includedUplift,
        Optional<FinancialYear> forecastPrices,
        Optional<FinancialYear> outcomePrices) {

    /** The forecast without the optimism bias that it contains. */
    public double baseForecast() {
        return forecast / (1 + includedUplift);
    }
}
