package org.worthwhile.attribution.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.CausesOptions;
import org.worthwhile.attribution.options.CausesOptions.Estimator;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.TimePoint;

/** What each of several causes contributes to an outcome's change, to two groups' difference, or to its variance. */
public final class ManyCauses implements AttributionDesign {

    private static final int LEVEL_WITHIN_UNITS = 3;
    private static final int LEVEL_ADJUSTED = 2;
    private static final String REST = "unexplained";

    @Override
    public Attribution attribute(StudyCase studyCase) {
        Study study = studyCase.study();
        Study.Roles roles = study.roles();
        CausesOptions options = studyCase.options(CausesOptions.class);
        studyCase.required(roles.causes().stream().findFirst(), "causes");
        Sample sample = Sample.of(studyCase, roles.columns(), Set.of());
        Estimator estimator = options.estimator();
        CausesData apart = data(studyCase, sample, estimator);
        double[] periods = Arrays.stream(apart.period()).sorted().distinct().toArray();
        double from = end(studyCase, "from", options.from(), periods, periods[0]);
        double to = end(studyCase, "to", options.to(), periods, periods[periods.length - 1]);
        if (estimator != Estimator.LMG && from == to) {
            throw studyCase.unusable(
                    "/options/from", "the two ends of the difference are the same, " + from, "give two that differ");
        }
        CausesData data = apart.inGroups(together(studyCase, apart, estimator, from, to));
        Decomposer decomposer = new Decomposer(from, to, options.seed());
        Function<CausesData, Decomposition> decompose = switch (estimator) {
            case SHAPLEY -> decomposer::shapley;
            case OAXACA_BLINDER -> decomposer::oaxacaBlinder;
            case LMG -> decomposer::relativeImportance;
        };
        Decomposition found = decompose.apply(data);
        requireFinite(studyCase, found);
        int draws = options.draws();
        double[][] resampled = ClusterBootstrap.parts(data, decompose, draws, options.seed());
        List<String> names = new ArrayList<>(data.groupNames());
        names.add(REST);
        List<CausesDetails.Contribution> contributions = contributions(found, names, resampled, options.level());
        double[] explained = Arrays.stream(resampled)
                .mapToDouble(parts -> Arrays.stream(parts, 0, parts.length - 1).sum())
                .toArray();
        boolean within = estimator == Estimator.SHAPLEY && data.hasUnits();
        return new Attribution(
                studyCase,
                DesignOptions.name(estimator),
                estimand(roles, estimator, from, to),
                finding(found.explained(), explained, options.level()),
                sample.size(),
                (int) Arrays.stream(data.clusters()).distinct().count(),
                sample.dropped(),
                contributions.stream()
                        .map(part -> new Coefficient(
                                part.cause(),
                                part.contribution(),
                                part.standardError(),
                                part.low(),
                                part.high(),
                                Inference.normal(options.level()).pValue(part.contribution(), part.standardError())))
                        .toList(),
                new CausesDetails(found.before(), found.after(), contributions, found.exact(), draws),
                diagnostics(data, found, contributions, estimator),
                List.of(waterfall(found, contributions)),
                List.of(
                        "Standard errors and intervals are by " + draws + " bootstrap draws of whole clusters, seed "
                                + options.seed() + "; intervals are the draws' percentiles.",
                        found.exact()
                                ? "Contributions are averaged over every order of causes."
                                : "Contributions are averaged over sampled orders of causes."),
                List.of(
                        "The causes act one beside the other, each at the strength that the model finds.",
                        "Nothing left out moves both a cause and " + roles.outcome() + "."),
                within ? LEVEL_WITHIN_UNITS : LEVEL_ADJUSTED);
    }

