package org.worthwhile.attribution.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.synthetic.SyntheticEstimate.Settings;
import org.worthwhile.attribution.synthetic.SyntheticOptions.Estimator;
import org.worthwhile.attribution.synthetic.SyntheticOptions.Method;

/** Treated units against a weighted mixture of others that moved like them before. */
final class SyntheticControl {

    private static final int LEVEL = 3;
    private static final double NAMED_WEIGHT = 1e-4;

    private static final String NOT_FOLLOWED =
            "before treatment the treated moved as no mixture of the controls did, so that placebos among them say nothing of it";

    /** So many placebos and the treated are twenty. */
    private static final int FEWEST_TO_TELL = 19;

    Attribution attribute(StudyCase studyCase) {
        Study study = studyCase.study();
        SyntheticOptions options = studyCase.options(SyntheticOptions.class);
        Sample sample = Sample.of(studyCase, study.roles().columns(), Set.of());
        PanelMatrix matrix = PanelMatrix.of(studyCase, sample);
        Estimator estimator = options.estimator();
        Settings settings = Settings.of(matrix, estimator);
        SyntheticEstimate estimate = SyntheticEstimate.of(matrix, settings);
        Method method = options.inference();
        Finding finding = finding(studyCase, matrix, settings, estimate, method);
        List<PreFit> others = others(matrix, settings);
        double own = PreFit.of(matrix, estimate, estimator).ratio();
        long asGreat = others.stream().filter(other -> other.ratio() >= own).count();
        double permutation = (asGreat + 1.0) / (others.size() + 1.0);
        SyntheticChecks checks =
                new SyntheticChecks(matrix, settings, estimate, study.roles().outcomeTitle());
        boolean followed = checks.isFollowed(others);
        return new Attribution(
                studyCase,
                DesignOptions.name(estimator),
                "The average effect on " + study.roles().outcomeTitle() + " of the treated from "
                        + matrix.label(matrix.before()) + " on",
                followed ? finding : finding.thatCannotTell(NOT_FOLLOWED),
                (long) matrix.outcomes().length * matrix.periods().length,
                matrix.outcomes().length,
                matrix.dropped(),
                List.of(),
                new SyntheticDetails(
                        weights(matrix, estimate),
                        PreFit.of(matrix, estimate, estimator).before(),
                        own,
                        permutation,
                        DesignOptions.name(method)),
                checks.diagnostics(
                        method == Method.PLACEBO ? finding.pValue() : permutation,
                        method == Method.PLACEBO
                                ? Double.isFinite(finding.interval().low())
                                : others.size() >= FEWEST_TO_TELL,
                        others),
                series(matrix, estimate),
                List.of(
                        followed
                                ? convention(options, method, finding)
                                : "The standard error is that of controls taken for the treated, which does not hold for one that no"
                                        + " mixture of them follows; without an interval that would, there is none.",
                        "Weights are found by Frank-Wolfe steps with the penalties of Arkhangelsky and others (2021)."),
                List.of(
                        "Without treatment the treated would have gone on moving like the weighted controls.",
                        "Treatment does not reach the controls, and nothing else befell the treated alone."),
                LEVEL,
                StudySize.UNKNOWN);
    }

    private static String convention(SyntheticOptions options, Method method, Finding finding) {
        String draws = options.draws() + " draws, seed " + options.seed();
        return switch (method) {
            case JACKKNIFE -> "Standard errors are by jackknife. Intervals and tests are normal.";
            case BOOTSTRAP -> "Standard errors are by bootstrap with " + draws + ". Intervals and tests are normal.";
            case PLACEBO ->
                "The standard error, the interval and the test come from the effects of controls taken for the treated: of"
                        + " every choice of them where there are no more than the draws, and otherwise of " + draws
                        + "."
                        + (Double.isInfinite(finding.interval().low())
                                ? " There are so few that no effect can be ruled out at this level: the interval is without"
                                        + " limits."
                                : "");
        };
    }

    private static Finding finding(
            StudyCase studyCase, PanelMatrix matrix, Settings settings, SyntheticEstimate estimate, Method method) {
        SyntheticOptions options = studyCase.options(SyntheticOptions.class);
        int draws = options.draws();
        long seed = options.seed();
        SyntheticInference inference = new SyntheticInference(matrix, settings, estimate);
        if (method == Method.PLACEBO && matrix.controls() <= matrix.treated()) {
            throw studyCase.unusable(
                    "/options/inference",
                    "placebo standard errors need more controls than treated units",
                    "use jackknife or bootstrap, or more controls");
        }
        if (method != Method.PLACEBO && matrix.treated() < 2) {
            throw studyCase.unusable(
                    "/options/inference",
                    "with one treated unit, " + DesignOptions.name(method) + " standard errors cannot be had",
                    "use placebo");
        }
        double level = studyCase.study().options().level();
        return switch (method) {
            case PLACEBO -> inference.placebo(draws, seed).finding(estimate.effect(), level);
            case JACKKNIFE -> Inference.normal(level).finding(estimate.effect(), inference.jackknife());
            case BOOTSTRAP -> Inference.normal(level).finding(estimate.effect(), inference.bootstrap(draws, seed));
        };
    }

    private static SyntheticDetails.Weights weights(PanelMatrix matrix, SyntheticEstimate estimate) {
        Map<String, Double> units = new LinkedHashMap<>();
        IntStream.range(0, matrix.controls())
                .boxed()
                .filter(i -> estimate.unitWeights()[i] > NAMED_WEIGHT)
                .sorted(Comparator.comparingDouble(i -> -estimate.unitWeights()[i]))
                .forEach(i -> units.put(matrix.units().get(i), estimate.unitWeights()[i]));
        Map<String, Double> times = new LinkedHashMap<>();
        for (int t = 0; t < matrix.before(); t++) {
            if (estimate.timeWeights()[t] > NAMED_WEIGHT) {
                times.put(matrix.label(t), estimate.timeWeights()[t]);
            }
        }
        return new SyntheticDetails.Weights(units, times);
    }

    /** The fit of each control taken for the treated one, the others being its controls (Abadie and others 2010). */
    private static List<PreFit> others(PanelMatrix matrix, Settings settings) {
        if (matrix.controls() < 2) {
            return List.of();
        }
        return IntStream.range(0, matrix.controls())
                .parallel()
                .mapToObj(placebo -> {
                    PanelMatrix other = matrix.among(
                            IntStream.range(0, matrix.controls())
                                    .filter(i -> i != placebo)
                                    .toArray(),
                            new int[] {placebo});
                    return PreFit.of(other, SyntheticEstimate.of(other, settings), settings.estimator());
                })
                .toList();
    }

    private static List<Series> series(PanelMatrix matrix, SyntheticEstimate estimate) {
        double[] gaps = estimate.gaps(matrix);
        List<Series.Point> paths = new ArrayList<>();
        List<Series.Point> gap = new ArrayList<>();
        for (int t = 0; t < gaps.length; t++) {
            double treated = 0;
            for (int i = matrix.controls(); i < matrix.outcomes().length; i++) {
                treated += matrix.outcomes()[i][t] / matrix.treated();
            }
            paths.add(Series.Point.exact("treated", matrix.plotted(t), treated));
            paths.add(Series.Point.exact("weighted controls", matrix.plotted(t), treated - gaps[t]));
            gap.add(Series.Point.exact("", matrix.plotted(t), gaps[t]));
        }
        return List.of(
                new Series("paths", "The treated and their weighted controls", paths),
                new Series("gap", "The treated less their weighted controls", gap));
    }
}
