package org.worthwhile.uncertainty;

import java.util.List;

/**
 * Simulated trials of several proposals together.
 *
 * @param values by proposal; within it by measure, option in the proposal's order and trial
 * @param error by which their figures err
 */
public record PortfolioTrials(List<double[][][]> values, MonteCarloError error) {
    public PortfolioTrials {
        values = List.copyOf(values);
    }
}
