package org.worthwhile.uncertainty;

import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** How a simulated figure is spread over trials. */
public record Spread(Estimate mean, Estimate sd, Estimate p10, Estimate p50, Estimate p90) {}
