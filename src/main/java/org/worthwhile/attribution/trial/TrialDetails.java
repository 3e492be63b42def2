package org.worthwhile.attribution.trial;

import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.Details;

/**
 * What a trial finds beyond the headline.
 *
 * @param treatedMean of the outcome
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
        implements Details {}
