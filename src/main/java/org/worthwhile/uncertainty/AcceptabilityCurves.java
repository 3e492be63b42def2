package org.worthwhile.uncertainty;

import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.uncertainty.UncertaintyResult.Acceptability;
import org.worthwhile.uncertainty.UncertaintyResult.OutcomeAcceptability;

/** For each threshold the probability that each option is the one to choose; counts are by replicate. */
final class AcceptabilityCurves {

    private AcceptabilityCurves() {}

    /** By the least benefit for each pound of cost. */
    static List<Acceptability> byRatio(MonteCarloError error, List<RatioCounts> ratios, int options) {
        return IntStream.range(0, RatioCounts.THRESHOLDS.length)
                .mapToObj(threshold -> new Acceptability(
                        RatioCounts.THRESHOLDS[threshold],
                        IntStream.range(0, options)
                                .mapToObj(option -> error.share(
                                        replicate -> ratios.get(replicate).chosen(threshold, option)))
                                .toList()))
                .toList();
    }

    /** By what a unit of an outcome is worth. */
    static OutcomeAcceptability byOutcome(
            MonteCarloError error, CostEffectiveness outcome, List<ThresholdCounts> counts, int options) {
        double[] thresholds = counts.getFirst().thresholds();
        return new OutcomeAcceptability(
                outcome.outcome(),
                outcome.unit(),
                IntStream.range(0, thresholds.length)
                        .mapToObj(threshold -> new Acceptability(
                                thresholds[threshold],
                                IntStream.range(0, options)
                                        .mapToObj(option -> error.share(replicate ->
                                                counts.get(replicate).best(threshold, option)))
                                        .toList()))
                        .toList());
    }
}
