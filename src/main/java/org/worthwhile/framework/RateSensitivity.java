package org.worthwhile.framework;

/**
 * Discount rates at which guidance wants results looked at besides its own.
 *
 * @param label what they are, such as {@code 3%}
 * @param standard for most flows
 * @param health for impacts on health
 */
public record RateSensitivity(String label, DiscountSchedule standard, DiscountSchedule health) {}
