package org.worthwhile.attribution.timeseries;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.CountRegression;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.SerialCovariance;
import org.worthwhile.attribution.estimation.SerialErrors;
import org.worthwhile.attribution.estimation.Term;

/**
 * A segmented regression, fitted.
 *
 * @param series that was fitted: where errors are an autoregression, the interrupted one less those it is compared with
 * @param terms that were kept, in the order of the coefficients
 * @param regression of the outcome, or the last step of a regression of counts
 * @param counts where the outcome is counted
 * @param covariance of an autoregression, or robust to errors alike over {@code lag} periods, and across series at one time
 *     where there are several
 * @param correlation of errors from one period to the next, where they are an autoregression
 * @param serialErrors where errors of values that are not counts are an autoregression, alone or with noise about it
 * @param means fitted by row
 */
record SegmentedFit(
        InterruptedSeries series,
        Season season,
        List<Term> terms,
        Regression regression,
        Optional<CountRegression> counts,
        Covariance covariance,
        OptionalDouble correlation,
        OptionalInt lag,
        Optional<SerialErrors> serialErrors,
        double[] means) {

    /**
     * A quantity of the model.
     *
     * @param gradient by coefficient
     */
    record Effect(double estimate, double[] gradient) {}

    /** Fits; empty where the change of level and slope are not identified, or an iteration does not end. */
    static Optional<SegmentedFit> of(StudyCase studyCase, Season season, InterruptedSeries series) {
        SeriesOptions options = studyCase.options(SeriesOptions.class);
        return options.errors() == SeriesOptions.Errors.NEWEY_WEST
                ? robust(series, season, options)
                : autoregressive(studyCase, season, series);
    }

    /** The same with errors that are an autoregression, whatever the study says. */
    static Optional<SegmentedFit> autoregressive(StudyCase studyCase, Season season, InterruptedSeries series) {
        SeriesOptions options = studyCase.options(SeriesOptions.class);
        return options.ofCounts()
                ? autoregressiveCounts(series, season, options)
                : autoregressive(series.hasComparison() ? series.apart() : series, season);
    }

    private static Optional<SegmentedFit> autoregressive(InterruptedSeries series, Season season) {
        List<Term> terms = new SegmentedTerms(series, season).all();
        SerialErrors errors = SerialErrors.fit(series.outcome(), terms, series.periods());
        Regression regression = errors.regression();
        if (isUnidentified(regression) || regression.degreesOfFreedom() < 1) {
            return Optional.empty();
        }
        List<Term> kept = SegmentedTerms.kept(terms, regression.terms());
        double[] means = IntStream.range(0, series.rows())
                .mapToDouble(row -> IntStream.range(0, kept.size())
                        .mapToDouble(term ->
                                regression.coefficients()[term] * kept.get(term).values()[row])
                        .sum())
                .toArray();
        return Optional.of(new SegmentedFit(
                series,
                season,
                kept,
                regression,
                Optional.empty(),
                errors.covariance(),
                OptionalDouble.of(errors.correlation()),
                OptionalInt.empty(),
                Optional.of(errors),
                means));
    }

    private static Optional<SegmentedFit> autoregressiveCounts(
            InterruptedSeries series, Season season, SeriesOptions options) {
        SegmentedTerms asked = new SegmentedTerms(series, season);
        List<Term> terms = asked.all();
        return counts(series, options, terms)
                .filter(apart -> !isUnidentified(apart.working()))
                .map(apart -> apart.autoregressive(
                        series.outcome(), terms, series.exposure(), series.units(), series.periods()))
                .flatMap(serial -> {
                    Regression regression = serial.errors().regression();
                    int degrees = degrees(regression, series, asked);
                    if (degrees < 1) {
                        return Optional.empty();
                    }
                    Covariance found = serial.errors().covariance();
                    String beside =
                            " Beside other series, which are taken not to depend on it, the degrees of freedom are "
                                    + degrees + ", the times of the interrupted series less its own terms.";
                    return Optional.of(new SegmentedFit(
                            series,
                            season,
                            SegmentedTerms.kept(terms, regression.terms()),
                            regression,
                            Optional.of(serial.counts()),
                            series.hasComparison()
                                    ? new Covariance(found.matrix(), degrees, found.convention() + beside)
                                    : found,
                            OptionalDouble.of(serial.errors().correlation()),
                            OptionalInt.empty(),
                            Optional.empty(),
                            serial.counts().means()));
                });
    }

    private static Optional<CountRegression> counts(InterruptedSeries series, SeriesOptions options, List<Term> terms) {
        return switch (options.family()) {
            case GAUSSIAN -> Optional.empty();
            case POISSON -> CountRegression.poisson(series.outcome(), terms, series.exposure());
            case NEGATIVE_BINOMIAL -> CountRegression.negativeBinomial(series.outcome(), terms, series.exposure());
        };
    }

    private static int degrees(Regression regression, InterruptedSeries series, SegmentedTerms asked) {
        return Math.min(regression.degreesOfFreedom(), series.size() - asked.ofOneSeries());
    }

    private static boolean isUnidentified(Regression regression) {
        return !regression.terms().containsAll(List.of(SegmentedTerms.LEVEL, SegmentedTerms.SLOPE));
    }

    private static Optional<SegmentedFit> robust(InterruptedSeries series, Season season, SeriesOptions options) {
        SegmentedTerms asked = new SegmentedTerms(series, season);
        List<Term> terms = asked.all();
        Optional<CountRegression> counts = counts(series, options, terms);
        if (options.ofCounts() && counts.isEmpty()) {
            return Optional.empty();
        }
        Regression regression = counts.map(CountRegression::working)
                .orElseGet(() -> Regression.fit(series.outcome(), terms, List.of(), LinearModel.ones(series.rows())));
        int degrees = degrees(regression, series, asked);
        if (isUnidentified(regression) || degrees < 1) {
            return Optional.empty();
        }
        int lag = options.lag().orElse((int) Math.floor(4 * StrictMath.pow(series.size() / 100.0, 2.0 / 9)));
        double[] means = counts.map(CountRegression::means)
                .orElseGet(() -> IntStream.range(0, series.rows())
                        .mapToDouble(row -> series.outcome()[row] - regression.residuals()[row])
                        .toArray());
        return Optional.of(new SegmentedFit(
                series,
                season,
                SegmentedTerms.kept(terms, regression.terms()),
                regression,
                counts,
                covariance(series, regression, lag, degrees),
                OptionalDouble.empty(),
                OptionalInt.of(lag),
                Optional.empty(),
                means));
    }

    private static Covariance covariance(InterruptedSeries series, Regression regression, int lag, int degrees) {
        int usable = Math.min(lag, series.size() - 1);
        if (!series.hasComparison()) {
            return SerialCovariance.neweyWest(
                    regression, Grouping.of(series.rows(), _ -> ""), series.periods(), usable);
        }
        Covariance found = SerialCovariance.driscollKraay(regression, series.periods(), usable);
        return new Covariance(
                found.matrix(),
                degrees,
                "Standard errors are robust to errors alike in all series at one time and within " + usable
                        + " periods of it (Driscoll and Kraay), with the corrections T/(T-1) and (n-1)/(n-K); degrees of"
                        + " freedom " + degrees + ", the times of the interrupted series less its own terms.");
    }

    int position(String term) {
        return regression.terms().indexOf(term);
    }

    double coefficient(String term) {
        return regression.coefficients()[position(term)];
    }

    double standardError(String term) {
        return covariance.standardError(position(term));
    }

    double standardError(Effect effect) {
        return Math.sqrt(
                Math.max(0, Matrices.dot(effect.gradient, Matrices.times(covariance.matrix(), effect.gradient))));
    }

    Inference inference(double level) {
        return Inference.student(covariance.degreesOfFreedom(), level);
    }

    /** What the interruption changes in a row of the interrupted series, in units of the outcome; 0 before it. */
    Effect effect(int row, String level, String slope) {
        double[] gradient = new double[terms.size()];
        double change = 0;
        for (String name : List.of(level, slope)) {
            int term = position(name);
            if (term >= 0) {
                change += regression.coefficients()[term] * terms.get(term).values()[row];
                gradient[term] = terms.get(term).values()[row];
            }
        }
        if (counts.isEmpty()) {
            return new Effect(change, gradient);
        }
        double without = means[row] * StrictMath.exp(-change);
        for (int term = 0; term < gradient.length; term++) {
            double value = terms.get(term).values()[row];
            gradient[term] = means[row] * value - without * (value - gradient[term]);
        }
        return new Effect(means[row] - without, gradient);
    }

    /** The mean of effects over the rows of the interrupted series that the predicate holds for. */
    Effect average(String level, String slope, IntPredicate chosen) {
        int[] rows = IntStream.range(0, series.rows())
                .filter(row -> series.isOwn(row) && chosen.test(row))
                .toArray();
        double estimate = 0;
        double[] gradient = new double[terms.size()];
        for (int row : rows) {
            Effect effect = effect(row, level, slope);
            estimate += effect.estimate / rows.length;
            for (int term = 0; term < gradient.length; term++) {
                gradient[term] += effect.gradient[term] / rows.length;
            }
        }
        return new Effect(estimate, gradient);
    }

    /** The mean effect of the interruption that is asked about, from it to the end. */
    Effect averageAfter() {
        return average(SegmentedTerms.LEVEL, SegmentedTerms.SLOPE, row -> series.since(row) >= 0);
    }

    /** What is asked about: the change of level, or of counts the mean effect. */
    Effect headline() {
        return counts.isPresent() ? averageAfter() : term(SegmentedTerms.LEVEL);
    }

    /** A coefficient; of a term that was left out, 0. */
    Effect term(String term) {
        double[] gradient = new double[terms.size()];
        int position = position(term);
        if (position < 0) {
            return new Effect(0, gradient);
        }
        gradient[position] = 1;
        return new Effect(regression.coefficients()[position], gradient);
    }

    /** Of counts, the logarithm of what is fitted since the interruption over what is expected without it. */
    Effect logRatio(Effect average) {
        int[] rows = IntStream.range(0, series.rows())
                .filter(row -> series.isOwn(row) && series.since(row) >= 0)
                .toArray();
        double with = 0;
        double[] gradient = new double[terms.size()];
        for (int row : rows) {
            with += means[row] / rows.length;
            for (int term = 0; term < gradient.length; term++) {
                gradient[term] += means[row] * terms.get(term).values()[row] / rows.length;
            }
        }
        double without = with - average.estimate;
        for (int term = 0; term < gradient.length; term++) {
            gradient[term] = gradient[term] / with - (gradient[term] - average.gradient[term]) / without;
        }
        return new Effect(StrictMath.log(with / without), gradient);
    }
}
