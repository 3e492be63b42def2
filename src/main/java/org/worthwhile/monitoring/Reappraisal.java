package org.worthwhile.monitoring;

import java.util.List;
import org.worthwhile.proposal.FinancialYear;

/**
 * The case with actuals in the place of forecasts, and what is left as it is now seen.
 *
 * @param from the first year that lies ahead: the one after the last with an actual
 * @param central net present social value with actuals in place and every uncertain input at its central value
 * @param effective how many independent trials those with their weights are worth
 * @param updated whether the trials have weights by what was seen; not where too few of them agree with it
 * @param npsv with actuals in place
 * @param goingOn what the years ahead add, if stopping ended costs and effects alike: what was spent counts no more
 * @param beyondEffectsThatStay the same without effects on people already taken in, if these come even when it is stopped
 * @param contributions to the change of net present social value from that approved
 */
public record Reappraisal(
        FinancialYear from,
        double central,
        double effective,
        boolean updated,
        Spread npsv,
        Spread goingOn,
        Spread beyondEffectsThatStay,
        List<Contribution> contributions) {

    /** With fewer, the trials cannot tell what is left as it is now seen. */
    public static final int LEAST_EFFECTIVE = 100;

    /** With fewer, figures are rough. */
    public static final int FEW_EFFECTIVE = 1000;

    public Reappraisal {
        contributions = List.copyOf(contributions);
    }

    /**
     * A figure over the trials.
     *
     * @param standardError of the mean by the number of trials
     * @param low the tenth percentile and
     * @param high the ninetieth
     * @param aboveZero how likely it is to be above 0
     */
    public record Spread(
            double mean, double standardError, double deviation, double low, double high, double aboveZero) {

        static Spread of(double[] values, Weights weights) {
            double[] ends = weights.quantiles(values, 0.1, 0.9);
            return new Spread(
                    weights.mean(values),
                    weights.standardError(values),
                    weights.deviation(values),
                    ends[0],
                    ends[1],
                    weights.aboveZero(values));
        }
    }

    /** What changed the net present social value. */
    public enum Cause {
        /** What was spent. */
        SPEND,
        /** How many people were reached. */
        PEOPLE,
        /** The outcomes that were measured. */
        OUTCOMES,
        /** What these tell of uncertain inputs, and so of everything else. */
        UPDATE
    }

    /**
     * What a cause adds by way of a line.
     *
     * @param line empty for business as usual
     */
    public record Contribution(String line, Cause cause, double amount) {}
}
