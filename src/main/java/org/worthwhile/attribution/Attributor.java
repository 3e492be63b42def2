package org.worthwhile.attribution;

import org.worthwhile.attribution.did.DifferenceInDifferences;
import org.worthwhile.attribution.panel.PanelRegression;

/** Answers studies, each by its design. */
public final class Attributor {

    private Attributor() {}

    /**
     * Answers the study.
     *
     * @throws org.worthwhile.problem.InvalidInput when the data or the roles do not support the design
     */
    public static Attribution attribute(StudyCase studyCase) {
        return design(studyCase.study().design()).attribute(studyCase);
    }

    private static AttributionDesign design(Design design) {
        return switch (design) {
            case DIFFERENCE_IN_DIFFERENCES -> new DifferenceInDifferences();
            case PANEL_REGRESSION -> new PanelRegression();
        };
    }
}
