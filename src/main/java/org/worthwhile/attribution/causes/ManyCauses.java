package org.worthwhile.attribution.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.causes.CausesOptions.Estimator;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.DesignOptions;

/** What each of several causes contributes to an outcome's change, to two groups' difference, or to its variance. */
final class ManyCauses {

    private static final int LEVEL_WITHIN_UNITS = 3;
    private static final int LEVEL_ADJUSTED = 2;
    private static final String REST = "unexplained";

    Attribution attribute(StudyCase studyCase) {
        Study study = studyCase.study();
        Study.Roles roles = study.roles();
        CausesOptions options = studyCase.options(CausesOptions.class);
        studyCase.required(roles.causes().stream().findFirst(), "causes");
        Sample sample = Sample.of(studyCase, roles.columns(), Set.of());
        Estimator estimator = options.estimator();
        Ends ends = ends(studyCase, sample, estimator);
        CausesData apart = data(studyCase, sample, ends);
        CausesData data = apart.inGroups(together(studyCase, apart, estimator, ends));
        Decomposer decomposer = new Decomposer(ends.from(), ends.to(), options.seed());
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
        int clusters = (int) IntStream.of(data.clusters()).distinct().count();
        int fewest = ends.fewest(data.clusters());
        BootstrapErrors errors = BootstrapErrors.of(fewest, options.level());
        List<Contribution> contributions = contributions(found, names, resampled, errors);
        double[] explained = Arrays.stream(resampled)
                .mapToDouble(parts -> Arrays.stream(parts, 0, parts.length - 1).sum())
                .toArray();
        List<Diagnostic> diagnostics =
                new ArrayList<>(new CausesDiagnostics(data, found, contributions, estimator, fewest).all());
        diagnostics.addAll(ends.notes());
        boolean within = estimator == Estimator.SHAPLEY && data.hasUnits();
        return new Attribution(
                studyCase,
                DesignOptions.name(estimator),
                estimand(roles, estimator, ends),
                errors.finding(found.explained(), explained),
                sample.size(),
                clusters,
                sample.dropped(),
                contributions.stream().map(errors::coefficient).toList(),
                new CausesDetails(found.before(), found.after(), contributions, found.exact(), draws),
                diagnostics,
                List.of(waterfall(found, contributions)),
                List.of(
                        "Standard errors and intervals are by " + resampled.length
                                + " bootstrap draws of whole clusters, seed " + options.seed()
                                + "; intervals are the draws' percentiles, further out the fewer clusters there are, and tests use"
                                + " Student's t with one degree of freedom less than clusters. They are for the population of which these are a"
                                + " sample: for these alone they are wider than need be.",
                        found.exact()
                                ? "Contributions are averaged over every order of causes."
                                : "Contributions are averaged over sampled orders of causes."),
                List.of(
                        "The causes act one beside the other, each at the strength that the model finds.",
                        "Nothing left out moves both a cause and " + roles.outcomeTitle() + "."),
                within ? LEVEL_WITHIN_UNITS : LEVEL_ADJUSTED,
                StudySize.UNKNOWN);
    }

    private static Ends ends(StudyCase studyCase, Sample sample, Estimator estimator) {
        return switch (estimator) {
            case SHAPLEY -> Ends.ofTimes(studyCase, sample);
            case OAXACA_BLINDER -> Ends.ofGroupsOrTimes(studyCase, sample);
            case LMG -> Ends.none(sample.size());
        };
    }

    private static CausesData data(StudyCase studyCase, Sample sample, Ends ends) {
        Study.Roles roles = studyCase.study().roles();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < roles.causes().size(); i++) {
            String cause = roles.causes().get(i);
            terms.add(new Term(cause, sample.numbers("/columns/causes/" + i, cause)));
        }
        terms.addAll(LinearModel.covariates(sample, roles.covariates()));
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
                ends.places(),
                units,
                clusters);
    }

    /** The causes in groups, those that are identified alone. */
    private static List<List<Integer>> together(StudyCase studyCase, CausesData data, Estimator estimator, Ends ends) {
        return switch (estimator) {
            case SHAPLEY ->
                new JointCauses(studyCase, data, data.effects()).groups(data.change(ends.from(), ends.to()));
            case OAXACA_BLINDER -> {
                int[] first = Ends.rowsAt(data.places(), ends.from());
                yield new JointCauses(studyCase, data.rows(first, new int[first.length]), List.of())
                        .groups(data.change(ends.from(), ends.to()));
            }
            case LMG -> new JointCauses(studyCase, data, List.of()).groups(new double[0]);
        };
    }

    private static void requireFinite(StudyCase studyCase, Decomposition found) {
        if (!DoubleStream.of(found.parts()).allMatch(Double::isFinite)) {
            throw studyCase.unusable(
                    "/columns/outcome",
                    "the outcome does not vary, so that there is nothing to tell apart",
                    "use another outcome");
        }
    }

    private static List<Contribution> contributions(
            Decomposition found, List<String> names, double[][] resampled, BootstrapErrors errors) {
        double whole = found.after() - found.before();
        return IntStream.range(0, names.size())
                .mapToObj(j -> {
                    double[] draws = Arrays.stream(resampled)
                            .mapToDouble(parts -> parts[j])
                            .toArray();
                    Interval interval = errors.interval(found.parts()[j], draws);
                    return new Contribution(
                            names.get(j),
                            found.parts()[j],
                            whole == 0 ? 0 : found.parts()[j] / whole,
                            errors.error(draws),
                            interval.low(),
                            interval.high());
                })
                .toList();
    }

    private static String estimand(Study.Roles roles, Estimator estimator, Ends ends) {
        return switch (estimator) {
            case SHAPLEY ->
                "What the causes together contribute to the change of " + roles.outcomeTitle() + " from "
                        + ends.fromLabel() + " to " + ends.toLabel();
            case OAXACA_BLINDER ->
                "What differences in the causes contribute to the difference of " + roles.outcomeTitle() + " between "
                        + ends.fromLabel() + " and " + ends.toLabel();
            case LMG -> "The share of the variance of " + roles.outcomeTitle() + " that goes with the causes";
        };
    }

    private static Series waterfall(Decomposition found, List<Contribution> contributions) {
        List<Series.Point> points = new ArrayList<>();
        points.add(Series.Point.exact("before", 0, found.before()));
        for (int i = 0; i < contributions.size(); i++) {
            Contribution part = contributions.get(i);
            points.add(new Series.Point(part.cause(), i + 1, part.contribution(), part.low(), part.high()));
        }
        points.add(Series.Point.exact("after", contributions.size() + 1, found.after()));
        return new Series("waterfall", "From before to after, cause by cause", points);
    }
}
