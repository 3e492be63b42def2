package org.worthwhile.generated;

import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.framework.Denominator;
import org.worthwhile.framework.Framework;

/** Cases under frameworks that divide benefits by something else. */
public final class Denominators {

    private Denominators() {}

    public static AppraisalCase with(Denominator denominator, AppraisalCase basis) {
        Framework old = basis.framework();
        Framework changed = new Framework(
                old.id(),
                old.title(),
                old.publisher(),
                old.edition(),
                old.summary(),
                old.standing(),
                old.supersededBy(),
                old.priceIndex(),
                old.standard(),
                old.health(),
                old.longHorizon(),
                old.rateSensitivities(),
                old.optimismBias(),
                old.confidenceCorrections(),
                old.incomeElasticity(),
                old.marginalCostOfPublicFunds(),
                denominator,
                old.valueForMoney(),
                old.sources());
        return new AppraisalCase(
                basis.proposal(),
                changed,
                basis.priceIndex(),
                basis.unitValues(),
                basis.evidence(),
                basis.evidenceByOutcome());
    }
}
