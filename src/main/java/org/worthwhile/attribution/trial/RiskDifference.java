package org.worthwhile.attribution.trial;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;

/**
 * The difference of two shares with the test and interval by the score, whose variance is that under each hypothesis and not what the
 * few events happen to show (Miettinen and Nurminen 1985, Statistics in Medicine 4).
 *
 * @param events among the treated and the untreated
 */
record RiskDifference(int treatedEvents, int treated, int untreatedEvents, int untreated) {

    private static final int HALVINGS = 60;

    double estimate() {
        return (double) treatedEvents / treated - (double) untreatedEvents / untreated;
    }

    /** The score of a hypothesised difference, standard normal under it. */
    double score(double difference) {
        double share = restricted(difference);
        double other = share + difference;
        double n = treated + untreated;
        double variance = (other * (1 - other) / treated + share * (1 - share) / untreated) * n / (n - 1);
        double distance = estimate() - difference;
        if (variance <= 0) {
            return distance == 0 ? 0 : Math.signum(distance) * Double.POSITIVE_INFINITY;
        }
        return distance / Math.sqrt(variance);
    }

    /** The untreated share that is likeliest given the difference: the slope of the likelihood falls as the share rises. */
    private double restricted(double difference) {
        double low = Math.max(0, -difference);
        double high = Math.min(1, 1 - difference);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(treatedEvents, treated, middle + difference) + slope(untreatedEvents, untreated, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double slope(int events, int count, double share) {
        return (events == 0 ? 0 : events / share) - (events == count ? 0 : (count - events) / (1 - share));
    }

    Finding finding(double standardError, double level) {
        double critical = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double score = score(0);
        return new Finding(
                estimate(),
                standardError,
                new Interval(end(-1, critical), end(1, critical), level),
                Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(score))),
                OptionalDouble.empty(),
                OptionalDouble.of(score),
                List.of());
    }

    private double end(int direction, double critical) {
        double inside = estimate();
        double outside = direction;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (Math.abs(score(middle)) <= critical) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }
}
