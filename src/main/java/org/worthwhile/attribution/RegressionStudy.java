package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.SerialCovariance;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.RegressionOptions;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.problem.InvalidInput;

/**
 * A regression as a study asks for it: its fit, its covariance and what every regression-based design says of it.
 *
 * @param terms as they were given, before fixed effects are taken out
 * @param kind of the covariance
 * @param coefficients of the terms, with intervals at the study's level
 */
public record RegressionStudy(
        Sample sample,
        List<Term> terms,
        Regression regression,
        Covariance.Kind kind,
        Covariance covariance,
        List<Coefficient> coefficients) {

    /** A clustered error below this share of the one without clusters is none but for rounding. */
    private static final double NO_ERROR = 1e-7;

    /**
     * Fits the outcome on the terms.
     *
     * @param fixedEffects column names
     * @throws InvalidInput when weights are not positive, no degree of freedom is left, or the
     *     variance asked for cannot be had
     */
    public static RegressionStudy fit(StudyCase studyCase, Sample sample, List<Term> terms, List<String> fixedEffects) {
        return fit(studyCase, sample, terms, fixedEffects, Covariance.Kind.HC1);
    }

    /** The same with the variance that is meant where the study names neither one nor a cluster. */
    public static RegressionStudy fit(
            StudyCase studyCase,
            Sample sample,
            List<Term> terms,
            List<String> fixedEffects,
            Covariance.Kind otherwise) {
        double[] outcome =
                sample.numbers("/columns/outcome", studyCase.study().roles().outcome());
        return fit(studyCase, sample, outcome, terms, fixedEffects, otherwise);
    }

    /** The same of an outcome made from the study's, such as its changes. */
    public static RegressionStudy fit(
            StudyCase studyCase,
            Sample sample,
            double[] outcome,
            List<Term> terms,
            List<String> fixedEffects,
            Covariance.Kind otherwise) {
        Study study = studyCase.study();
        Study.Roles roles = study.roles();
        double[] weights = weights(studyCase, sample);
        List<Grouping> effects = fixedEffects.stream().map(sample::grouping).toList();
        Regression regression = Regression.fit(outcome, terms, effects, weights);
        if (regression.terms().isEmpty()) {
            throw notIdentified(
                    studyCase,
                    "/columns",
                    terms.stream().map(Term::name).collect(Collectors.joining("', '")),
                    !effects.isEmpty());
        }
        if (regression.degreesOfFreedom() < 1) {
            throw studyCase.unusable(
                    "/columns",
                    regression.rows() + " rows cannot tell " + regression.parameters() + " parameters apart",
                    "use more data or fewer terms");
        }
        List<Grouping> clusters =
                roles.clusters().stream().map(sample::grouping).toList();
        Covariance.Kind kind = kind(
                studyCase,
                regression,
                clusters,
                studyCase.options(RegressionOptions.class).variance(),
                UsualVariance.kind(regression, clusters, otherwise));
        Covariance covariance = covariance(studyCase, sample, regression, kind, clusters);
        double level = study.options().level();
        List<Coefficient> coefficients = IntStream.range(0, regression.terms().size())
                .mapToObj(term -> coefficient(regression, covariance, term, level))
                .toList();
        return new RegressionStudy(sample, terms, regression, kind, covariance, coefficients);
    }

    /** A coefficient, of whose error nothing is said where it cannot be told. */
    private static Coefficient coefficient(Regression regression, Covariance covariance, int term, double level) {
        String name = regression.terms().get(term);
        double estimate = regression.coefficients()[term];
        return covariance.degreesOfFreedom(term) > 0
                ? Inference.student(covariance.degreesOfFreedom(term), level)
                        .coefficient(name, estimate, covariance.standardError(term))
                : new Coefficient(name, estimate, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private static Covariance covariance(
            StudyCase studyCase, Sample sample, Regression regression, Covariance.Kind kind, List<Grouping> clusters) {
        if (!kind.isSerial()) {
            RegressionOptions options = studyCase.options(RegressionOptions.class);
            return options.variance().isEmpty()
                    ? UsualVariance.of(regression, kind, clusters, options.twoWay())
                    : Covariance.of(regression, kind, clusters, options.twoWay());
        }
        Study.Roles roles = studyCase.study().roles();
        Periods periods = Periods.of(studyCase, sample);
        int times = periods.calendar().observed().length;
        if (times < 2) {
            throw studyCase.unusable(
                    "/columns/time", "all rows are of one time", "use another variance or data of several times");
        }
        int lag =
                studyCase.options(RegressionOptions.class).lag().orElse((int) Math.floor(StrictMath.pow(times, 0.25)));
        Grouping units = roles.unit().map(sample::grouping).orElse(Grouping.of(sample.size(), _ -> ""));
        return kind == Covariance.Kind.DRISCOLL_KRAAY
                ? SerialCovariance.driscollKraay(regression, periods.indices(), lag)
                : SerialCovariance.neweyWest(regression, units, periods.indices(), lag);
    }

    /** The weights of the study's rows; equal where it names none. */
    public static double[] weights(StudyCase studyCase, Sample sample) {
        Study.Roles roles = studyCase.study().roles();
        if (roles.weight().isEmpty()) {
            return LinearModel.ones(sample.size());
        }
        return sample.weights(roles.weight().get());
    }

    /**
     * The variance that the study asks for, or the one meant otherwise.
     *
     * @param asked what the study's options say
     * @param otherwise where they say nothing
     * @throws InvalidInput if it cannot be had
     */
    public static Covariance.Kind kind(
            StudyCase studyCase,
            Regression regression,
            List<Grouping> clusters,
            Optional<Covariance.Kind> asked,
            Covariance.Kind otherwise) {
        Covariance.Kind kind = asked.orElse(otherwise);
        if (kind.isClustered() && clusters.isEmpty()) {
            throw studyCase.unusable(
                    "/options/variance", "clustered standard errors need a cluster", "name one under columns");
        }
        if (kind == Covariance.Kind.CR2 && clusters.size() > 1) {
            throw studyCase.unusable(
                    "/columns/cluster",
                    "the bias-reduced errors cr2 take one cluster",
                    "name one, or use the variance cluster for both");
        }
        boolean ofRows = kind == Covariance.Kind.HC2 || kind == Covariance.Kind.HC3;
        if (ofRows && !regression.hasLeverage() || kind == Covariance.Kind.CR2 && !regression.hasClusterLeverage()) {
            throw studyCase.unusable(
                    "/options/variance",
                    "the fixed effects beside the largest have more groups than " + kind + " can be computed with",
                    "use hc1 or cluster");
        }
        if (ofRows && leavesNoRoom(regression)) {
            throw studyCase.unusable(
                    "/options/variance",
                    "a row is fitted exactly by a term of its own, so that " + kind + " cannot be computed",
                    "use hc1 or cluster, or leave the term out");
        }
        for (int i = 0; kind.isClustered() && i < clusters.size(); i++) {
            if (clusters.get(i).size() < 2) {
                throw studyCase.unusable(
                        "/columns/cluster",
                        "there is only one cluster, '"
                                + clusters.get(i).labels().getFirst() + "'",
                        "name a column that tells at least two clusters apart, or use another variance");
            }
        }
        return kind;
    }

    private static boolean leavesNoRoom(Regression regression) {
        for (double leverage : regression.leverages()) {
            if (leverage > 1 - 1e-9) {
                return true;
            }
        }
        return false;
    }

    /**
     * The coefficient of the named term.
     *
     * @throws InvalidInput if the term was left out as collinear
     */
    public Coefficient coefficient(StudyCase studyCase, String term) {
        return coefficients.stream()
                .filter(coefficient -> coefficient.term().equals(term))
                .findFirst()
                .orElseThrow(() -> notIdentified(
                        studyCase,
                        "/columns/treatment",
                        term,
                        !regression.fixedEffects().isEmpty()));
    }

    private static InvalidInput notIdentified(
            StudyCase studyCase, String place, String terms, boolean hasFixedEffects) {
        return studyCase.unusable(
                place,
                "'" + terms + "' does not vary apart from " + (hasFixedEffects ? "the fixed effects and " : "")
                        + "the other columns, so that its effect is not identified",
                "leave out what explains it, or use other data");
    }

    /**
     * A coefficient as what the study finds: by Student's t, or by the wild cluster bootstrap where the study asks for it or its
     * clusters are very few.
     *
     * @throws InvalidInput if the bootstrap is asked for and there is not one clustering, or clusters are so few that they leave
     *     the effect no error
     */
    public Finding finding(StudyCase studyCase, Coefficient coefficient) {
        requireError(studyCase, coefficient);
        Finding finding = Inference.student(
                        covariance.degreesOfFreedom(regression.terms().indexOf(coefficient.term())),
                        studyCase.study().options().level())
                .finding(coefficient.estimate(), coefficient.standardError());
        FewClusters few = new FewClusters(studyCase, this);
        return switch (studyCase.options(RegressionOptions.class).inference()) {
            case STUDENT -> finding;
            case LARGE_SAMPLE ->
                Inference.normal(studyCase.study().options().level())
                        .finding(coefficient.estimate(), coefficient.standardError());
            case WILD_BOOTSTRAP -> few.finding(coefficient.term(), finding);
            case BY_CLUSTERS -> few.findingByClusters(coefficient.term(), finding);
        };
    }

    /** Where one cluster is all the treated, or all the others, what it departs from its own mean is 0 whatever its error. */
    private void requireError(StudyCase studyCase, Coefficient coefficient) {
        int term = regression.terms().indexOf(coefficient.term());
        double plain = Math.sqrt(
                regression.bread()[term][term] * regression.residualSumOfSquares() / regression.degreesOfFreedom());
        boolean none = covariance.degreesOfFreedom(term) == 0 || covariance.standardError(term) <= NO_ERROR * plain;
        if (!studyCase.study().roles().clusters().isEmpty() && none && plain > 0) {
            throw studyCase.unusable(
                    "/columns/cluster",
                    "the clusters are so few that they fit the effect exactly, as where one of them holds all treated rows,"
                            + " so that its error cannot be told",
                    "use data of more clusters, or name smaller ones");
        }
        boolean serial = studyCase.study().options().variance().stream().anyMatch(Covariance.Kind::isSerial);
        if (serial && none && plain > 0) {
            throw studyCase.unusable(
                    "/options/variance",
                    "the times are so few that what is left at each adds up to nothing and tells no error",
                    "use data of more times, or another variance");
        }
    }

    /**
     * What every regression says of itself: collinear terms, few clusters, a perfect fit.
     *
     * @param term whose effect is asked for
     */
    public List<Diagnostic> diagnostics(StudyCase studyCase, String term) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Diagnostic.collinear(regression.collinear()).ifPresent(diagnostics::add);
        diagnostics.addAll(new FewClusters(studyCase, this).diagnostics(term));
        double[] outcome =
                sample.numbers("/columns/outcome", studyCase.study().roles().outcome());
        double square = 0;
        for (double value : outcome) {
            square += value * value;
        }
        if (regression.residualSumOfSquares() <= 1e-20 * square) {
            diagnostics.add(Diagnostic.of(
                    "perfect-fit",
                    "Something left to explain",
                    Diagnostic.Outcome.FAIL,
                    "The model fits the outcome exactly, which real data do not allow: check that the outcome is not"
                            + " computed from the other columns."));
        }
        return diagnostics;
    }
}
