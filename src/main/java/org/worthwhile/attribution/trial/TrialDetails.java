package org.worthwhile.attribution.trial;

import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;

/**
 * What a trial finds beyond the headline.
 *
 * @param treatedMean of the outcome, each row counting by its weight
 * @param untreatedMean likewise
 * @param randomisationPValue the share of re-randomisations that give a difference as great
 */
public record TrialDetails(
        double treatedMean,
        double untreatedMean,
        int treated,
        int untreated,
        double randomisationPValue,
        int draws,
        Balance balance)
        implements Details {

    @Override
    public void describe(ResultFields to) {
        to.number("treatedMean", treatedMean)
                .number("untreatedMean", untreatedMean)
                .number("treated", treated)
                .number("untreated", untreated)
                .number("randomisationPValue", randomisationPValue)
                .number("draws", draws)
                .object("balance", balance::describe);
    }
}
