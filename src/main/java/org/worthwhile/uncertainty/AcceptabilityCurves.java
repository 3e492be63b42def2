package org.worthwhile.uncertainty;

import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.uncertainty.UncertaintyResult.Acceptability;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.OutcomeAcceptability;

/** For each threshold the probability that each option is the one to choose. */
final class AcceptabilityCurves {

    private AcceptabilityCurves() {}

    /** By the least benefit for each pound of cost. */
    static List<Acceptability> byRatio(RatioCounts ratios, int options, int trials) {
        return IntStream.range(0, RatioCounts.THRESHOLDS.length)
                .mapToObj(threshold -> new Acceptability(
                        RatioCounts.THRESHOLDS[threshold],
                        IntStream.range(0, options)
                                .mapToObj(option -> Estimate.ofShare(ratios.chosen(threshold, option), trials))
                                .toList()))
                .toList();
    }

    /** By what a unit of an outcome is worth. */
    static OutcomeAcceptability byOutcome(CostEffectiveness outcome, ThresholdCounts counts, int options, int trials) {
        double[] thresholds = counts.thresholds();
        return new OutcomeAcceptability(
                outcome.outcome(),
                outcome.unit(),
                IntStream.range(0, thresholds.length)
                        .mapToObj(threshold -> new Acceptability(
                                thresholds[threshold],
                                IntStream.range(0, options)
                                        .mapToObj(option -> Estimate.ofShare(counts.best(threshold, option), trials))
                                        .toList()))
                        .toList());
    }
}
