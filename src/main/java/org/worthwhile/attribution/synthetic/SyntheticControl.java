package org.worthwhile.attribution.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.SyntheticOptions;
import org.worthwhile.attribution.options.SyntheticOptions.Estimator;
import org.worthwhile.attribution.options.SyntheticOptions.Method;
import org.worthwhile.attribution.synthetic.SyntheticEstimate.Settings;

/** Treated units against a weighted mixture of others that moved like them before. */
public final class SyntheticControl implements AttributionDesign {

    private static final int LEVEL = 3;
    private static final double NAMED_WEIGHT = 1e-4;
    private static final double GOOD_FIT = 0.1;
    private static final double SIGNIFICANT = 0.05;

    @Override
    public Attribution attribute(StudyCase studyCase) {
        Study study = studyCase.study();
        SyntheticOptions options = studyCase.options(SyntheticOptions.class);
        Sample sample = Sample.of(studyCase, study.roles().columns(), Set.of());
        TreatedBlock block = TreatedBlock.of(studyCase, sample);
        Estimator estimator = options.estimator();
        Settings settings = Settings.of(block, estimator);
        SyntheticEstimate estimate = SyntheticEstimate.of(block, settings);
        Method method = options.inference();
        double standardError = standardError(studyCase, block, settings, estimate, method);
        double[] ratios = ratios(block, settings);
        double own = ratio(block, estimate, estimator);
        long asGreat =
                java.util.Arrays.stream(ratios).filter(ratio -> ratio >= own).count();
        double permutation = (asGreat + 1.0) / (ratios.length + 1.0);
        return new Attribution(
                studyCase,
                DesignOptions.name(estimator),
                "The average effect on " + study.roles().outcome() + " of the treated from "
                        + Column.Numeric.text(block.times()[block.before()]) + " on",
                Inference.normal(options.level()).finding(estimate.effect(), standardError),
                (long) block.outcomes().length * block.times().length,
                block.outcomes().length,
                block.dropped(),
                List.of(),
                new SyntheticDetails(
                        weights(block, estimate),
                        fit(block, estimate, estimator),
                        own,
                        permutation,
                        DesignOptions.name(method)),
                diagnostics(studyCase, block, settings, estimate, estimator, permutation),
                series(block, estimate),
                List.of(
                        "Standard errors are by " + DesignOptions.name(method)
                                + (method == Method.JACKKNIFE
                                        ? "."
                                        : " with " + options.draws() + " draws, seed " + options.seed() + ".")
                                + " Intervals and tests are normal.",
                        "Weights are found by Frank-Wolfe steps with the penalties of Arkhangelsky and others (2021)."),
                List.of(
                        "Without treatment the treated would have gone on moving like the weighted controls.",
                        "Treatment does not reach the controls, and nothing else befell the treated alone."),
                LEVEL);
    }

    private static double standardError(
            StudyCase studyCase, TreatedBlock block, Settings settings, SyntheticEstimate estimate, Method method) {
        SyntheticOptions options = studyCase.options(SyntheticOptions.class);
        int draws = options.draws();
        long seed = options.seed();
        SyntheticInference inference = new SyntheticInference(block, settings, estimate);
        if (method == Method.PLACEBO && block.controls() <= block.treated()) {
            throw studyCase.unusable(
                    "/options/inference",
                    "placebo standard errors need more controls than treated units",
                    "use jackknife or bootstrap, or more controls");
        }
        if (method != Method.PLACEBO && block.treated() < 2) {
            throw studyCase.unusable(
                    "/options/inference",
                    "with one treated unit, " + DesignOptions.name(method) + " standard errors cannot be had",
                    "use placebo");
        }
        return switch (method) {
            case PLACEBO -> inference.placebo(draws, seed);
            case JACKKNIFE -> inference.jackknife();
            case BOOTSTRAP -> inference.bootstrap(draws, seed);
        };
    }

    private static SyntheticDetails.Weights weights(TreatedBlock block, SyntheticEstimate estimate) {
        Map<String, Double> units = new LinkedHashMap<>();
        IntStream.range(0, block.controls())
                .boxed()
                .filter(i -> estimate.unitWeights()[i] > NAMED_WEIGHT)
                .sorted(Comparator.comparingDouble(i -> -estimate.unitWeights()[i]))
                .forEach(i -> units.put(block.units().get(i), estimate.unitWeights()[i]));
        Map<String, Double> times = new LinkedHashMap<>();
        for (int t = 0; t < block.before(); t++) {
            if (estimate.timeWeights()[t] > NAMED_WEIGHT) {
                times.put(Column.Numeric.text(block.times()[t]), estimate.timeWeights()[t]);
            }
        }
        return new SyntheticDetails.Weights(units, times);
    }

    /** The root mean squared gap before treatment, a constant gap taken off but for the plain synthetic control. */
    private static double fit(TreatedBlock block, SyntheticEstimate estimate, Estimator estimator) {
        return rootMeanSquare(gaps(block, estimate, estimator), 0, block.before());
    }

    private static double ratio(TreatedBlock block, SyntheticEstimate estimate, Estimator estimator) {
        double[] gaps = gaps(block, estimate, estimator);
        double before = rootMeanSquare(gaps, 0, block.before());
        return before == 0 ? Double.MAX_VALUE : rootMeanSquare(gaps, block.before(), gaps.length) / before;
    }

