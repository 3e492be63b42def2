package org.worthwhile.attribution;

import java.util.Map;
import java.util.Optional;

/**
 * What the statistic of a check is.
 *
 * @param name as the field calls it
 * @param threshold when the check is not passed, as a clause after "unless"; empty where it judges nothing
 */
public record CheckStatistic(String name, String threshold) {

    private static final String P_BELOW = "the p-value is below 0.05";

    private static final String DRIFT =
            P_BELOW + ", with such noise there would be no effect, or a forecast is likelier with it";

    private static final Map<String, CheckStatistic> BY_CHECK = Map.ofEntries(
            check("pre-trends", "joint test of all effects before treatment", P_BELOW),
            check("placebo-date", "effect at the made-up start", P_BELOW),
            check(
                    "trend-sensitivity",
                    "drift after treatment that undoes the finding, in largest drifts seen before",
                    ""),
            check("decomposition", "weight of comparisons with units already treated", "above 0.1"),
            check("staggered-timing", "different starts of treatment", "there are more than 1"),
            check("treatment-ends", "units whose treatment ends", "there are any"),
            check("few-treated", "treated units", "only one is treated, or a cohort is of one unit"),
            check(
                    "pre-period-fit",
                    "root mean squared gap before treatment",
                    "above half of the treated's own standard deviation over time, and above that of every control; or the gap goes"
                            + " with the controls' mean"),
            check("placebo-in-space", "permutation test", "the p-value is above 0.05"),
            check("placebo-in-time", "effect at the made-up start", "above a third of the effect"),
            check("first-stage", "F of the jump in treatment", "below 10"),
            check("mass-points", "distinct values of the running variable", "there are few for the rows"),
            check("density", "difference of log densities at the cutoff", P_BELOW),
            check("placebo-above", "jump at the made-up cutoff", P_BELOW),
            check("placebo-below", "jump at the made-up cutoff", P_BELOW),
            check("repeated-units", "rows beyond one for each unit", "there are any"),
            check("repeated-rows", "rows that repeat another", "there are more than by chance"),
            check("clusters", "clusters", "there are too few for the errors"),
            check("missing-periods", "missing periods", "there are any"),
            check("effective-draws", "independent draws", "below 100"),
            check(
                    "random-walk",
                    "likelihood ratio of a correlation above 0.6",
                    P_BELOW + ", or fewer than 20 times come before"),
            check("drift-beneath-noise", "likelihood ratio of noise about a lasting autoregression", DRIFT),
            check("stability", "tests of estimates without a fifth of the times", P_BELOW),
            check("fit-before", "R-squared before the interruption", ""),
            check("autocorrelation", "Ljung-Box chi-squared", P_BELOW),
            check("overlap", "share of rows without a like in the other arm", "above 0.1"),
            check("matched", "treated rows matched", "fewer than all"),
            check("ties", "treated rows with ties", ""),
            check("unobserved-confounding", "robustness value", ""),
            check("instrument-strength", "effective F", "below 23.1"),
            check("liml", "estimate", ""),
            check("wu-hausman", "endogeneity statistic", ""),
            check("overidentification", "overidentification statistic", P_BELOW),
            check("unexplained", "share that no cause explains", "above 0.5 in size"),
            check("adds-up", "sum of contributions less the whole", "it is not 0"),
            check("influence", "largest change by leaving one out, in standard errors", "above 1 in size"),
            check("multicollinearity", "variance inflation factor", "10 or more"),
            check("residual-spread", "Koenker's chi-squared", P_BELOW + " and the errors assume equal spread"),
            check(
                    "residual-memory",
                    "correlation of neighbouring residuals",
                    P_BELOW + " and the errors do not allow for it"),
            check("cross-dependence", "Pesaran's CD", P_BELOW),
            check("hausman", "Hausman chi-squared", P_BELOW),
            check(
                    "balance",
                    "largest standardised difference of a covariate, a square or a product",
                    "above 0.1 and what chance gives"),
            check("functional-form", "Ramsey's RESET", P_BELOW),
            check("assignment-balance", "largest standardised difference of a covariate", P_BELOW),
            check("continuity", "jump of the covariate", P_BELOW),
            check("seasonality", "F of the season's terms", ""),
            check("comparison-before", "difference of trends before the interruption", P_BELOW),
            check("rate-ratio", "incidence-rate ratio", ""),
            check("overdispersion", "squared Pearson residuals over degrees of freedom", "well above 1"),
            check("wild-bootstrap", "wild cluster bootstrap", "it comes to another verdict than the estimate"),
            check("randomisation-test", "randomisation test", ""),
            check("attrition", "difference in the share of missing outcomes", P_BELOW));

    /** Of a check whose statistic has no other name. */
    private static final CheckStatistic OTHER = new CheckStatistic("statistic", "");

    private static Map.Entry<String, CheckStatistic> check(String id, String name, String threshold) {
        return Map.entry(id, new CheckStatistic(name, threshold));
    }

    /** What the statistic of a check is; empty where the check has neither a statistic nor a p-value. */
    public static Optional<CheckStatistic> of(Diagnostic diagnostic) {
        return diagnostic.statistic().isEmpty() && diagnostic.pValue().isEmpty()
                ? Optional.empty()
                : Optional.of(BY_CHECK.getOrDefault(diagnostic.id(), OTHER));
    }
}
