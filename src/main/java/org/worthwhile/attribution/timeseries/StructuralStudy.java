package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.SerialErrors;
import org.worthwhile.attribution.estimation.Term;

/** A study by a Bayesian structural series: from its data to its answer. */
final class StructuralStudy {

    private static final int KEPT_DRAWS = 1_000;
    private static final int LEAST_BEFORE = 8;

    /** Fewer leave the errors' variance open by orders of magnitude. */
    private static final int LEAST_DEGREES = 4;

    private static final double FEW_EFFECTIVE = 100;

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final InterruptedSeries series;
    private final Season season;
    private final double level;
    private final int draws;
    private final long seed;

    StructuralStudy(StudyCase studyCase, InterruptedSeries series) {
        SeriesOptions options = studyCase.options(SeriesOptions.class);
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        this.series = series;
        this.season = Season.of(studyCase, series);
        this.level = options.level();
        this.draws = options.draws();
        this.seed = options.seed();
    }

    Attribution attribute(int marylandLevel) {
        if (series.before() < LEAST_BEFORE || series.after() < 1) {
            throw studyCase.unusable(
                    "/options/start",
                    (series.before() == 1 ? "there is 1 time" : "there are " + series.before() + " times")
                            + " before the interruption and " + series.after()
                            + " from it on",
                    "use a series with at least " + LEAST_BEFORE + " times before it and one after");
        }
        int degrees = degrees(series);
        if (degrees < LEAST_DEGREES) {
            throw studyCase.unusable(
                    "/columns",
                    "the " + series.before() + " times before the interruption are too few for "
                            + (series.before() - degrees) + " terms of level, trend, season and controls",
                    "use a longer series, fewer controls or fewer seasonal terms");
        }
        StructuralModel model = model(series);
        double[][] effects = effects(series, model);
        double[] averages = Arrays.stream(effects)
                .mapToDouble(path -> Arrays.stream(path).average().orElseThrow())
                .toArray();
        Change average = change(averages);
        double sameSign = Arrays.stream(averages)
                        .filter(value -> value * average.estimate() > 0)
                        .count()
                / (double) draws;
        StructuralDetails details = new StructuralDetails(
                average,
                change(Arrays.stream(averages)
                        .map(value -> value * series.after())
                        .toArray()),
                change(relative(effects)),
                sameSign,
                pointwise(effects),
                draws,
                draws);
        return new Attribution(
                studyCase,
                "bayesian-structural",
                "The average change in " + roles.outcomeTitle() + " from " + series.startLabel()
                        + " on, against what the series before it"
                        + (roles.covariates().isEmpty() ? "" : " and its controls")
                        + " would have led to",
                new Finding(
                        average.estimate(),
                        average.standardError(),
                        new Interval(average.low(), average.high(), level),
                        Math.clamp(2 * (1 - sameSign), 1.0 / draws, 1),
                        OptionalDouble.empty(),
                        DoubleStream.of(averages).limit(KEPT_DRAWS).boxed().toList()),
                series.size(),
                1,
                series.dropped(),
                List.of(),
                details,
                diagnostics(model, details),
                StructuralPlots.of(series, model, details, this::change),
                List.of(
                        "The estimate, its standard error and its interval are the mean, the standard deviation and the"
                                + " percentiles of " + draws + " draws from the posterior distribution, seed " + seed
                                + ".",
                        "The p-value is twice the posterior probability that the effect has the other sign.",
                        "Errors are a first-order autoregression, from white noise to a random walk, alone or with independent"
                                + " noise about it, carried on from the last time before the interruption. Priors: the"
                                + " autoregression alone has nine tenths of the weight, its correlation as likely anywhere on"
                                + " Fisher's scale from -0.99 to 0.998; with noise it is so from 0.5 on, and noise is as likely any"
                                + " tenth of the variance; nothing is known beforehand of level, coefficients and variance."
                                + " Trend, season and controls are regressors; none is selected."),
                List.of(
                        "Without the interruption the series would have gone on as before"
                                + (roles.covariates().isEmpty() ? "." : ", in the same relation to its controls."),
                        "Nothing else happened at the same time that moves " + roles.outcomeTitle() + ".",
                        "The interruption did not move the controls."),
                marylandLevel,
                StudySize.UNKNOWN);
    }

    private StructuralModel model(InterruptedSeries of) {
        double[][] regressors = kept(of).map(Term::values).toArray(double[][]::new);
        return StructuralModel.draw(of.outcome(), regressors, of.periods(), of.before(), draws, seed);
    }

