package org.worthwhile.attribution.timeseries;

import org.worthwhile.attribution.ResultFields;

/** An estimate with its standard error and the ends of its interval, in the units of the component that has it. */
public record Change(double estimate, double standardError, double low, double high) {

    void describe(ResultFields to) {
        to.estimate(estimate, standardError, low, high);
    }
}
