package org.worthwhile.attribution.timeseries;

import java.util.List;
import org.worthwhile.attribution.Details;

/**
 * What an interrupted series tells beyond the headline.
 *
 * @param level the jump at the interruption
 * @param slope the change of trend for each step of time
 * @param averageEffect over all times after the interruption
 * @param lag of the standard errors
 * @param durbinWatson 2 where neighbouring residuals are unlike, towards 0 where they are alike
 */
public record SegmentedDetails(
        Change level, Change slope, Change averageEffect, int lag, double durbinWatson, List<String> collinear)
        implements Details {
    public SegmentedDetails {
        collinear = List.copyOf(collinear);
    }

    public record Change(double estimate, double standardError, double low, double high) {}
}
