package org.worthwhile.proposal;

import java.util.Optional;

/**
 * The part of a fiscal impact that one organisation saves.
 *
 * @param share of the impact's value
 * @param cashable share of the saving that can be taken out of a budget
 * @param cashableFrom the first year in which it can; absent means from the first saving
 */
public record Saving(String organisation, Figure share, Figure cashable, Optional<FinancialYear> cashableFrom) {}