    private static double[] gaps(TreatedBlock block, SyntheticEstimate estimate, Estimator estimator) {
        double[] gaps = estimate.gaps(block);
        if (estimator != Estimator.SYNTHETIC_CONTROL) {
            double constant =
                    IntStream.range(0, block.before()).mapToDouble(t -> gaps[t]).sum() / block.before();
            java.util.Arrays.setAll(gaps, t -> gaps[t] - constant);
        }
        return gaps;
    }

    private static double rootMeanSquare(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t] * values[t];
        }
        return Math.sqrt(sum / (to - from));
    }

    /** The ratio of each control taken for the treated one, the others being its controls (Abadie and others 2010). */
    private static double[] ratios(TreatedBlock block, Settings settings) {
        if (block.controls() < 3) {
            return new double[0];
        }
        return IntStream.range(0, block.controls())
                .parallel()
                .mapToDouble(placebo -> {
                    TreatedBlock other = block.among(
                            IntStream.range(0, block.controls())
                                    .filter(i -> i != placebo)
                                    .toArray(),
                            new int[] {placebo});
                    return ratio(other, SyntheticEstimate.of(other, settings), settings.estimator());
                })
                .toArray();
    }

    private static List<Diagnostic> diagnostics(
            StudyCase studyCase,
            TreatedBlock block,
            Settings settings,
            SyntheticEstimate estimate,
            Estimator estimator,
            double permutation) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        double fit = fit(block, estimate, estimator);
        double size = rootMeanSquare(block.outcomes()[block.outcomes().length - 1], 0, block.before());
        boolean good = fit <= GOOD_FIT * size;
        diagnostics.add(new Diagnostic(
                "pre-period-fit",
                "Alike before treatment",
                good ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(fit),
                OptionalDouble.empty(),
                good
                        ? "Before treatment the treated and their weighted controls moved closely together."
                        : "Even before treatment the treated and their weighted controls moved apart, so what they do"
                                + " afterwards says less."));
        diagnostics.add(new Diagnostic(
                "placebo-in-space",
                "Controls taken for the treated",
                permutation <= SIGNIFICANT ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.empty(),
                OptionalDouble.of(permutation),
                "Of all units, each taken for the treated one in turn, a share of "
                        + String.format(Locale.ROOT, "%.0f%%", permutation * 100)
                        + " moves away as much as the treated did"
                        + (permutation <= SIGNIFICANT ? ", which is rare." : ", so that this may be chance.")));
        if (block.before() >= 6) {
            diagnostics.add(placeboInTime(studyCase, block, estimator, estimate));
        }
        if (block.controls() >= 3) {
            diagnostics.add(leaveOneOut(block, settings, estimate));
        }
        return diagnostics;
    }

    private static Diagnostic placeboInTime(
            StudyCase studyCase, TreatedBlock block, Estimator estimator, SyntheticEstimate estimate) {
        TreatedBlock earlier = block.until(block.before() * 2 / 3, block.before());
        Settings settings = Settings.of(earlier, estimator);
        double effect = SyntheticEstimate.of(earlier, settings).effect();
        boolean small = Math.abs(effect) <= Math.abs(estimate.effect()) / 3;
        return new Diagnostic(
                "placebo-in-time",
                "A made-up earlier start",
                small ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(effect),
                OptionalDouble.empty(),
                "Had treatment begun in " + Column.Numeric.text(block.times()[earlier.before()])
                        + ", when it had not, an effect on "
                        + studyCase.study().roles().outcome() + " of "
                        + Rounded.plain(effect) + " would be found, against "
                        + Rounded.plain(estimate.effect()) + " from the real start.");
    }

    private static Diagnostic leaveOneOut(TreatedBlock block, Settings settings, SyntheticEstimate estimate) {
        double least = estimate.effect();
        double most = estimate.effect();
        for (int left = 0; left < block.controls(); left++) {
            if (estimate.unitWeights()[left] > NAMED_WEIGHT) {
                int out = left;
                TreatedBlock without = block.among(
                        IntStream.range(0, block.controls())
                                .filter(i -> i != out)
                                .toArray(),
                        IntStream.range(block.controls(), block.outcomes().length)
                                .toArray());
                double effect = SyntheticEstimate.of(without, settings).effect();
                least = Math.min(least, effect);
                most = Math.max(most, effect);
            }
        }
        boolean same = Math.signum(least) == Math.signum(most);
        return Diagnostic.of(
                "leave-one-donor-out",
                "Any one control left out",
                same ? Outcome.PASS : Outcome.WARN,
                String.format(
                        Locale.ROOT,
                        "Without any one of the weighted controls the effect lies between %s and %s%s.",
                        Rounded.plain(least),
                        Rounded.plain(most),
                        same ? ", always in the same direction" : ", and its direction depends on one of them"));
    }

    private static List<Series> series(TreatedBlock block, SyntheticEstimate estimate) {
        double[] gaps = estimate.gaps(block);
        List<Series.Point> paths = new ArrayList<>();
        List<Series.Point> gap = new ArrayList<>();
        for (int t = 0; t < gaps.length; t++) {
            double treated = 0;
            for (int i = block.controls(); i < block.outcomes().length; i++) {
                treated += block.outcomes()[i][t] / block.treated();
            }
            paths.add(Series.Point.exact("treated", block.times()[t], treated));
            paths.add(Series.Point.exact("weighted controls", block.times()[t], treated - gaps[t]));
            gap.add(Series.Point.exact("", block.times()[t], gaps[t]));
        }
        return List.of(
                new Series("paths", "The treated and their weighted controls", paths),
                new Series("gap", "The treated less their weighted controls", gap));
    }
}
