package org.worthwhile.attribution.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Periods;

/**
 * The coefficient of treatment in a regression with covariates and any number of fixed effects, or with units that differ by
 * chance, or of changes from one time to the next.
 */
public final class PanelRegression {

    /** A comparison within units over time; without it, of unlike units after adjustment. */
    private static final int LEVEL_WITHIN_UNITS = 3;

    private static final int LEVEL_ADJUSTED = 2;

    /**
     * What the regression says beyond its coefficients.
     *
     * @param degreesOfFreedom rows less estimated parameters
     * @param betweenVariance of lasting differences between units, where these are taken as chance
     * @param withinVariance of the rest, likewise
     */
    public record Fit(
            List<String> fixedEffects,
            int degreesOfFreedom,
            double residualStandardError,
            List<String> collinear,
            OptionalDouble betweenVariance,
            OptionalDouble withinVariance)
            implements Details {

        @Override
        public void describe(ResultFields to) {
            to.texts("fixedEffects", fixedEffects)
                    .number("degreesOfFreedom", degreesOfFreedom)
                    .number("residualStandardError", residualStandardError)
                    .texts("collinear", collinear)
                    .number("betweenVariance", betweenVariance)
                    .number("withinVariance", withinVariance);
        }
    }

    /** A fit with what its estimator alone can say. */
    private record Fitted(
            RegressionStudy study,
            String estimator,
            List<String> fixedEffects,
            boolean withinUnits,
            Optional<RandomEffects> random,
            List<Diagnostic> diagnostics,
            List<String> conventions,
            List<String> assumptions) {}

    Attribution attribute(StudyCase given) {
        Sample all = Sample.of(given, given.study().roles().columns(), Set.of());
        StudyCase byUnit = RepeatedUnits.of(given, all).studyCase();
        boolean open = given.study().roles().clusters().isEmpty()
                && given.study().options().variance().isEmpty();
        return attribute(byUnit, all, open ? byUnit.clusteredByTimeToo() : Optional.empty());
    }

    /**
     * Answers the study.
     *
     * @param both the same clustered by unit and time, which is answered instead where units' errors go together; empty where the study
     *     says how to cluster
     */
    private static Attribution attribute(StudyCase studyCase, Sample all, Optional<StudyCase> both) {
        Study.Roles roles = studyCase.study().roles();
        String treatment = studyCase.required(roles.treatment(), "treatment");
        Sample sample = studyCase.options(PanelOptions.class).estimator() == PanelOptions.Estimator.FIXED_EFFECTS
                ? all.withoutSingletons(roles.fixedEffects())
                : all;
        requireEachTimeOnce(studyCase, sample);
        List<Term> terms =
                new ArrayList<>(List.of(new Term(treatment, sample.numbers("/columns/treatment", treatment))));
        terms.addAll(LinearModel.covariates(sample, roles.covariates()));
        Fitted fitted = switch (studyCase.options(PanelOptions.class).estimator()) {
            case FIXED_EFFECTS -> fixedEffects(studyCase, sample, terms);
            case RANDOM_EFFECTS -> randomEffects(studyCase, sample, terms);
            case FIRST_DIFFERENCES -> firstDifferences(studyCase, sample, terms);
        };
        RegressionStudy fit = fitted.study;
        if (both.isPresent()
                && CrossDependence.of(studyCase, fit)
                        .filter(CrossDependence::isFound)
                        .isPresent()) {
            return attribute(both.get(), all, Optional.empty());
        }
        Coefficient effect = fit.coefficient(studyCase, treatment);
        List<String> conventions = new ArrayList<>(fitted.conventions);
        conventions.add(fit.covariance().convention());
        conventions.add("Intervals and tests use Student's t.");
        List<String> assumptions = new ArrayList<>(fitted.assumptions);
        assumptions.add("Nothing left out of the model moves both " + treatment + " and " + roles.outcomeTitle() + ".");
        assumptions.add(
                "The effect is the same for every unit, or the estimate is read as a weighted average of effects.");
        return new Attribution(
                studyCase,
                fitted.estimator,
                "The change in " + roles.outcomeTitle() + " that goes with one more unit of " + treatment + held(roles),
                fit.finding(studyCase, effect),
                fit.sample().size(),
                roles.unit()
                        .map(unit -> fit.sample().grouping(unit).size())
                        .orElse(fit.sample().size()),
                sample.dropped(),
                fit.coefficients(),
                new Fit(
                        fitted.fixedEffects,
                        fit.regression().degreesOfFreedom(),
                        Math.sqrt(fit.regression().residualSumOfSquares()
                                / fit.regression().degreesOfFreedom()),
                        fit.regression().collinear(),
                        fitted.random
                                .map(random -> OptionalDouble.of(random.betweenVariance()))
                                .orElse(OptionalDouble.empty()),
                        fitted.random
                                .map(random -> OptionalDouble.of(random.withinVariance()))
                                .orElse(OptionalDouble.empty())),
                diagnostics(studyCase, fitted, effect),
                List.of(),
                conventions,
                assumptions,
                fitted.withinUnits ? LEVEL_WITHIN_UNITS : LEVEL_ADJUSTED,
                StudySize.UNKNOWN);
    }

