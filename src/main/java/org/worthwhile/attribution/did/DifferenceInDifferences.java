package org.worthwhile.attribution.did;

import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.StudyCase;

/** Changes over time among the treated against changes among those not treated, or not yet. */
public final class DifferenceInDifferences implements AttributionDesign {

    /** How the differences are combined. */
    enum Estimator {
        GROUP_TIME,
        TWOWAY_FIXED_EFFECTS,
        IMPUTATION
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return switch (studyCase.study().options().choice("estimator", Estimator.GROUP_TIME)) {
            case GROUP_TIME -> new GroupTimeStudy(studyCase).attribute();
            case TWOWAY_FIXED_EFFECTS -> new TwoWayFixedEffects(studyCase).attribute();
            case IMPUTATION -> new Imputation(studyCase).attribute();
        };
    }
}
