package org.worthwhile.attribution.did;

import java.util.List;
import java.util.Optional;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.trends.TrendSensitivity;

/** The effect by periods since treatment, relative to the period before it, where the start of treatment is known. */
record TwoWayDetails(
        List<TwoWayEventStudy.EventTime> eventTime,
        List<String> fixedEffects,
        List<String> collinear,
        List<Decomposition.Labelled> decomposition,
        List<TrendSensitivity.Multiple> trendSensitivity,
        List<TrendSensitivity.SlopeChange> trendSmoothness,
        Optional<TrendSensitivity.Breakdown> trendBreakdown)
        implements Details {

    @Override
    public void describe(ResultFields to) {
        to.list(
                        "eventTime",
                        eventTime,
                        (each, of) -> of.number("time", each.time()).estimate(each.estimate(), each.standardError()))
                .texts("fixedEffects", fixedEffects)
                .texts("collinear", collinear)
                .list("decomposition", decomposition, Decomposition.Labelled::describe);
        TrendSensitivity.describe(trendSensitivity, trendSmoothness, trendBreakdown, to);
    }
}
