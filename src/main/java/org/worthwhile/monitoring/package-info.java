/**
 * Monitoring after the decision: an approved option with its frozen forecast and register becomes a
 * {@link org.worthwhile.monitoring.MonitoringCase}.
 */
@NullMarked
package org.worthwhile.monitoring;

import org.jspecify.annotations.NullMarked;
