package org.worthwhile.appraisal;

import org.worthwhile.framework.DiscountSchedule;
import org.worthwhile.proposal.AppraisalSettings;

/** Discount factors by year, for most flows and for those of impacts on health. */
record Discounting(Flows standard, Flows health) {

    static Discounting of(DiscountSchedule standard, DiscountSchedule health, AppraisalSettings settings) {
        return new Discounting(
                Flows.of(standard.factors(settings.years(), settings.timing())),
                Flows.of(health.factors(settings.years(), settings.timing())));
    }

    Flows factors(boolean ofHealth) {
        return ofHealth ? health : standard;
    }
}
