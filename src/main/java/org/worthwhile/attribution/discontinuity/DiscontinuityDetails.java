package org.worthwhile.attribution.discontinuity;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;

/**
 * What a regression discontinuity finds beyond the headline.
 *
 * @param conventional the estimate and its interval without regard to bias
 * @param biasCorrected the estimate with its bias taken off, and the conventional standard error
 * @param robust the same with the standard error that includes the estimation of the bias
 * @param firstStage the jump of treatment received, in a fuzzy design
 * @param effectiveRows rows within the bandwidth, by side
 */
public record DiscontinuityDetails(
        double cutoff,
        String kernel,
        int order,
        Bandwidth bandwidth,
        Estimate conventional,
        Estimate biasCorrected,
        Estimate robust,
        Optional<FirstStage> firstStage,
        Map<String, Integer> effectiveRows)
        implements Details {
    public DiscontinuityDetails {
        effectiveRows = Collections.unmodifiableMap(new TreeMap<>(effectiveRows));
    }

    @Override
    public void describe(ResultFields to) {
        to.number("cutoff", cutoff)
                .text("kernel", kernel)
                .number("order", order)
                .object("bandwidth", of -> of.number("h", bandwidth.h()).number("b", bandwidth.b()))
                .object("conventional", conventional::describe)
                .object("biasCorrected", biasCorrected::describe)
                .object("robust", robust::describe)
                .object(
                        "firstStage",
                        firstStage,
                        (stage, of) -> of.estimate(stage.estimate(), stage.standardError())
                                .number("f", stage.f())
                                .object(
                                        "andersonRubin",
                                        stage.andersonRubin(),
                                        (bounds, ends) ->
                                                ends.number("low", bounds.low()).number("high", bounds.high())))
                .object("effectiveRows", of -> effectiveRows.forEach(of::number));
    }

    @Override
    public Optional<Pair> ofInterval() {
        return Optional.of(new Pair(robust.estimate(), robust.standardError()));
    }

    /** The main bandwidth and the one for the bias, the same on both sides. */
    public record Bandwidth(double h, double b) {}

    /**
     * The jump of treatment received.
     *
     * @param f its squared t statistic, which judges its strength
     * @param andersonRubin effects of treatment that are not rejected however weak it is; empty where they have no bounds
     */
    public record FirstStage(double estimate, double standardError, double f, Optional<Bounds> andersonRubin) {}

    /** The ends of a set of effects, in units of the outcome. */
    public record Bounds(double low, double high) {}

    /** An estimate with its standard error and the ends of its interval, in units of the outcome. */
    public record Estimate(double estimate, double standardError, double low, double high) {

        void describe(ResultFields to) {
            to.estimate(estimate, standardError, low, high);
        }
    }
}
