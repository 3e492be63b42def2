package org.worthwhile.attribution.observational;

import java.util.List;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;

/**
 * What an observational comparison finds beyond the headline.
 *
 * @param propensity least and greatest score, treated first
 * @param matched means of the propensity with the weights that were used, treated first
 * @param matchedRows treated rows that were used
 * @param robustnessValue the share of what covariates leave of both treatment and outcome that an unseen cause would have to
 *     explain to bring the effect to 0 (Cinelli and Hazlett 2020)
 * @param eValue how strongly, as a ratio of risks, an unseen cause would have to go with both (VanderWeele and Ding 2017)
 */
public record ObservationalDetails(
        List<Range> propensity,
        List<Double> matched,
        int matchedRows,
        Balance balance,
        double robustnessValue,
        double eValue)
        implements Details {
    public ObservationalDetails {
        propensity = List.copyOf(propensity);
        matched = List.copyOf(matched);
    }

    @Override
    public void describe(ResultFields to) {
        to.list(
                        "propensity",
                        propensity,
                        (range, of) -> of.text("arm", range.arm())
                                .number("least", range.least())
                                .number("greatest", range.greatest()))
                .numbers("matched", matched)
                .number("matchedRows", matchedRows)
                .object("balance", balance::describe)
                .number("robustnessValue", robustnessValue)
                .number("eValue", eValue);
    }

    /** The propensity scores of an arm, from the least to the greatest. */
    public record Range(String arm, double least, double greatest) {}
}
