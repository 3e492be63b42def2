package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.List;

/** How the errors of an observational comparison were worked out, in words. */
final class ObservationalConventions {

    private ObservationalConventions() {}

    static List<String> of(ObservationalOptions options, boolean clustered, Effect effect) {
        List<String> conventions = new ArrayList<>();
        conventions.add(
                switch (options.estimator()) {
                    case AIPW -> "Standard errors are by the influence function of the doubly robust estimate.";
                    case IPW ->
                        "Standard errors are by stacked estimating equations, the estimation of propensities included.";
                    case MATCHING -> ofMatching(options, clustered);
                    case REGRESSION ->
                        clustered
                                ? "Standard errors are those of the regression, clustered."
                                : "Standard errors are those of the regression, robust to unequal variance (HC1).";
                    case ENTROPY_BALANCING -> "Standard errors are by the influence function of the balanced estimate.";
                });
        if (effect.degreesOfFreedom().isPresent()) {
            conventions.add("Rows of a cluster count together, in "
                    + (effect.degreesOfFreedom().getAsInt() + 1)
                    + " clusters with the correction G/(G-1); intervals and tests use Student's t with G-1 degrees of"
                    + " freedom.");
        } else {
            conventions.add("Intervals and tests are normal.");
        }
        return conventions;
    }

    private static String ofMatching(ObservationalOptions options, boolean clustered) {
        return "Treated rows are matched in descending order of their propensity, "
                + (options.distance() == ObservationalOptions.Distance.MAHALANOBIS
                        ? "by Mahalanobis's distance in all covariates, "
                        : "")
                + (options.exact().isEmpty()
                        ? ""
                        : "among rows with the same " + String.join(" and ", options.exact()) + ", ")
                + (options.replace()
                        ? "with replacement, to the nearest control on either side"
                        : options.rule() == ObservationalOptions.Rule.NEAREST
                                ? "each without replacement to the nearest control left on either side"
                                : "each without replacement to the nearest control left at or below its own")
                + (options.averagesTies() ? ", the mean of all that are equally near." : ".")
                + (clustered
                        ? " Standard errors are by what each row adds beside its covariates, propensities taken as known."
                        : " Standard errors are those of Abadie and Imbens (2006), propensities taken as known.");
    }
}
