package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.discontinuity.BandwidthSelector.Bandwidths;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.options.DesignOptions;

/** A study by local polynomials with robust bias-corrected intervals: from its rows to its answer. */
final class RobustDiscontinuity {

    /** Beyond what the arithmetic of a fit rounds, against the largest value. */
    private static final double ROUNDING = 1e-10;

    private final StudyCase studyCase;
    private final DiscontinuityRows rows;

    RobustDiscontinuity(StudyCase studyCase, DiscontinuityRows rows) {
        this.studyCase = studyCase;
        this.rows = rows;
    }

    Attribution attribute() {
        Study study = studyCase.study();
        DiscontinuityOptions options = studyCase.options(DiscontinuityOptions.class);
        Side left = rows.left();
        Side right = rows.right();
        Optional<String> fuzzy = options.fuzzy();
        Kernel kernel = options.kernel();
        int order = options.order();
        requireVariation(order);
        Bandwidths bandwidths;
        Jump jump;
        try {
            bandwidths = options.bandwidth().isPresent()
                    ? new Bandwidths(
                            options.bandwidth().getAsDouble(),
                            options.bandwidth().getAsDouble())
                    : BandwidthSelector.select(left, right, kernel, order);
            requireFirstStage(order, kernel, bandwidths);
            jump = Jump.estimate(left, right, order, kernel, bandwidths.h(), bandwidths.b());
        } catch (LocalPolynomial.TooFewRows tooFew) {
            throw rows.tooFewValues(
                    studyCase,
                    "a polynomial of order " + order,
                    "check the cutoff, use a wider bandwidth or a lower order");
        }
        if (!Double.isFinite(jump.conventional()) || !Double.isFinite(jump.robustError())) {
            throw studyCase.unusable(
                    "/options", "the jump cannot be computed from these data", "check the cutoff and the columns");
        }
        Inference inference = Inference.normal(options.level());
        Optional<DiscontinuityDetails.FirstStage> firstStage = fuzzy.map(_ -> firstStage(order, kernel, bandwidths));
        Optional<HigherOrderJump> higher = higher(order, kernel, bandwidths.h());
        DiscontinuityDiagnostics diagnostics = new DiscontinuityDiagnostics(studyCase, rows, kernel, order, bandwidths);
        return new Attribution(
                studyCase,
                fuzzy.isPresent() ? "local-polynomial-fuzzy" : "local-polynomial",
                fuzzy.map(name -> "The effect on " + study.roles().outcomeTitle() + " of one more unit of " + name
                                + " for those whom the cutoff moves, at " + rows.running() + " = "
                                + Rounded.exact(options.cutoff()))
                        .orElse(RegressionDiscontinuity.ofCrossing(studyCase, rows)),
                finding(jump, inference),
                rows.size(),
                rows.size(),
                rows.dropped(),
                coefficients(jump, higher, inference, options.level()),
                details(jump, bandwidths, inference, options, firstStage),
                diagnostics.all(jump, higher, firstStage),
                DiscontinuityPlots.series(left, right, kernel, order, bandwidths, options.cutoff(), inference),
                List.of(
                        "The estimate is a local polynomial of order " + order + " with a "
                                + kernel.name().toLowerCase(Locale.ROOT) + " kernel and bandwidth "
                                + Rounded.plain(bandwidths.h())
                                + (options.bandwidth().isPresent()
                                        ? ", as the study gives it."
                                        : ", which makes its mean squared error least (one for both sides)."),
                        "The interval and the test are centred on the bias-corrected estimate with robust standard errors "
                                + (left.clusters().length == 0
                                        ? "from three nearest neighbours"
                                        : "clustered by "
                                                + study.roles().clusters().getFirst()
                                                + " with the corrections G/(G-1) and (n-1)/(n-k) on each side")
                                + "; the standard error beside the estimate is the conventional one. In made data of 200 to"
                                + " 2,000 rows such intervals cover the truth in 88% to 96% of sets, the fewest where the outcome"
                                + " bends near the cutoff, and those of one order more in 93% to 98%.",
                        left.covariates().length == 0
                                ? "No covariates."
                                : "Covariates act in the same way on both sides of the cutoff."),
                RegressionDiscontinuity.assumptions(studyCase),
                RegressionDiscontinuity.LEVEL,
                StudySize.UNKNOWN);
    }

    /** Where the outcome is one value below the cutoff and one above, nothing shows what bandwidth is best, nor what is chance. */
    private void requireVariation(int order) {
        boolean fits = Math.min(rows.left().uniqueValues(), rows.right().uniqueValues()) > order + 1;
        if (fits && isConstant(rows.left().y()) && isConstant(rows.right().y())) {
            throw studyCase.unusable(
                    "/columns/outcome",
                    "'" + studyCase.study().roles().outcome()
                            + "' has a single value on each side of the cutoff, so that"
                            + " it cannot be told how far a jump is chance",
                    "check that the outcome is not computed from the running variable");
        }
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /** A jump of treatment received within the rounding of its values is none. */
    private void requireFirstStage(int order, Kernel kernel, Bandwidths bandwidths) {
        if (!rows.left().isFuzzy()) {
            return;
        }
        Jump received = received(order, kernel, bandwidths);
        double largest = DoubleStream.concat(
                        Arrays.stream(rows.left().treatment()),
                        Arrays.stream(rows.right().treatment()))
                .map(Math::abs)
                .max()
                .orElse(0);
        if (!(Math.abs(received.conventional()) > ROUNDING * largest)) {
            throw studyCase.unusable(
                    "/options/fuzzy",
                    "treatment received does not change at the cutoff, so that its effect cannot be told",
                    "check the cutoff and the columns");
        }
    }

    private Jump received(int order, Kernel kernel, Bandwidths bandwidths) {
        return Jump.estimate(
                rows.left().ofTreatment(), rows.right().ofTreatment(), order, kernel, bandwidths.h(), bandwidths.b());
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

    private static List<Coefficient> coefficients(
            Jump jump, Optional<HigherOrderJump> higher, Inference inference, double level) {
        List<Coefficient> coefficients = new ArrayList<>(List.of(
                inference.coefficient("conventional", jump.conventional(), jump.conventionalError()),
                inference.coefficient("bias-corrected", jump.corrected(), jump.conventionalError()),
                inference.coefficient("robust", jump.corrected(), jump.robustError())));
        higher.ifPresent(one ->
                coefficients.add(one.inference(level).coefficient("one order more", one.estimate(), one.error())));
        return coefficients;
    }

    private Optional<HigherOrderJump> higher(int order, Kernel kernel, double bandwidth) {
        try {
            return Optional.of(HigherOrderJump.of(rows.left(), rows.right(), order, kernel, bandwidth))
                    .filter(jump -> Double.isFinite(jump.estimate()) && jump.error() > 0);
        } catch (LocalPolynomial.TooFewRows tooFew) {
            return Optional.empty();
        }
    }

    /** The jump of treatment received, with the bandwidths of the outcome's. */
    private DiscontinuityDetails.FirstStage firstStage(int order, Kernel kernel, Bandwidths bandwidths) {
        Jump received = received(order, kernel, bandwidths);
        double t = received.conventional() / received.conventionalError();
        return new DiscontinuityDetails.FirstStage(
                received.conventional(),
                received.conventionalError(),
                t * t,
                FuzzyBounds.of(
                        rows.left(),
                        rows.right(),
                        order,
                        kernel,
                        bandwidths,
                        studyCase.study().options().level()));
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
