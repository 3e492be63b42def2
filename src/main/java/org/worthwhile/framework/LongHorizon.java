package org.worthwhile.framework;

/**
 * The lower discount rates at which guidance wants long-lived proposals looked at too.
 *
 * @param beyondYears for appraisal periods longer than this
 */
public record LongHorizon(int beyondYears, DiscountSchedule rates) {}