    /** Trend, season and controls as they are before the interruption: those that others explain there are left out. */
    private SerialErrors before(InterruptedSeries of) {
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(of.before())));
        regressors(of).forEach(term -> terms.add(new Term(term.name(), Arrays.copyOf(term.values(), of.before()))));
        return SerialErrors.fit(
                Arrays.copyOf(of.outcome(), of.before()), terms, Arrays.copyOf(of.periods(), of.before()));
    }

    /** Times before the interruption less the level and the terms. */
    private int degrees(InterruptedSeries of) {
        return of.before() - 1 - (int) kept(of).count();
    }

    private Stream<Term> kept(InterruptedSeries of) {
        List<String> names = before(of).regression().terms();
        return regressors(of).filter(term -> names.contains(term.name()));
    }

    private Stream<Term> regressors(InterruptedSeries of) {
        return new SegmentedTerms(of, season)
                .all().stream()
                        .filter(term -> !term.name().equals(SegmentedTerms.LEVEL)
                                && !term.name().equals(SegmentedTerms.SLOPE))
                        .skip(1);
    }

    private static double[][] effects(InterruptedSeries of, StructuralModel model) {
        return Arrays.stream(model.paths())
                .map(path -> IntStream.range(0, path.length)
                        .mapToDouble(t -> of.outcome()[of.before() + t] - path[t])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Each draw's total effect over the total that would have been. */
    private double[] relative(double[][] effects) {
        double observed = Arrays.stream(series.outcome()).skip(series.before()).sum();
        return Arrays.stream(effects)
                .mapToDouble(path -> {
                    double total = Arrays.stream(path).sum();
                    return total / (observed - total);
                })
                .toArray();
    }

    private Change change(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(values).average().orElseThrow();
        return new Change(mean, StructuralModel.deviation(values, mean), low(sorted), high(sorted));
    }

    private double low(double[] sorted) {
        return sorted[(int) Math.floor((1 - level) / 2 * (sorted.length - 1))];
    }

    private double high(double[] sorted) {
        return sorted[(int) Math.ceil((1 + level) / 2 * (sorted.length - 1))];
    }

    private List<StructuralDetails.Pointwise> pointwise(double[][] effects) {
        return IntStream.range(0, series.after())
                .mapToObj(t -> {
                    Change change = change(
                            Arrays.stream(effects).mapToDouble(path -> path[t]).toArray());
                    return new StructuralDetails.Pointwise(
                            series.calendar().period(series.periods()[series.before() + t]),
                            change.estimate(),
                            change.low(),
                            change.high());
                })
                .toList();
    }

    private List<Diagnostic> diagnostics(StructuralModel model, StructuralDetails details) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        SerialErrors before = before(series);
        diagnostics.add(fit(model));
        diagnostics.add(new ResidualMemory(
                        before.regression().residuals(),
                        Grouping.of(series.before(), _ -> ""),
                        Arrays.copyOf(series.periods(), series.before()),
                        series.before())
                .diagnostic(true));
        diagnostics.add(new DriftBeneathNoise(before.noiseTest(), series.before()).ofForecast());
        diagnostics.add(ResidualMemory.randomWalk(before.memoryTest(), series.before()));
        placebo().ifPresent(diagnostics::add);
        boolean enough = details.effectiveDraws() >= FEW_EFFECTIVE;
        diagnostics.add(new Diagnostic(
                "effective-draws",
                "Enough draws",
                enough ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(details.effectiveDraws()),
                OptionalDouble.empty(),
                String.format(
                        Locale.UK,
                        enough
                                ? "The %.0f draws are independent, and enough for the interval."
                                : "%.0f draws are too few for the interval: give the option draws more.",
                        details.effectiveDraws())));
        diagnostics.addAll(series.calendar().diagnostics());
        Diagnostic.collinear(before.regression().collinear()).ifPresent(diagnostics::add);
        season.told().ifPresent(diagnostics::add);
        return diagnostics;
    }

    private Diagnostic fit(StructuralModel model) {
        double mean =
                Arrays.stream(series.outcome(), 0, series.before()).average().orElseThrow();
        double left = 0;
        double all = 0;
        for (int t = 0; t < series.before(); t++) {
            left += (series.outcome()[t] - model.fitted()[t]) * (series.outcome()[t] - model.fitted()[t]);
            all += (series.outcome()[t] - mean) * (series.outcome()[t] - mean);
        }
        double explained = all == 0 ? 1 : 1 - left / all;
        return new Diagnostic(
                "fit-before",
                "Close to the series before",
                explained >= 0.5 ? Outcome.PASS : Outcome.INFO,
                OptionalDouble.of(explained),
                OptionalDouble.empty(),
                String.format(
                        Locale.UK,
                        "Before the interruption the model explains %.0f%% of the ups and downs.",
                        100 * explained));
    }

    private Optional<Diagnostic> placebo() {
        InterruptedSeries earlier = series.beforeOnly();
        if (earlier.before() < LEAST_BEFORE || earlier.after() < 1 || degrees(earlier) < LEAST_DEGREES) {
            return Optional.empty();
        }
        double[] averages = Arrays.stream(effects(earlier, model(earlier)))
                .mapToDouble(path -> Arrays.stream(path).average().orElseThrow())
                .toArray();
        Change change = change(averages);
        boolean none = change.low() <= 0 && change.high() >= 0;
        return Optional.of(new Diagnostic(
                "placebo-date",
                "A made-up earlier interruption",
                none ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(change.estimate()),
                OptionalDouble.empty(),
                none
                        ? "From half-way through the times before, where nothing happened, no effect is found."
                        : "An effect is found from half-way through the times before too, where nothing happened."));
    }
}
