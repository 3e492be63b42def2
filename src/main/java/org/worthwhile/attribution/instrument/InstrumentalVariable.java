package org.worthwhile.attribution.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/** The effect of treatment by what an instrument moves of it. */
final class InstrumentalVariable {

    private static final int LEVEL = 4;

    Attribution attribute(StudyCase given) {
        Sample sample = Sample.of(given, given.study().roles().columns(), Set.of())
                .withoutSingletons(given.study().roles().fixedEffects());
        StudyCase studyCase = RepeatedUnits.of(given, sample).studyCase();
        Study study = studyCase.study();
        Study.Roles roles = study.roles();
        String treatment = studyCase.required(roles.treatment(), "treatment");
        studyCase.required(roles.instruments().stream().findFirst(), "instruments");
        for (int i = 0; i < roles.instruments().size(); i++) {
            String instrument = roles.instruments().get(i);
            if (roles.covariates().contains(instrument) || instrument.equals(treatment)) {
                throw studyCase.unusable(
                        "/columns/instruments/" + i,
                        "'" + instrument + "' is an instrument and something else too",
                        "name it in one role only");
            }
        }
        List<Term> exogenous = new ArrayList<>();
        if (roles.fixedEffects().isEmpty()) {
            exogenous.add(LinearModel.intercept(sample.size()));
        }
        exogenous.addAll(LinearModel.covariates(sample, roles.covariates()));
        List<Term> instruments = IntStream.range(0, roles.instruments().size())
                .mapToObj(i -> new Term(
                        roles.instruments().get(i),
                        sample.numbers(
                                "/columns/instruments/" + i, roles.instruments().get(i))))
                .toList();
        Equation equation = Equation.of(
                sample.numbers("/columns/outcome", roles.outcome()),
                new Term(treatment, sample.numbers("/columns/treatment", treatment)),
                instruments,
                exogenous,
                roles.fixedEffects().stream().map(sample::grouping).toList(),
                RegressionStudy.weights(studyCase, sample));
        requireIdentified(studyCase, equation, treatment);
        List<Grouping> clusters =
                roles.clusters().stream().map(sample::grouping).toList();
        InstrumentOptions options = studyCase.options(InstrumentOptions.class);
        boolean liml = options.estimator() == InstrumentOptions.Estimator.LIML;
        double kappa = liml ? equation.limlKappa() : 1;
        Regression fit = equation.kClass(kappa);
        Covariance.Kind kind = RegressionStudy.kind(
                studyCase,
                fit,
                clusters,
                options.variance(),
                clusters.isEmpty() ? Covariance.Kind.HC1 : Covariance.Kind.CLUSTER);
        Covariance covariance = Covariance.of(fit, kind, clusters, options.twoWay());
        Inference inference =
                Inference.student(covariance.degreesOfFreedom(), study.options().level());
        List<Coefficient> coefficients = coefficients(fit, covariance.matrix(), inference);
        InstrumentDetails details = details(
                equation,
                fit,
                kappa,
                new WeakInstruments(equation, kind, clusters),
                coefficients.getFirst(),
                inference,
                study.options().level());
        Coefficient effect = coefficients.getFirst();
        return new Attribution(
                studyCase,
                options.estimator().id(),
                "The effect on " + roles.outcomeTitle() + " of one more unit of " + treatment + " for those whom "
                        + String.join(" and ", equation.instrumentNames())
                        + (equation.instrumentNames().size() == 1 ? " moves" : " move"),
                finding(effect, inference, details, options.level()),
                sample.size(),
                roles.unit().map(unit -> sample.grouping(unit).size()).orElse(sample.size()),
                sample.dropped(),
                coefficients,
                details,
                InstrumentDiagnostics.of(
                        equation, details, liml ? Optional.empty() : limited(equation, kind, clusters)),
                List.of(new Series(
                        "first-stage",
                        "What the instruments move of " + treatment,
                        IntStream.range(0, details.firstStage().size())
                                .mapToObj(i -> new Series.Point(
                                        details.firstStage().get(i).term(),
                                        i,
                                        details.firstStage().get(i).estimate(),
                                        details.firstStage().get(i).low(),
                                        details.firstStage().get(i).high()))
                                .toList())),
                List.of(
                        covariance.convention(),
                        details.isByAndersonRubin()
                                ? "The interval and the test are those of Anderson and Rubin, which hold however weak the"
                                        + " instruments are; the standard error beside the estimate and the table of"
                                        + " coefficients are the usual ones, which weak instruments make unfit."
                                : "The interval and the test are the usual ones.",
                        liml
                                ? "The estimator is limited-information maximum likelihood, kappa "
                                        + String.format(Locale.ROOT, "%.6f", kappa) + "."
                                : "The estimator is two-stage least squares.",
                        kind == Covariance.Kind.IID
                                ? "The tests of endogeneity and overidentification take errors of equal variance (Wu and"
                                        + " Hausman; Sargan)."
                                : "The tests of endogeneity (by the first stage's residuals) and overidentification"
                                        + " (Hansen's J) are as robust as the standard errors."),
                List.of(
                        "The instrument is as good as random, given the covariates.",
                        "The instrument moves " + roles.outcomeTitle() + " only through " + treatment + ".",
                        "The instrument moves " + treatment + " in one direction for everybody."),
                LEVEL,
                StudySize.UNKNOWN);
    }

