package org.worthwhile.attribution;

import org.worthwhile.attribution.causes.ManyCauses;
import org.worthwhile.attribution.did.DifferenceInDifferences;
import org.worthwhile.attribution.discontinuity.RegressionDiscontinuity;
import org.worthwhile.attribution.estimation.NotConvergedException;
import org.worthwhile.attribution.instrument.InstrumentalVariable;
import org.worthwhile.attribution.observational.ObservationalComparison;
import org.worthwhile.attribution.panel.PanelRegression;
import org.worthwhile.attribution.synthetic.SyntheticControl;
import org.worthwhile.attribution.timeseries.InterruptedTimeSeries;
import org.worthwhile.attribution.trial.RandomisedTrial;

/** Answers studies, each by its design. */
public final class Attributor {

    private Attributor() {}

    /**
     * Answers the study.
     *
     * @throws org.worthwhile.problem.InvalidInput when the data or the roles do not support the design, or when an
     *     estimator's iteration does not converge
     */
    public static Attribution attribute(StudyCase studyCase) {
        UsedRoles.require(studyCase);
        Magnitudes.require(studyCase);
        try {
            return design(studyCase.study().design()).attribute(studyCase);
        } catch (NotConvergedException unsolved) {
            throw studyCase.unusable(
                    "/columns",
                    "the fixed effects could not be solved for: the iteration was given up after " + unsolved.steps()
                            + " steps",
                    "use fewer fixed effects, or data in which more rows tie their groups to one another");
        }
    }

    private static AttributionDesign design(Design design) {
        return switch (design) {
            case RANDOMISED_TRIAL -> new RandomisedTrial();
            case DIFFERENCE_IN_DIFFERENCES -> new DifferenceInDifferences();
            case SYNTHETIC_CONTROL -> new SyntheticControl();
            case INTERRUPTED_TIME_SERIES -> new InterruptedTimeSeries();
            case REGRESSION_DISCONTINUITY -> new RegressionDiscontinuity();
            case INSTRUMENTAL_VARIABLE -> new InstrumentalVariable();
            case OBSERVATIONAL -> new ObservationalComparison();
            case PANEL_REGRESSION -> new PanelRegression();
            case MANY_CAUSES -> new ManyCauses();
        };
    }
}
