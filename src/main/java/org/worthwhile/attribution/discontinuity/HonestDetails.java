package org.worthwhile.attribution.discontinuity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;

/**
 * What an honest interval rests on.
 *
 * @param curvature the bound on the second derivative of the mean outcome
 * @param ruleOfThumb whether the data gave it and not the study
 * @param worstBias the most by which the estimate may be off within the bound
 * @param effectiveRows rows within the bandwidth, by side
 * @param otherBounds the interval under other bounds
 */
public record HonestDetails(
        double cutoff,
        String kernel,
        double bandwidth,
        double curvature,
        boolean ruleOfThumb,
        double worstBias,
        Map<String, Integer> effectiveRows,
        List<Bounded> otherBounds)
        implements Details {
    public HonestDetails {
        effectiveRows = Collections.unmodifiableMap(new TreeMap<>(effectiveRows));
        otherBounds = List.copyOf(otherBounds);
    }

    @Override
    public void describe(ResultFields to) {
        to.number("cutoff", cutoff)
                .text("kernel", kernel)
                .number("bandwidth", bandwidth)
                .number("curvature", curvature)
                .flag("ruleOfThumb", ruleOfThumb)
                .number("worstBias", worstBias)
                .object("effectiveRows", of -> effectiveRows.forEach(of::number))
                .list(
                        "otherBounds",
                        otherBounds,
                        (each, of) -> of.number("curvature", each.curvature())
                                .number("estimate", each.estimate())
                                .number("low", each.low())
                                .number("high", each.high()));
    }

    /** The finding under a bound. */
    public record Bounded(double curvature, double estimate, double low, double high) {}
}
