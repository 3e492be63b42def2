package org.worthwhile.appraisal;

import java.util.List;
import org.worthwhile.proposal.UnmonetisedImpact;

/**
 * An impact that could not be valued, and the present value at which it would matter.
 *
 * @param toBreakEven at which the net present social value would be 0
 * @param toChangeRanking at which the option would draw level with the best other one
 */
public record UnmonetisedResult(UnmonetisedImpact impact, Indicator toBreakEven, Indicator toChangeRanking) {

    /**
     * The values at which the impact would matter.
     *
     * @param npsv of the impact's option
     * @param others net present social values of the other options
     */
    static UnmonetisedResult of(UnmonetisedImpact impact, double npsv, List<Double> others) {
        double best = others.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return new UnmonetisedResult(
                impact,
                worth(impact, -npsv, "it would not change whether the option is worthwhile"),
                others.isEmpty()
                        ? Indicator.notMeaningful("there is no other option")
                        : worth(impact, best - npsv, "it would not change which option ranks first"));
    }

    /** A benefit matters by filling a gap, a disbenefit by using up a lead. */
    private static Indicator worth(UnmonetisedImpact impact, double gap, String otherwise) {
        boolean matters = impact.score() > 0 ? gap > 0 : impact.score() < 0 && gap < 0;
        return matters ? Indicator.of(Math.abs(gap)) : Indicator.notMeaningful(otherwise);
    }
}
