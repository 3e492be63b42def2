package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.discontinuity.BandwidthSelector.Bandwidths;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.DiscontinuityOptions;
import org.worthwhile.attribution.options.Kernel;

/** The jump in an outcome where a running variable crosses a cutoff. */
public final class RegressionDiscontinuity implements AttributionDesign {

    private static final int LEVEL = 4;
    private static final int LEAST_ROWS = 10;

    @Override
    public Attribution attribute(StudyCase given) {
        StudyCase studyCase = clustered(given);
        Study study = studyCase.study();
        DiscontinuityOptions options = studyCase.options(DiscontinuityOptions.class);
        String running = studyCase.required(study.roles().runningVariable(), "runningVariable");
        Map<String, String> columns = study.roles().columns();
        Optional<String> fuzzy = options.fuzzy();
        fuzzy.ifPresent(name -> columns.put("/options/fuzzy", name));
        Sample sample = Sample.of(studyCase, columns, Set.of());
        double cutoff = options.cutoff();
        double[] x = sample.numbers("/columns/runningVariable", running);
        for (int row = 0; row < x.length; row++) {
            x[row] -= cutoff;
        }
        double[] y = sample.numbers("/columns/outcome", study.roles().outcome());
        double[] received =
                fuzzy.map(name -> sample.numbers("/options/fuzzy", name)).orElse(new double[0]);
        double donut = options.donut();
        int[] kept = IntStream.range(0, x.length)
                .filter(row -> donut == 0 || Math.abs(x[row]) >= donut)
                .toArray();
        double[][] covariates = LinearModel.covariates(sample, study.roles().covariates()).stream()
                .map(Term::values)
                .toArray(double[][]::new);
        int[] clusters = clusters(studyCase, sample);
        Side left = Side.of(
                x,
                y,
                received,
                covariates,
                clusters,
                IntStream.of(kept).filter(row -> x[row] < 0).toArray());
        Side right = Side.of(
                x,
                y,
                received,
                covariates,
                clusters,
                IntStream.of(kept).filter(row -> x[row] >= 0).toArray());
        requireRows(studyCase, left, "below");
        requireRows(studyCase, right, "at or above");
        Kernel kernel = options.kernel();
        int order = options.order();
        Bandwidths bandwidths;
        Jump jump;
        try {
            bandwidths = options.bandwidth().isPresent()
                    ? new Bandwidths(
                            options.bandwidth().getAsDouble(),
                            options.bandwidth().getAsDouble())
                    : BandwidthSelector.select(left, right, kernel, order);
            jump = Jump.estimate(left, right, order, kernel, bandwidths.h(), bandwidths.b());
        } catch (LocalPolynomial.TooFewRows tooFew) {
            throw studyCase.unusable(
                    "/options",
                    "there are too few different values of '" + running + "' near the cutoff " + cutoff
                            + " to fit a polynomial of order " + order + " on each side",
                    "check the cutoff, use a wider bandwidth or a lower order");
        }
        if (!Double.isFinite(jump.conventional()) || !Double.isFinite(jump.robustError())) {
            throw studyCase.unusable(
                    "/options",
                    fuzzy.isPresent()
                            ? "treatment received does not change at the cutoff, so that its effect cannot be told"
                            : "the jump cannot be computed from these data",
                    "check the cutoff and the columns");
        }
        List<Dropped> dropped = new ArrayList<>(sample.dropped());
        if (kept.length < x.length) {
            dropped.add(new Dropped("rows nearer to the cutoff than " + donut, x.length - kept.length));
        }
        Inference inference = Inference.normal(options.level());
        Optional<DiscontinuityDetails.FirstStage> firstStage =
                fuzzy.map(_ -> firstStage(left, right, order, kernel, bandwidths));
        DiscontinuityDiagnostics diagnostics =
                new DiscontinuityDiagnostics(studyCase, sample, left, right, kernel, order, bandwidths);
        return new Attribution(
                studyCase,
                fuzzy.isPresent() ? "local-polynomial-fuzzy" : "local-polynomial",
                "The effect on " + study.roles().outcomeTitle() + " of "
                        + fuzzy.map(name -> "one more unit of " + name + " for those whom the cutoff moves,")
                                .orElse("crossing the cutoff,")
                        + " at " + running + " = " + Rounded.exact(cutoff),
                finding(jump, inference),
                kept.length,
                kept.length,
                dropped,
                List.of(
                        coefficient("conventional", jump.conventional(), jump.conventionalError(), inference),
                        coefficient("bias-corrected", jump.corrected(), jump.conventionalError(), inference),
                        coefficient("robust", jump.corrected(), jump.robustError(), inference)),
                details(jump, bandwidths, inference, options, firstStage),
                diagnostics.all(jump, firstStage),
                DiscontinuityDiagnostics.series(left, right, kernel, order, bandwidths, cutoff, inference),
                List.of(
                        "The estimate is a local polynomial of order " + order + " with a "
                                + kernel.name().toLowerCase(Locale.ROOT) + " kernel and bandwidth "
                                + Rounded.plain(bandwidths.h())
                                + (options.bandwidth().isPresent()
                                        ? ", as the study gives it."
                                        : ", which makes its mean squared error least (one for both sides)."),
                        "The interval and the test are centred on the bias-corrected estimate with robust standard errors "
                                + (clusters.length == 0
                                        ? "from three nearest neighbours"
                                        : "clustered by "
                                                + study.roles().clusters().getFirst()
                                                + " with the corrections G/(G-1) and (n-1)/(n-k) on each side")
                                + "; the standard error beside the estimate is the conventional one.",
                        covariates.length == 0
                                ? "No covariates."
                                : "Covariates act in the same way on both sides of the cutoff."),
                List.of(
                        "Nothing else that matters to " + study.roles().outcomeTitle() + " jumps at the cutoff.",
                        "Nobody can place themselves exactly on one side of it.",
                        "The effect is that at the cutoff and may differ away from it."),
                LEVEL);
    }