    private static void requireIdentified(StudyCase studyCase, Equation equation, String treatment) {
        if (equation.instruments().length == 0) {
            throw studyCase.unusable(
                    "/columns/instruments",
                    "the other columns explain the instruments wholly",
                    "name an instrument that varies apart from them");
        }
        if (equation.firstStageDegreesOfFreedom() < 1) {
            throw studyCase.unusable(
                    "/columns",
                    equation.rows() + " rows cannot tell so many terms apart",
                    "use more data or fewer terms");
        }
        double left = Projection.squareOf(equation.onExogenous().residuals(equation.treatment()));
        if (left <= 1e-18 * Projection.squareOf(equation.treatment())) {
            throw studyCase.unusable(
                    "/columns/treatment",
                    "'" + treatment + "' does not vary apart from the other columns",
                    "leave out the column that explains it, or use other data");
        }
        double moved = Projection.squareOf(
                equation.onExogenous().residuals(equation.onAll().fitted(equation.treatment())));
        if (moved <= 1e-20 * Projection.squareOf(equation.treatment())) {
            throw studyCase.unusable(
                    "/columns/instruments",
                    "'" + treatment + "' does not move with " + String.join(" and ", equation.instrumentNames())
                            + " at all, so that its effect cannot be told",
                    "name an instrument that moves it, or use other data");
        }
    }

    private static List<Coefficient> coefficients(Regression fit, double[][] covariance, Inference inference) {
        return IntStream.range(0, fit.terms().size())
                .mapToObj(j ->
                        inference.coefficient(fit.terms().get(j), fit.coefficients()[j], Math.sqrt(covariance[j][j])))
                .toList();
    }

    /** The estimate by limited-information maximum likelihood, where it is another than that by two-stage least squares. */
    private static Optional<Details.Pair> limited(Equation equation, Covariance.Kind kind, List<Grouping> clusters) {
        if (equation.instruments().length < 2) {
            return Optional.empty();
        }
        Regression fit = equation.kClass(equation.limlKappa());
        return Optional.of(new Details.Pair(
                fit.coefficients()[0], Covariance.of(fit, kind, clusters).standardError(0)));
    }

    private static InstrumentDetails details(
            Equation equation,
            Regression fit,
            double kappa,
            WeakInstruments instruments,
            Coefficient effect,
            Inference inference,
            double level) {
        Regression first = instruments.on(equation.onExogenous().residuals(equation.treatment()));
        Regression reduced = instruments.on(equation.onExogenous().residuals(equation.outcome()));
        SpecificationTests specification =
                new SpecificationTests(equation, fit, instruments.kind(), instruments.clusters());
        return new InstrumentDetails(
                coefficients(first, instruments.covariance(first), inference),
                instruments.firstStageF(),
                instruments.effectiveF(),
                coefficients(reduced, instruments.covariance(reduced), inference),
                specification.wuHausman(),
                specification.endogeneity(),
                specification.sargan(),
                specification.hansen(),
                instruments.andersonRubin(effect.estimate(), effect.standardError(), level),
                kappa);
    }

    /** The usual interval and test where the instruments are strong enough for them, and otherwise those of Anderson and Rubin. */
    private static Finding finding(Coefficient effect, Inference inference, InstrumentDetails details, double level) {
        Finding usual = inference.finding(effect.estimate(), effect.standardError());
        return details.isByAndersonRubin()
                ? new Finding(
                        usual.estimate(),
                        usual.standardError(),
                        details.andersonRubin().interval(level),
                        details.andersonRubin().pValue().orElseThrow(),
                        OptionalDouble.empty(),
                        List.of())
                : usual;
    }
}
