package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.SerialCovariance;
import org.worthwhile.attribution.options.SeriesOptions;

/** One series before and after an interruption: how its level and its trend change (Wagner and others 2002). */
public final class InterruptedTimeSeries implements AttributionDesign {

    private static final int LEVEL_ALONE = 2;
    private static final int LEVEL_WITH_CONTROLS = 3;
    private static final int LEAST_ON_A_SIDE = 3;
    private static final double SIGNIFICANT = 0.05;

    @Override
    public Attribution attribute(StudyCase studyCase) {
        Study study = studyCase.study();
        SeriesOptions options = studyCase.options(SeriesOptions.class);
        InterruptedSeries series = InterruptedSeries.of(studyCase);
        int marylandLevel = study.roles().covariates().isEmpty() ? LEVEL_ALONE : LEVEL_WITH_CONTROLS;
        if (options.estimator() == SeriesOptions.Estimator.BAYESIAN_STRUCTURAL) {
            return new StructuralStudy(studyCase, series).attribute(marylandLevel);
        }
        if (series.before() < LEAST_ON_A_SIDE || series.after() < LEAST_ON_A_SIDE) {
            throw studyCase.unusable(
                    "/options/start",
                    "there are " + series.before() + " times before the interruption and " + series.after()
                            + " after it",
                    "use a series with at least " + LEAST_ON_A_SIDE + " on each side");
        }
        Regression fit =
                Regression.fit(series.outcome(), series.terms(options), List.of(), LinearModel.ones(series.size()));
        int level = fit.terms().indexOf(InterruptedSeries.LEVEL);
        int slope = fit.terms().indexOf(InterruptedSeries.SLOPE);
        if (level < 0 || slope < 0 || fit.degreesOfFreedom() < 1) {
            throw studyCase.unusable(
                    "/columns",
                    series.size() + " times cannot tell level, trend and season apart",
                    "use a longer series or fewer seasonal terms");
        }
        int lag = options.lag().orElse((int) Math.floor(4 * StrictMath.pow(series.size() / 100.0, 2.0 / 9)));
        Covariance covariance = SerialCovariance.neweyWest(
                fit, Grouping.of(series.size(), _ -> ""), series.periods(), Math.min(lag, series.size() - 1));
        Inference inference = Inference.student(covariance.degreesOfFreedom(), options.level());
        double meanSteps = IntStream.range(series.before(), series.size())
                .map(series::since)
                .average()
                .orElseThrow();
        double average = fit.coefficients()[level] + meanSteps * fit.coefficients()[slope];
        double averageVariance = covariance.matrix()[level][level]
                + 2 * meanSteps * covariance.matrix()[level][slope]
                + meanSteps * meanSteps * covariance.matrix()[slope][slope];
        List<Coefficient> coefficients = IntStream.range(0, fit.terms().size())
                .mapToObj(j ->
                        inference.coefficient(fit.terms().get(j), fit.coefficients()[j], covariance.standardError(j)))
                .toList();
        SegmentedDetails details = new SegmentedDetails(
                change(fit.coefficients()[level], covariance.standardError(level), inference),
                change(fit.coefficients()[slope], covariance.standardError(slope), inference),
                change(average, Math.sqrt(averageVariance), inference),
                lag,
                durbinWatson(fit.residuals(), series.periods()),
                fit.collinear());
        return new Attribution(
                studyCase,
                "segmented",
                "The change in the level of " + study.roles().outcome() + " at " + series.startLabel()
                        + ", against where its trend before was heading",
                inference.finding(fit.coefficients()[level], covariance.standardError(level)),
                series.size(),
                1,
                series.dropped(),
                coefficients,
                details,
                diagnostics(studyCase, series, fit, details, lag),
                List.of(plot(series, fit, level, slope)),
                List.of(covariance.convention(), "Intervals and tests use Student's t."),
                List.of(
                        "Without the interruption the trend before would have gone on.",
                        "Nothing else happened at the same time that moves "
                                + study.roles().outcome() + "."),
                marylandLevel);
    }

    private static SegmentedDetails.Change change(double estimate, double error, Inference inference) {
        Interval interval = inference.interval(estimate, error);
        return new SegmentedDetails.Change(estimate, error, interval.low(), interval.high());
    }

    /** Over pairs of neighbouring periods; what a gap divides are no neighbours. */
    private static double durbinWatson(double[] residuals, int[] periods) {
        double changes = 0;
        double squares = residuals[0] * residuals[0];
        for (int i = 1; i < residuals.length; i++) {
            double change = residuals[i] - residuals[i - 1];
            changes += periods[i] == periods[i - 1] + 1 ? change * change : 0;
            squares += residuals[i] * residuals[i];
        }
        return squares == 0 ? 2 : changes / squares;
    }

