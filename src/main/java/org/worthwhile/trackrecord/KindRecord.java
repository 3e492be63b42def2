package org.worthwhile.trackrecord;

import java.util.List;
import java.util.Optional;
import org.worthwhile.framework.OptimismBiasType;

/**
 * The record of a kind of project in one measure.
 *
 * @param projects how many
 * @param meanRatio of its own projects, each counted alike
 * @param medianRatio of them
 * @param expectation of the next, with what other kinds tell of it
 * @param draws ratios of the next, each as likely as the others; empty where it is not known
 * @param guidance what the guidance's table says of the kind, of a cost only
 */
public record KindRecord(
        Kind kind,
        int projects,
        double meanRatio,
        double medianRatio,
        Expectation expectation,
        List<Double> draws,
        Optional<OptimismBiasType> guidance) {
    public KindRecord {
        draws = List.copyOf(draws);
    }
}
