package org.worthwhile.trackrecord;

import java.util.List;

/**
 * How well probabilities agreed with what happened.
 *
 * @param forecasts how many
 * @param happened how many of the events
 * @param expected the sum of the probabilities
 * @param brier the Brier score, the mean squared distance of probability and outcome: 0 is best
 * @param murphy its decomposition by the probabilities that were given
 * @param corp its decomposition by isotonic recalibration
 * @param points of the reliability curve, by rising probability
 * @param inTheLarge p-value of as many events happening as the probabilities say, exact by the Poisson binomial distribution; two-sided
 * @param ofTheCurve p-value of the miscalibration of {@code corp}, by draws of outcomes that have the probabilities
 */
public record Calibration(
        int forecasts,
        int happened,
        double expected,
        double brier,
        Murphy murphy,
        Corp corp,
        List<Point> points,
        double inTheLarge,
        double ofTheCurve) {
    public Calibration {
        points = List.copyOf(points);
    }

    /**
     * Murphy (1973): Brier score = reliability - resolution + uncertainty.
     *
     * @param reliability the mean squared distance between a probability and how often what had it happened: 0 is best
     * @param resolution how far those shares lie from the share of all
     * @param uncertainty the score of always saying the share of all
     */
    public record Murphy(double reliability, double resolution, double uncertainty) {}

    /**
     * Dimitriadis, Gneiting and Jordan (2021): Brier score = miscalibration - discrimination + uncertainty.
     *
     * @param miscalibration what recalibrated probabilities would score less
     * @param discrimination what they score less than always saying the share of all
     */
    public record Corp(double miscalibration, double discrimination, double uncertainty) {}

    /**
     * A probability that was given.
     *
     * @param forecasts how many had it
     * @param happened how many of those events
     * @param recalibrated the share by isotonic regression
     * @param low with {@code high} where the recalibrated share lies if all probabilities are right, at the level of the record
     */
    public record Point(
            double probability, int forecasts, int happened, double recalibrated, double low, double high) {}
}
