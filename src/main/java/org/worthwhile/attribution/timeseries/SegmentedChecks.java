package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.SerialErrors;

/** How a segmented regression holds: what is left without memory, other dates and spans of time, counts and comparisons. */
record SegmentedChecks(StudyCase studyCase, SegmentedFit fit) {

    /** Fewer times than these show no level and trend. */
    static final int LEAST_ON_A_SIDE = 3;

    /** The same for a made-up interruption, whose test is right from a dozen times on. */
    private static final int LEAST_OF_PLACEBO = 6;

    private static final double SIGNIFICANT = 0.05;

    /** Standard errors beyond the limit of a test at which four cases in five pass it. */
    private static final double FOUR_IN_FIVE = 0.84;

    /**
     * The share of its variance by which that of a change of level is larger in four fifths of the times, if they have no memory: 4 / 0.3
     * + 4 / 0.5 against 4 / 0.5 + 4 / 0.5. What is estimated of it is not taken to be less.
     */
    private static final double LEAST_APART = 0.25;

    /** Counts that vary more than this times their model's variance are told. */
    private static final double OVERDISPERSED = 1.5;

    List<Diagnostic> all(SegmentedDetails details) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(new ResidualMemory(
                        fit.regression().residuals(),
                        fit.series().units(),
                        fit.series().periods(),
                        fit.series().size())
                .diagnostic(fit.correlation().isPresent()));
        fit.serialErrors()
                .ifPresent(errors -> diagnostics.add(
                        new DriftBeneathNoise(errors.noiseTest(), fit.series().size())
                                .ofEffect(reported(), errors.withNoise().map(this::withNoise))));
        diagnostics.addAll(fit.series().calendar().diagnostics());
        details.comparison().ifPresent(found -> diagnostics.add(comparison(found)));
        details.counts().ifPresent(found -> {
            diagnostics.add(rateRatio(found));
            diagnostics.add(dispersion(found));
        });
        if (details.interruptions().size() > 1) {
            diagnostics.add(interruptions(details));
        }
        diagnostics.add(placebo());
        stability().ifPresent(diagnostics::add);
        fit.season().told().ifPresent(diagnostics::add);
        Diagnostic.collinear(details.collinear()).ifPresent(diagnostics::add);
        return diagnostics;
    }

    private Interval reported() {
        SegmentedFit.Effect headline = fit.headline();
        return fit.inference(studyCase.options(SeriesOptions.class).level())
                .interval(headline.estimate(), fit.standardError(headline));
    }

    private Interval withNoise(SerialErrors.WithNoise errors) {
        int level = fit.position(SegmentedTerms.LEVEL);
        return fit.inference(studyCase.options(SeriesOptions.class).level())
                .interval(
                        errors.regression().coefficients()[level],
                        errors.covariance().standardError(level));
    }

    /** Over pairs of neighbouring periods of a series; what a gap divides are no neighbours. */
    static double durbinWatson(SegmentedFit fit) {
        InterruptedSeries series = fit.series();
        double[] residuals = fit.regression().residuals();
        double changes = 0;
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            boolean neighbours = i > 0
                    && series.units().codes()[i] == series.units().codes()[i - 1]
                    && series.periods()[i] == series.periods()[i - 1] + 1;
            double change = neighbours ? residuals[i] - residuals[i - 1] : 0;
            changes += change * change;
            squares += residuals[i] * residuals[i];
        }
        return squares == 0 ? 2 : changes / squares;
    }

    private static Diagnostic comparison(SegmentedDetails.Comparison found) {
        boolean alike = found.pValue() >= SIGNIFICANT;
        return new Diagnostic(
                "comparison-before",
                "Trends alike before the interruption",
                alike ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(found.trendApart().estimate()),
                OptionalDouble.of(found.pValue()),
                alike
                        ? "Before the interruption the series and "
                                + (found.series() == 1
                                        ? "the one it is compared with"
                                        : "the " + found.series() + " it is compared with")
                                + " had the same trend as far as the data can tell."
                        : "Before the interruption the series already had another trend than "
                                + (found.series() == 1
                                        ? "the one it is compared with"
                                        : "the " + found.series() + " it is compared with")
                                + ". The model carries the difference on, but a series with the same trend would be a better"
                                + " comparison.");
    }

    private static Diagnostic rateRatio(SegmentedDetails.Counts counts) {
        Change ratio = counts.averageRatio();
        return new Diagnostic(
                "rate-ratio",
                "Incidence-rate ratio",
                Outcome.INFO,
                OptionalDouble.of(ratio.estimate()),
                OptionalDouble.empty(),
                "Since the interruption the rate has been " + Rounded.plain(ratio.estimate())
                        + " times what it would have been, within " + Rounded.plain(ratio.low()) + " to "
                        + Rounded.plain(ratio.high()) + ": at the interruption "
                        + Rounded.plain(counts.levelRatio().estimate()) + " times, and "
                        + Rounded.plain(counts.slopeRatio().estimate()) + " times more with each period after it.");
    }

    private static Diagnostic dispersion(SegmentedDetails.Counts counts) {
        boolean over = counts.dispersion() > OVERDISPERSED;
        boolean poisson = counts.theta().isEmpty();
        return new Diagnostic(
                "overdispersion",
                "Counts vary as their model has it",
                over ? Outcome.WARN : Outcome.PASS,
                OptionalDouble.of(counts.dispersion()),
                OptionalDouble.empty(),
                over
                        ? "The variance of the counts is " + Rounded.plain(counts.dispersion())
                                + " times what the model has it (overdispersion). The standard errors are robust to this"
                                + (poisson ? "; a negative binomial would use the counts better." : ".")
                        : "The variance of the counts is " + Rounded.plain(counts.dispersion())
                                + " times what the model has it, which is close enough to 1.");
    }

    private Diagnostic interruptions(SegmentedDetails details) {
        List<String> others = details.interruptions().stream()
                .filter(found -> found.start().index() != fit.series().start())
                .map(found -> "at " + found.start().label() + " the level changes by "
                        + Rounded.plain(found.level().estimate()) + " ("
                        + Rounded.plain(found.level().low()) + " to "
                        + Rounded.plain(found.level().high()) + ") and the trend by "
                        + Rounded.plain(found.slope().estimate()) + " per period")
                .toList();
        return Diagnostic.of(
                "interruptions",
                "Other interruptions",
                Outcome.INFO,
                "The finding is of the interruption at " + fit.series().startLabel() + ". Beside it, "
                        + String.join("; ", others) + (details.counts().isPresent() ? ", in logarithms." : "."));
    }

    /** An interruption half-way through the times before the real one, where there was none. */
    private Diagnostic placebo() {
        String id = "placebo-date";
        String title = "A made-up earlier interruption";
        InterruptedSeries earlier = fit.series().beforeOnly();
        Optional<SegmentedFit> found = isLongEnough(earlier, LEAST_OF_PLACEBO)
                ? SegmentedFit.of(studyCase, fit.season(), earlier)
                : Optional.empty();
        if (found.isEmpty()) {
            return Diagnostic.of(
                    id, title, Outcome.INFO, "There are too few times before the interruption to try one.");
        }
        SegmentedFit.Effect effect = found.get().headline();
        double error = found.get().standardError(effect);
        Inference inference = found.get().inference(1 - SIGNIFICANT);
        double pValue = inference.pValue(effect.estimate(), error);
        boolean none = pValue >= SIGNIFICANT;
        double seen = inference.interval(0, error).high() + FOUR_IN_FIVE * error;
        String what = fit.counts().isPresent() ? "no effect is found" : "no change of level is found";
        return new Diagnostic(
                id,
                title,
                none ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(effect.estimate()),
                OptionalDouble.of(pValue),
                none
                        ? "Half-way through the times before, where nothing happened, " + what + ". One of "
                                + Rounded.plain(seen) + " or more would have been in four cases of five."
                        : (fit.counts().isPresent() ? "An effect" : "A change of level")
                                + " is found half-way through the times before too, where nothing happened.");
    }

    private static boolean isLongEnough(InterruptedSeries series, int least) {
        return IntStream.range(0, series.units().size())
                .allMatch(unit -> series.count(unit, period -> period < series.start()) >= least
                        && series.count(unit, period -> period >= series.start()) >= least);
    }

    /** An estimate of some of the times, beside that of all. */
    private record Part(double estimate, double pValue) {}

    /**
     * What is asked about without the first fifth of the times, and without the last, by the test of Hausman (1978, Econometrica
     * 46): what an estimate of fewer times is apart from that of all has the variance by which its own is larger.
     */
    private Optional<Diagnostic> stability() {
        InterruptedSeries series = fit.series();
        int fifth = series.size() / 5;
        List<Part> found = new ArrayList<>();
        for (InterruptedSeries part :
                List.of(series.between(fifth, series.size()), series.between(0, series.size() - fifth))) {
            if (isLongEnough(part, LEAST_ON_A_SIDE)) {
                SegmentedFit.of(studyCase, fit.season(), part).ifPresent(shorter -> found.add(part(shorter)));
            }
        }
        if (found.size() < 2) {
            return Optional.empty();
        }
        double pValue =
                Math.min(1, found.stream().mapToDouble(Part::pValue).min().orElseThrow() * found.size());
        boolean alike = pValue >= SIGNIFICANT;
        return Optional.of(new Diagnostic(
                "stability",
                "The same over other spans of time",
                alike ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.empty(),
                OptionalDouble.of(pValue),
                String.format(
                        Locale.UK,
                        "Without the first fifth of the times the %s is %s, and without the last fifth %s%s",
                        fit.counts().isPresent() ? "average effect" : "change of level",
                        Rounded.plain(found.getFirst().estimate),
                        Rounded.plain(found.getLast().estimate),
                        alike
                                ? "; neither differs from that of all times by more than chance gives."
                                : ": more apart from that of all times than chance gives, so that it depends on the span"
                                        + " chosen.")));
    }

    private Part part(SegmentedFit shorter) {
        SegmentedFit.Effect effect = shorter.headline();
        int last = shorter.series().periods()[shorter.series().rows() - 1];
        SegmentedFit.Effect whole = fit.counts().isPresent()
                ? fit.average(
                        SegmentedTerms.LEVEL,
                        SegmentedTerms.SLOPE,
                        row -> fit.series().since(row) >= 0 && fit.series().periods()[row] <= last)
                : fit.headline();
        double own = StrictMath.pow(shorter.standardError(effect), 2);
        double variance = Math.max(own - StrictMath.pow(fit.standardError(whole), 2), LEAST_APART * own);
        return new Part(
                effect.estimate(),
                shorter.inference(1 - SIGNIFICANT).pValue(effect.estimate() - whole.estimate(), Math.sqrt(variance)));
    }
}
