package org.worthwhile.attribution.did;

import java.util.List;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.DesignNeeds;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** Difference-in-differences: changes over time among the treated against changes among those not treated, or not yet. */
public final class DifferenceDesign implements AttributionDesign {

    @Override
    public DesignOptions options(GivenOptions given) {
        return DifferenceOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        Study.Roles roles = studyCase.study().roles();
        boolean twoWay = studyCase.study().options() instanceof DifferenceOptions options
                && options.estimator() == DifferenceOptions.Estimator.TWOWAY_FIXED_EFFECTS;
        List<String> lacking = DesignNeeds.beforeAndAfter(studyCase, shape);
        if (lacking.isEmpty() && !roles.named().contains(Role.TREATMENT_START) && !twoWay) {
            lacking.add("a column treatmentStart of when each unit's treatment begins, 0 or never for those without:"
                    + " in every row of a unit, the first time at which the column treatment is 1");
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                3,
                "Without treatment, the treated would have changed as the others did.",
                "More times before treatment, controls more like the treated, or treatment by lot.",
                shape.hasFewTreated());
    }

    @Override
    public boolean comparesUnitsOverTime() {
        return true;
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return switch (studyCase.options(DifferenceOptions.class).estimator()) {
            case GROUP_TIME -> new GroupTimeStudy(studyCase).attribute();
            case TWOWAY_FIXED_EFFECTS -> new TwoWayFixedEffects(studyCase).attribute();
            case IMPUTATION -> new Imputation(studyCase).attribute();
        };
    }
}
