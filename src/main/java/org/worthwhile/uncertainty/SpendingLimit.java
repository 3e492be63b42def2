package org.worthwhile.uncertainty;

import java.util.Optional;
import org.worthwhile.uncertainty.Measure.PublicSpending;

/**
 * The most that an option may cost.
 *
 * @param words what is limited, as a clause
 * @param spending that is; the present value of net public cost where there is none
 */
public record SpendingLimit(String words, double most, Optional<PublicSpending> spending) {}
