package org.worthwhile.proposal;

/**
 * How a proposal is to be appraised.
 *
 * @param framework the id of a framework pack
 * @param baseYear the year to which flows are discounted (t = 0)
 * @param priceYear the year at whose prices money is stated
 * @param years the appraisal period, 1 to 300: t runs from 0 to years - 1
 * @param currency an ISO 4217 code
 * @param confidenceCorrections whether confidence grades correct costs and benefits
 */
public record AppraisalSettings(
        String framework,
        FinancialYear baseYear,
        FinancialYear priceYear,
        int years,
        Timing timing,
        String currency,
        boolean confidenceCorrections) {

    /** The last year that is appraised. */
    public FinancialYear lastYear() {
        return baseYear.plus(years - 1);
    }
}