    private static List<Diagnostic> diagnostics(
            StudyCase studyCase, InterruptedSeries series, Regression fit, SegmentedDetails details, int lag) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        int lags = Math.max(1, Math.min(10, series.size() / 5));
        double statistic = ljungBox(fit.residuals(), series.periods(), lags);
        double pValue = Inference.chiSquaredPValue(statistic, lags);
        boolean unlike = pValue >= SIGNIFICANT;
        diagnostics.add(new Diagnostic(
                "autocorrelation",
                "What is left is without memory",
                unlike ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(statistic),
                OptionalDouble.of(pValue),
                unlike
                        ? "What the model leaves unexplained at one time says nothing of the next."
                        : "What the model leaves unexplained at one time goes on at the next; the standard errors allow for"
                                + " this over " + lag + " periods, but trend and season may be missing something."));
        diagnostics.addAll(series.calendar().diagnostics());
        diagnostics.add(placebo(studyCase, series));
        stability(studyCase, series, details.level().estimate()).ifPresent(diagnostics::add);
        season(studyCase).ifPresent(diagnostics::add);
        Diagnostic.collinear(details.collinear()).ifPresent(diagnostics::add);
        return diagnostics;
    }

    /** That no season is taken into account, where none is. */
    static Optional<Diagnostic> season(StudyCase studyCase) {
        return studyCase.options(SeriesOptions.class).period() > 1
                ? Optional.empty()
                : Optional.of(Diagnostic.of(
                        "seasonality",
                        "Season",
                        Outcome.INFO,
                        "No season is taken into account. If the outcome has one, give the option period."));
    }

    /** The change of level without the first fifth of the times, and without the last. */
    private static Optional<Diagnostic> stability(StudyCase studyCase, InterruptedSeries series, double estimate) {
        int fifth = series.size() / 5;
        List<Double> found = new ArrayList<>();
        for (InterruptedSeries part :
                List.of(series.between(fifth, series.size()), series.between(0, series.size() - fifth))) {
            if (part.before() >= LEAST_ON_A_SIDE && part.after() >= LEAST_ON_A_SIDE) {
                Regression fit = Regression.fit(
                        part.outcome(),
                        part.terms(studyCase.options(SeriesOptions.class)),
                        List.of(),
                        LinearModel.ones(part.size()));
                int level = fit.terms().indexOf(InterruptedSeries.LEVEL);
                if (level >= 0 && fit.degreesOfFreedom() > 0) {
                    found.add(fit.coefficients()[level]);
                }
            }
        }
        if (found.size() < 2) {
            return Optional.empty();
        }
        boolean alike = found.stream().allMatch(value -> value * estimate > 0);
        return Optional.of(Diagnostic.of(
                "stability",
                "The same over other spans of time",
                alike ? Outcome.PASS : Outcome.WARN,
                String.format(
                        Locale.UK,
                        "Without the first fifth of the times the change of level is %s, and without the last fifth %s%s",
                        Rounded.plain(found.getFirst()),
                        Rounded.plain(found.getLast()),
                        alike ? "." : ": its direction hangs on the span of time chosen.")));
    }

    /** Ljung and Box (1978, Biometrika 65), over the pairs of rows that are so many periods apart. */
    private static double ljungBox(double[] residuals, int[] periods, int lags) {
        int n = residuals.length;
        double square = 0;
        for (double residual : residuals) {
            square += residual * residual;
        }
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double product = 0;
            for (int i = 0; i < n; i++) {
                int earlier = Arrays.binarySearch(periods, periods[i] - lag);
                product += earlier >= 0 ? residuals[i] * residuals[earlier] : 0;
            }
            double correlation = square == 0 ? 0 : product / square;
            sum += correlation * correlation / (n - lag);
        }
        return n * (n + 2.0) * sum;
    }

    /** An interruption half-way through the times before the real one, where there was none. */
    private static Diagnostic placebo(StudyCase studyCase, InterruptedSeries series) {
        String id = "placebo-date";
        String title = "A made-up earlier interruption";
        InterruptedSeries earlier = series.beforeOnly();
        if (earlier.before() < LEAST_ON_A_SIDE || earlier.after() < LEAST_ON_A_SIDE) {
            return Diagnostic.of(
                    id, title, Outcome.INFO, "There are too few times before the interruption to try one.");
        }
        Regression fit = Regression.fit(
                earlier.outcome(),
                earlier.terms(studyCase.options(SeriesOptions.class)),
                List.of(),
                LinearModel.ones(earlier.size()));
        int level = fit.terms().indexOf(InterruptedSeries.LEVEL);
        if (level < 0 || fit.degreesOfFreedom() < 1) {
            return Diagnostic.of(
                    id, title, Outcome.INFO, "There are too few times before the interruption to try one.");
        }
        int lag = Math.min(earlier.size() - 1, (int) Math.floor(4 * StrictMath.pow(earlier.size() / 100.0, 2.0 / 9)));
        Covariance covariance =
                SerialCovariance.neweyWest(fit, Grouping.of(earlier.size(), _ -> ""), earlier.periods(), lag);
        double pValue = Inference.student(
                        covariance.degreesOfFreedom(),
                        studyCase.study().options().level())
                .pValue(fit.coefficients()[level], covariance.standardError(level));
        boolean none = pValue >= SIGNIFICANT;
        return new Diagnostic(
                id,
                title,
                none ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(fit.coefficients()[level]),
                OptionalDouble.of(pValue),
                none
                        ? "Half-way through the times before, where nothing happened, no change of level is found."
                        : "A change of level is found half-way through the times before too, where nothing happened.");
    }

    private static Series plot(InterruptedSeries series, Regression fit, int level, int slope) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            double fitted = series.outcome()[i] - fit.residuals()[i];
            int steps = series.since(i);
            double effect = steps < 0 ? 0 : fit.coefficients()[level] + fit.coefficients()[slope] * steps;
            points.add(Series.Point.exact("observed", series.plotted(i), series.outcome()[i]));
            points.add(Series.Point.exact("fitted", series.plotted(i), fitted));
            points.add(Series.Point.exact("without interruption", series.plotted(i), fitted - effect));
        }
        return new Series("series", "The series, as observed and as it would have gone on", points);
    }
}
