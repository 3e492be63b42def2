package org.worthwhile.attribution.synthetic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;

/**
 * What a synthetic control study finds beyond the headline.
 *
 * @param preFit the root mean squared gap before treatment, a constant gap taken off where the estimator does
 * @param rmspeRatio the root mean squared gap after treatment for each unit of the one before
 * @param permutationPValue the share of all units, each taken for the treated one in turn, with as great a ratio
 */
public record SyntheticDetails(
        Weights weights, double preFit, double rmspeRatio, double permutationPValue, String inference)
        implements Details {

    @Override
    public void describe(ResultFields to) {
        to.object("weights", of -> of.numbers("unit", weights.unit()).numbers("time", weights.time()))
                .number("preFit", preFit)
                .number("rmspeRatio", rmspeRatio)
                .number("permutationPValue", permutationPValue)
                .text("inference", inference);
    }

    /** By name; those of almost 0 are left out. */
    public record Weights(Map<String, Double> unit, Map<String, Double> time) {
        public Weights {
            unit = Collections.unmodifiableMap(new LinkedHashMap<>(unit));
            time = Collections.unmodifiableMap(new LinkedHashMap<>(time));
        }
    }
}
