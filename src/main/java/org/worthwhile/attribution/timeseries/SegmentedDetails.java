package org.worthwhile.attribution.timeseries;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.period.Period;

/**
 * What an interrupted series tells beyond the headline.
 *
 * @param level the jump at the interruption, beyond that of the series it is compared with; of counts, of their logarithm
 * @param slope the change of trend for each step of time, likewise
 * @param averageEffect over all times after the interruption, in units of the outcome
 * @param total that effect added up over those times
 * @param interruptions each with its own changes, the one asked about among them, in order of time
 * @param correlation of errors from one period to the next, where they are an autoregression
 * @param lag of Newey and West's errors
 * @param durbinWatson 2 where neighbouring residuals are unlike, towards 0 where they are alike
 */
public record SegmentedDetails(
        Change level,
        Change slope,
        Change averageEffect,
        Change total,
        List<Interruption> interruptions,
        Optional<Counts> counts,
        Optional<Comparison> comparison,
        OptionalDouble correlation,
        OptionalInt lag,
        double durbinWatson,
        List<String> collinear)
        implements Details {
    public SegmentedDetails {
        interruptions = List.copyOf(interruptions);
        collinear = List.copyOf(collinear);
    }

    @Override
    public void describe(ResultFields to) {
        to.object("level", level::describe)
                .object("slope", slope::describe)
                .object("averageEffect", averageEffect::describe)
                .object("total", total::describe)
                .list(
                        "interruptions",
                        interruptions,
                        (each, of) -> of.period("start", each.start())
                                .object("level", each.level()::describe)
                                .object("slope", each.slope()::describe))
                .object("counts", counts, (found, of) -> found.describe(of))
                .object(
                        "comparison",
                        comparison,
                        (found, of) -> of.number("series", found.series())
                                .object("trendApart", found.trendApart()::describe)
                                .number("pValue", found.pValue()))
                .number("correlation", correlation)
                .number("lag", lag.isPresent() ? OptionalDouble.of(lag.getAsInt()) : OptionalDouble.empty())
                .number("durbinWatson", durbinWatson)
                .texts("collinear", collinear);
    }

    /** One interruption; its slope is the change of trend since the one before it. */
    public record Interruption(Period start, Change level, Change slope) {}

    /**
     * Of counts.
     *
     * @param levelRatio by how much the interruption multiplies the rate at once
     * @param slopeRatio by how much it multiplies the rate with each period
     * @param averageRatio the counts since the interruption over those expected without it
     * @param dispersion squared Pearson residuals over degrees of freedom: 1 where counts vary as the model has it
     * @param theta of the negative binomial; empty for Poisson
     */
    public record Counts(
            String family,
            Change levelRatio,
            Change slopeRatio,
            Change averageRatio,
            double dispersion,
            OptionalDouble theta) {

        void describe(ResultFields to) {
            to.text("family", family)
                    .object("levelRatio", levelRatio::describe)
                    .object("slopeRatio", slopeRatio::describe)
                    .object("averageRatio", averageRatio::describe)
                    .number("dispersion", dispersion)
                    .number("theta", theta);
        }
    }

    /**
     * The series compared with.
     *
     * @param trendApart the interrupted series' trend before interruptions less the others' mean; of counts, in logarithms
     * @param pValue that it is 0
     */
    public record Comparison(int series, Change trendApart, double pValue) {}
}