    /** Changes and lasting differences between units need one row of a unit at a time; fixed effects do without. */
    private static void requireEachTimeOnce(StudyCase studyCase, Sample sample) {
        Study.Roles roles = studyCase.study().roles();
        boolean needed = studyCase.options(PanelOptions.class).estimator() != PanelOptions.Estimator.FIXED_EFFECTS;
        Optional<Periods> periods = Periods.ifNamed(studyCase, sample);
        if (!needed || roles.unit().isEmpty() || periods.isEmpty()) {
            return;
        }
        Grouping cells =
                sample.grouping(roles.unit().get()).intersection(periods.get().grouping());
        boolean[] seen = new boolean[cells.size()];
        for (int code : cells.codes()) {
            if (seen[code]) {
                throw studyCase.unusable(
                        "/columns/unit",
                        "there is more than one row of the unit and time "
                                + cells.labels().get(code),
                        "leave one row for each unit and time, with a filter or by adding them up");
            }
            seen[code] = true;
        }
    }

    private static Fitted fixedEffects(StudyCase studyCase, Sample sample, List<Term> terms) {
        Study.Roles roles = studyCase.study().roles();
        List<Term> all = new ArrayList<>();
        if (roles.fixedEffects().isEmpty()) {
            all.add(LinearModel.intercept(sample.size()));
        }
        all.addAll(terms);
        return new Fitted(
                RegressionStudy.fit(studyCase, sample, all, roles.fixedEffects()),
                roles.fixedEffects().isEmpty() ? "least-squares" : "fixed-effects",
                roles.fixedEffects(),
                roles.unit().isPresent()
                        && roles.fixedEffects().contains(roles.unit().get()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Fitted randomEffects(StudyCase studyCase, Sample sample, List<Term> terms) {
        Study.Roles roles = studyCase.study().roles();
        String unit = studyCase.required(roles.unit(), "unit");
        for (String effect : roles.fixedEffects()) {
            if (!effect.equals(unit)) {
                terms.addAll(LinearModel.indicators(effect, sample.grouping(effect)));
            }
        }
        Grouping units = sample.grouping(unit);
        double[] outcome = sample.numbers("/columns/outcome", roles.outcome());
        RandomEffects random = RandomEffects.of(outcome, terms, units)
                .orElseThrow(() -> studyCase.unusable(
                        "/columns/unit",
                        units.size() + " units cannot tell lasting differences between units from the rest",
                        "use more units or fewer terms"));
        return new Fitted(
                RegressionStudy.fit(
                        studyCase, sample, random.outcome(), random.terms(), List.of(), Covariance.Kind.HC1),
                "random-effects",
                List.of(),
                false,
                Optional.of(random),
                List.of(RandomEffects.diagnostic(RandomEffects.hausman(outcome, terms, units, random))),
                List.of("The variances of units and rows are Swamy and Arora's; Hausman's test takes errors of equal"
                        + " variance."),
                List.of("Lasting differences between units have nothing to do with "
                        + terms.getFirst().name() + "."));
    }

    private static Fitted firstDifferences(StudyCase studyCase, Sample sample, List<Term> terms) {
        Study.Roles roles = studyCase.study().roles();
        String unit = studyCase.required(roles.unit(), "unit");
        FirstDifferences differences = FirstDifferences.of(sample.grouping(unit), Periods.of(studyCase, sample));
        if (differences.rows().length == 0) {
            throw studyCase.unusable(
                    "/columns/unit", "no unit has rows of two times", "name the column that tells the units apart");
        }
        List<String> effects = roles.fixedEffects().stream()
                .filter(effect -> !effect.equals(unit))
                .toList();
        List<Term> all = new ArrayList<>();
        if (effects.isEmpty()) {
            all.add(LinearModel.intercept(differences.rows().length));
        }
        all.addAll(differences.of(terms));
        return new Fitted(
                RegressionStudy.fit(
                        studyCase,
                        sample.at(differences.rows()),
                        differences.of(sample.numbers("/columns/outcome", roles.outcome())),
                        all,
                        effects,
                        Covariance.Kind.HC1),
                "first-differences",
                effects,
                true,
                Optional.empty(),
                List.of(),
                List.of(
                        "Each row is the change since the unit's row before it, whatever the time between; the weights and"
                                + " clusters are the later row's."),
                List.of());
    }

    private static List<Diagnostic> diagnostics(StudyCase studyCase, Fitted fitted, Coefficient effect) {
        List<Diagnostic> diagnostics = new ArrayList<>(fitted.diagnostics);
        if (!fitted.withinUnits && fitted.random.isEmpty()) {
            diagnostics.add(Diagnostic.of(
                    "no-unit-effects",
                    "Comparison within units",
                    Outcome.WARN,
                    "Units are compared with one another and not with themselves over time, so lasting differences"
                            + " between them may be taken for the effect."));
        }
        diagnostics.addAll(fitted.study.diagnostics(studyCase, effect.term()));
        diagnostics.addAll(new FitChecks(studyCase, fitted.study, effect).diagnostics());
        CrossDependence.of(studyCase, fitted.study)
                .map(found -> found.diagnostic(allowsForCommonShocks(studyCase)))
                .ifPresent(diagnostics::add);
        return diagnostics;
    }

    private static boolean allowsForCommonShocks(StudyCase studyCase) {
        return studyCase
                .study()
                .options()
                .variance()
                .map(kind -> kind == Covariance.Kind.DRISCOLL_KRAAY)
                .orElse(studyCase.isClusteredByTime());
    }

    private static String held(Study.Roles roles) {
        List<String> held = new ArrayList<>(roles.covariates());
        roles.fixedEffects().forEach(effect -> held.add("differences between values of " + effect));
        return held.isEmpty() ? "" : ", holding constant " + String.join(", ", held);
    }
}
