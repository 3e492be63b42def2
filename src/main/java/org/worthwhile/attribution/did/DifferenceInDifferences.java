package org.worthwhile.attribution.did;

import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.options.DifferenceOptions;

/** Changes over time among the treated against changes among those not treated, or not yet. */
public final class DifferenceInDifferences implements AttributionDesign {

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return switch (studyCase.options(DifferenceOptions.class).estimator()) {
            case GROUP_TIME -> new GroupTimeStudy(studyCase).attribute();
            case TWOWAY_FIXED_EFFECTS -> new TwoWayFixedEffects(studyCase).attribute();
            case IMPUTATION -> new Imputation(studyCase).attribute();
        };
    }
}