    /** The same, rows of a unit counting together where it stands in several. */
    private static StudyCase clustered(StudyCase given) {
        return RepeatedUnits.of(given, Sample.of(given, given.study().roles().columns(), Set.of()))
                .studyCase();
    }

    private static int[] clusters(StudyCase studyCase, Sample sample) {
        List<String> names = studyCase.study().roles().clusters();
        if (names.size() > 1) {
            throw studyCase.unusable("/columns/cluster", "a discontinuity takes one cluster", "name one");
        }
        return names.isEmpty() ? new int[0] : sample.grouping(names.getFirst()).codes();
    }

    private static void requireRows(StudyCase studyCase, Side side, String where) {
        if (side.size() < LEAST_ROWS) {
            throw studyCase.unusable(
                    "/options/cutoff",
                    (side.size() == 0 ? "no row is " : "only " + side.size() + " rows are ") + where + " the cutoff",
                    "give a cutoff with at least " + LEAST_ROWS + " rows on each side");
        }
    }

    /** The conventional estimate with the robust interval and test. */
    private static Finding finding(Jump jump, Inference inference) {
        Interval robust = inference.interval(jump.corrected(), jump.robustError());
        return new Finding(
                jump.conventional(),
                jump.conventionalError(),
                robust,
                inference.pValue(jump.corrected(), jump.robustError()),
                OptionalDouble.empty(),
                OptionalDouble.of(jump.corrected() / jump.robustError()),
                List.of());
    }

    private static Coefficient coefficient(String term, double estimate, double error, Inference inference) {
        return inference.coefficient(term, estimate, error);
    }

    /** The jump of treatment received, with the bandwidths of the outcome's. */
    private static DiscontinuityDetails.FirstStage firstStage(
            Side left, Side right, int order, Kernel kernel, Bandwidths bandwidths) {
        Jump received =
                Jump.estimate(left.ofTreatment(), right.ofTreatment(), order, kernel, bandwidths.h(), bandwidths.b());
        double t = received.conventional() / received.conventionalError();
        return new DiscontinuityDetails.FirstStage(received.conventional(), received.conventionalError(), t * t);
    }

    private static DiscontinuityDetails details(
            Jump jump,
            Bandwidths bandwidths,
            Inference inference,
            DiscontinuityOptions options,
            Optional<DiscontinuityDetails.FirstStage> firstStage) {
        return new DiscontinuityDetails(
                options.cutoff(),
                DesignOptions.name(options.kernel()),
                options.order(),
                new DiscontinuityDetails.Bandwidth(bandwidths.h(), bandwidths.b()),
                estimate(jump.conventional(), jump.conventionalError(), inference),
                estimate(jump.corrected(), jump.conventionalError(), inference),
                estimate(jump.corrected(), jump.robustError(), inference),
                firstStage,
                Map.of("left", jump.left(), "right", jump.right()));
    }

    private static DiscontinuityDetails.Estimate estimate(double estimate, double error, Inference inference) {
        Interval interval = inference.interval(estimate, error);
        return new DiscontinuityDetails.Estimate(estimate, error, interval.low(), interval.high());
    }
}