    private static CausesData data(StudyCase studyCase, Sample sample, Estimator estimator) {
        Study.Roles roles = studyCase.study().roles();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < roles.causes().size(); i++) {
            String cause = roles.causes().get(i);
            terms.add(new Term(cause, sample.numbers("/columns/causes/" + i, cause)));
        }
        terms.addAll(LinearModel.covariates(sample, roles.covariates()));
        double[] period = switch (estimator) {
            case SHAPLEY -> sample.numbers("/columns/time", studyCase.required(roles.time(), "time"));
            case OAXACA_BLINDER ->
                roles.treatment().isPresent()
                        ? sample.numbers("/columns/treatment", roles.treatment().get())
                        : sample.numbers("/columns/time", studyCase.required(roles.time(), "treatment or time"));
            case LMG -> new double[sample.size()];
        };
        int[] units = roles.unit().map(unit -> sample.grouping(unit).codes()).orElse(new int[0]);
        int[] clusters = roles.clusters().isEmpty()
                ? units.length > 0 ? units : IntStream.range(0, sample.size()).toArray()
                : sample.grouping(roles.clusters().getFirst()).codes();
        if (Arrays.stream(clusters).distinct().limit(2).count() < 2) {
            throw studyCase.unusable(
                    "/columns/cluster", "there is only one cluster to resample", "name a column with at least two");
        }
        return new CausesData(
                sample.numbers("/columns/outcome", roles.outcome()),
                terms.stream().map(Term::name).toList(),
                terms.stream().map(Term::values).toArray(double[][]::new),
                IntStream.range(0, terms.size()).mapToObj(List::of).toList(),
                period,
                units,
                clusters);
    }

    /** The causes in groups, those that are identified alone. */
    private static List<List<Integer>> together(
            StudyCase studyCase, CausesData data, Estimator estimator, double from, double to) {
        return switch (estimator) {
            case SHAPLEY -> new JointCauses(studyCase, data, data.effects()).groups(data.change(from, to));
            case OAXACA_BLINDER -> {
                int[] first = IntStream.range(0, data.outcome().length)
                        .filter(row -> data.period()[row] == from)
                        .toArray();
                yield new JointCauses(studyCase, data.rows(first, new int[first.length]), List.of())
                        .groups(data.change(from, to));
            }
            case LMG -> new JointCauses(studyCase, data, List.of()).groups(new double[0]);
        };
    }

    private static double end(
            StudyCase studyCase, String option, Optional<TimePoint> given, double[] periods, double otherwise) {
        double end = given.map(TimePoint::value).orElse(otherwise);
        if (Arrays.binarySearch(periods, end) < 0) {
            throw studyCase.unusable(
                    "/options/" + option,
                    "no row is of " + given.map(TimePoint::text).orElse(""),
                    "give a value that the data have");
        }
        return end;
    }

    private static void requireFinite(StudyCase studyCase, Decomposition found) {
        if (!DoubleStream.of(found.parts()).allMatch(Double::isFinite)) {
            throw studyCase.unusable(
                    "/columns/outcome",
                    "the outcome does not vary, so that there is nothing to tell apart",
                    "use another outcome");
        }
    }

    private static List<CausesDetails.Contribution> contributions(
            Decomposition found, List<String> names, double[][] resampled, double level) {
        double whole = found.after() - found.before();
        return IntStream.range(0, names.size())
                .mapToObj(j -> {
                    double[] draws = Arrays.stream(resampled)
                            .mapToDouble(parts -> parts[j])
                            .sorted()
                            .toArray();
                    return new CausesDetails.Contribution(
                            names.get(j),
                            found.parts()[j],
                            whole == 0 ? 0 : found.parts()[j] / whole,
                            Resampling.deviation(draws),
                            ClusterBootstrap.percentile(draws, (1 - level) / 2),
                            ClusterBootstrap.percentile(draws, (1 + level) / 2));
                })
                .toList();
    }

    private static Finding finding(double explained, double[] draws, double level) {
        double error = Resampling.deviation(draws);
        double[] sorted = Arrays.stream(draws).sorted().toArray();
        return new Finding(
                explained,
                error,
                new Interval(
                        ClusterBootstrap.percentile(sorted, (1 - level) / 2),
                        ClusterBootstrap.percentile(sorted, (1 + level) / 2),
                        level),
                Inference.normal(level).pValue(explained, error),
                OptionalDouble.empty(),
                DoubleStream.of(draws).boxed().toList());
    }

    private static String estimand(Study.Roles roles, Estimator estimator, double from, double to) {
        return switch (estimator) {
            case SHAPLEY ->
                "What the causes together contribute to the change of " + roles.outcome() + " from "
                        + Column.Numeric.text(from) + " to " + Column.Numeric.text(to);
            case OAXACA_BLINDER ->
                "What differences in the causes contribute to the difference of " + roles.outcome() + " between "
                        + Column.Numeric.text(from) + " and " + Column.Numeric.text(to);
            case LMG -> "The share of the variance of " + roles.outcome() + " that goes with the causes";
        };
    }

    private static List<Diagnostic> diagnostics(
            CausesData data, Decomposition found, List<CausesDetails.Contribution> contributions, Estimator estimator) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        double whole = found.after() - found.before();
        double sum = contributions.stream()
                .mapToDouble(CausesDetails.Contribution::contribution)
                .sum();
        boolean adds = Math.abs(sum - whole) <= 1e-9 * Math.max(1, Math.abs(whole));
        diagnostics.add(new Diagnostic(
                "adds-up",
                "Contributions add up",
                adds ? Outcome.PASS : Outcome.FAIL,
                OptionalDouble.of(sum - whole),
                OptionalDouble.empty(),
                "The contributions and the unexplained rest add up to the whole"
                        + (adds ? "." : " but for the difference given.")));
        double rest = Math.abs(contributions.getLast().share());
        diagnostics.add(new Diagnostic(
                "unexplained",
                "What no cause explains",
                estimator == Estimator.LMG || rest <= 0.5 ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(contributions.getLast().share()),
                OptionalDouble.empty(),
                String.format(
                        Locale.ROOT,
                        "%.0f%% of the whole is not explained by these causes.",
                        contributions.getLast().share() * 100)));
        diagnostics.add(collinearity(data));
        diagnostics.add(
                Diagnostic.of(
                        "order",
                        "The order of causes",
                        Outcome.PASS,
                        found.exact()
                                ? "Every order of causes counts alike, so that none is favoured by being named first."
                                : "Orders of causes are sampled with their reverses, so that none is favoured by being named first."));
        return diagnostics;
    }

    private static Diagnostic collinearity(CausesData data) {
        List<String> joint = IntStream.range(0, data.groups().size())
                .filter(group -> data.groups().get(group).size() > 1)
                .mapToObj(data.groupNames()::get)
                .toList();
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(data.outcome().length)));
        data.groups().stream()
                .filter(group -> group.size() == 1)
                .forEach(group -> terms.add(data.terms().get(group.getFirst())));
        List<String> close = IntStream.range(1, terms.size())
                .filter(j -> inflation(terms, j) > 10)
                .mapToObj(j -> terms.get(j).name())
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!joint.isEmpty()) {
            sentences.add("Collinear, so that they are not separately identified and have one share: "
                    + String.join("; ", joint) + ".");
        }
        if (!close.isEmpty()) {
            sentences.add("So close to the others that their parts are identified only roughly: "
                    + String.join(", ", close) + ".");
        }
        return Diagnostic.of(
                "collinear-causes",
                "Causes that move together",
                sentences.isEmpty() ? Outcome.PASS : Outcome.WARN,
                sentences.isEmpty()
                        ? "No cause moves so closely with the others that their parts are not identified."
                        : String.join(" ", sentences));
    }

    /** The variance inflation factor of a term. */
    private static double inflation(List<Term> terms, int j) {
        List<Term> others = new ArrayList<>(terms);
        double[] own = others.remove(j).values();
        double mean = Arrays.stream(own).sum() / own.length;
        double total =
                Arrays.stream(own).map(value -> (value - mean) * (value - mean)).sum();
        double left = Regression.fit(own, others, List.of(), LinearModel.ones(own.length))
                .residualSumOfSquares();
        return total == 0 || left == 0 ? Double.POSITIVE_INFINITY : total / left;
    }

    private static Series waterfall(Decomposition found, List<CausesDetails.Contribution> contributions) {
        List<Series.Point> points = new ArrayList<>();
        points.add(Series.Point.exact("before", 0, found.before()));
        for (int i = 0; i < contributions.size(); i++) {
            CausesDetails.Contribution part = contributions.get(i);
            points.add(new Series.Point(part.cause(), i + 1, part.contribution(), part.low(), part.high()));
        }
        points.add(Series.Point.exact("after", contributions.size() + 1, found.after()));
        return new Series("waterfall", "From before to after, cause by cause", points);
    }
}
