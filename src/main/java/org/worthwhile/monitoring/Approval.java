package org.worthwhile.monitoring;

import java.time.LocalDate;

/**
 * A decision to go ahead with an option.
 *
 * @param option its id
 * @param by who approved it
 * @param version of the proposal, in words
 * @param trials of the simulation of its forecast
 * @param seed of that simulation
 * @param npsv what was expected of the option
 */
public record Approval(String option, String by, LocalDate on, String version, int trials, long seed, Expected npsv) {

    /**
     * What was expected of a figure.
     *
     * @param central by the appraisal
     * @param mean over the trials
     * @param low the tenth percentile of what is recorded and
     * @param high the ninetieth, so that 80% lie between
     */
    public record Expected(double central, double mean, double low, double high) {}
}
