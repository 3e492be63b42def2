package org.worthwhile.portfolio;

import org.worthwhile.appraisal.OptionResult;

/** What a choice makes as large as possible: an indicator that adds up over proposals. */
public enum Objective {
    NPSV,
    WEIGHTED_NPSV,

    /** The present value of benefits. */
    PVB,

    /** The present value of what public budgets save on balance. */
    PUBLIC_SAVING;

    double of(OptionResult result) {
        return switch (this) {
            case NPSV -> result.npsv();
            case WEIGHTED_NPSV -> result.incidence().weightedNpsv();
            case PVB -> result.pvb();
            case PUBLIC_SAVING -> -result.pvPublicCost();
        };
    }
}
