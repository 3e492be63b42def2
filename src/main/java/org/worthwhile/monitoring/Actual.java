package org.worthwhile.monitoring;

import java.util.OptionalDouble;
import org.worthwhile.proposal.FinancialYear;

/**
 * What was recorded of a measure in a year.
 *
 * @param standardError of it about the truth, in its own unit; the register's unless given, and 0 for what tells nothing of other years
 */
public record Actual(MeasureId measure, FinancialYear year, double value, OptionalDouble standardError) {}
