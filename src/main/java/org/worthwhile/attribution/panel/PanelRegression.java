package org.worthwhile.attribution.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;

/** The coefficient of treatment in a least-squares regression with covariates and any number of fixed effects. */
public final class PanelRegression implements AttributionDesign {

    /** A comparison within units over time; without it, of unlike units after adjustment. */
    private static final int LEVEL_WITHIN_UNITS = 3;

    private static final int LEVEL_ADJUSTED = 2;

    /**
     * What the regression says beyond its coefficients.
     *
     * @param degreesOfFreedom rows less estimated parameters
     */
    public record Fit(
            List<String> fixedEffects, int degreesOfFreedom, double residualStandardError, List<String> collinear)
            implements Details {}

    @Override
    public Attribution attribute(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        String treatment = studyCase.required(roles.treatment(), "treatment");
        Sample sample = Sample.of(studyCase, roles.columns(), Set.of());
        List<Term> terms = new ArrayList<>();
        if (roles.fixedEffects().isEmpty()) {
            terms.add(LinearModel.intercept(sample.size()));
        }
        terms.add(new Term(treatment, sample.numbers("/columns/treatment", treatment)));
        terms.addAll(LinearModel.covariates(sample, roles.covariates()));
        RegressionStudy fit = RegressionStudy.fit(studyCase, sample, terms, roles.fixedEffects());
        Coefficient effect = fit.coefficient(studyCase, treatment);
        boolean withinUnits = roles.unit().isPresent()
                && roles.fixedEffects().contains(roles.unit().get());
        return new Attribution(
                studyCase,
                "least-squares",
                "The change in " + roles.outcome() + " that goes with one more unit of " + treatment + held(roles),
                fit.finding(studyCase, effect),
                sample.size(),
                roles.unit().map(unit -> sample.grouping(unit).size()).orElse(sample.size()),
                sample.dropped(),
                fit.coefficients(),
                new Fit(
                        roles.fixedEffects(),
                        fit.regression().degreesOfFreedom(),
                        Math.sqrt(fit.regression().residualSumOfSquares()
                                / fit.regression().degreesOfFreedom()),
                        fit.regression().collinear()),
                diagnostics(studyCase, fit, withinUnits),
                List.of(),
                List.of(fit.covariance().convention(), "Intervals and tests use Student's t."),
                List.of(
                        "Nothing left out of the model moves both " + treatment + " and " + roles.outcome() + ".",
                        "The effect is the same for every unit, or the estimate is read as a weighted average of"
                                + " effects."),
                withinUnits ? LEVEL_WITHIN_UNITS : LEVEL_ADJUSTED);
    }

    private static List<Diagnostic> diagnostics(StudyCase studyCase, RegressionStudy fit, boolean withinUnits) {
        List<Diagnostic> diagnostics = new ArrayList<>(fit.diagnostics(
                studyCase, studyCase.required(studyCase.study().roles().treatment(), "treatment")));
        if (!withinUnits) {
            diagnostics.add(Diagnostic.of(
                    "no-unit-effects",
                    "Comparison within units",
                    Diagnostic.Outcome.WARN,
                    "Units are compared with one another and not with themselves over time, so lasting differences"
                            + " between them may be taken for the effect."));
        }
        return diagnostics;
    }

    private static String held(Study.Roles roles) {
        List<String> held = new ArrayList<>(roles.covariates());
        roles.fixedEffects().forEach(effect -> held.add("differences between values of " + effect));
        return held.isEmpty() ? "" : ", holding constant " + String.join(", ", held);
    }
}
