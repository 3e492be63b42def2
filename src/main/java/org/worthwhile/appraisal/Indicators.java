package org.worthwhile.appraisal;

/**
 * The four figures that sum an option up, as present values against business as usual.
 *
 * @param pvb benefits less whatever of costs is not below the line
 * @param pvc what is below the line
 * @param npsv pvb - pvc
 * @param bcr pvb / pvc
 */
public record Indicators(double pvb, double pvc, double npsv, Indicator bcr) {

    static Indicators of(double pvb, double pvc) {
        return new Indicators(
                pvb,
                pvc,
                pvb - pvc,
                Indicator.ratio(
                        pvb,
                        pvc,
                        pvc < 0
                                ? "the option saves money on balance, so there is no cost to divide by"
                                : "the option has no cost to divide by"));
    }
}
