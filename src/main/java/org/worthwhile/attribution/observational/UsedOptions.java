package org.worthwhile.attribution.observational;

import java.util.List;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.observational.ObservationalOptions.Distance;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimand;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimator;
import org.worthwhile.attribution.observational.ObservationalOptions.Rule;
import org.worthwhile.problem.InvalidInput;

/** Whether a comparison uses the options it is given: one that it does not use is refused, and never ignored. */
final class UsedOptions {

    private UsedOptions() {}

    /** An option of matching that is set. */
    private record OfMatching(String name, boolean isSet, String what) {}

    /**
     * Requires that every option which is set is used.
     *
     * @throws InvalidInput naming the first that is not
     */
    static void require(StudyCase studyCase, ObservationalOptions options) {
        List<OfMatching> ofMatching = List.of(
                new OfMatching("distance", options.distance() == Distance.MAHALANOBIS, "a distance is used"),
                new OfMatching("exact", !options.exact().isEmpty(), "covariates that must be equal are used"),
                new OfMatching("ratio", options.ratio() > 1, "a number of matches is used"),
                new OfMatching("replace", options.replace(), "whether a control may be matched again is used"),
                new OfMatching(
                        "rule", options.rule() == Rule.BELOW_FIRST, "a rule of which control is the nearest is used"),
                new OfMatching("ties", options.ties().isPresent(), "what is done with controls equally near is used"),
                new OfMatching("caliper", options.caliper().isPresent(), "a caliper is used"));
        for (OfMatching option : ofMatching) {
            if (option.isSet() && options.estimator() != Estimator.MATCHING) {
                throw studyCase.unusable(
                        "/options/" + option.name(),
                        option.what() + " by matching alone",
                        "set estimator to matching, or leave it out");
            }
        }
        if (options.rule() == Rule.BELOW_FIRST && options.replace()) {
            throw studyCase.unusable(
                    "/options/rule",
                    "controls below a treated unit come first only where each is matched once",
                    "set replace to false, or leave the rule out");
        }
        if (options.rule() == Rule.BELOW_FIRST && options.distance() == Distance.MAHALANOBIS) {
            throw studyCase.unusable(
                    "/options/rule",
                    "by Mahalanobis's distance no control is below another",
                    "set distance to propensity, or leave the rule out");
        }
        if (options.estimand() == Estimand.OVERLAP && options.estimator() != Estimator.IPW) {
            throw studyCase.unusable(
                    "/options/estimand",
                    "overlap weights are used by the estimator ipw alone",
                    "set estimator to ipw, or use another estimand");
        }
    }
}
