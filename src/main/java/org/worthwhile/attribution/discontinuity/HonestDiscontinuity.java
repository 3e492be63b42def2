package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.discontinuity.BandwidthSelector.Bandwidths;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.options.DesignOptions;

/** A study by local linear fits with honest intervals: from its rows to its answer. */
final class HonestDiscontinuity {

    /** Bounds that are tried beside the one used, as multiples of it. */
    private static final double[] OTHERS = {0.5, 2, 4};

    private final StudyCase studyCase;
    private final DiscontinuityOptions options;
    private final DiscontinuityRows rows;

    HonestDiscontinuity(StudyCase studyCase, DiscontinuityRows rows) {
        this.studyCase = studyCase;
        this.options = studyCase.options(DiscontinuityOptions.class);
        this.rows = rows;
    }

    Attribution attribute() {
        if (options.order() != 1) {
            throw studyCase.unusable(
                    "/options/order", "honest intervals are of local linear fits", "leave the option order out");
        }
        double curvature = options.curvature().orElseGet(this::ruleOfThumb);
        HonestJump jump = jump(curvature);
        if (!Double.isFinite(jump.estimate()) || !(jump.error() > 0)) {
            throw studyCase.unusable(
                    "/options", "the jump cannot be computed from these data", "check the cutoff and the columns");
        }
        Interval interval = jump.interval(options.level());
        Bandwidths bandwidths = new Bandwidths(jump.bandwidth(), jump.bandwidth());
        List<HonestDetails.Bounded> others = DoubleStream.of(OTHERS)
                .mapToObj(factor -> bounded(factor * curvature))
                .toList();
        List<Diagnostic> diagnostics = new ArrayList<>(
                new DiscontinuityDiagnostics(studyCase, rows, options.kernel(), 1, bandwidths).common());
        diagnostics.add(bound(others));
        return new Attribution(
                studyCase,
                "honest-local-linear",
                RegressionDiscontinuity.ofCrossing(studyCase, rows),
                new Finding(jump.estimate(), jump.error(), interval, jump.pValue(), OptionalDouble.empty(), List.of()),
                rows.size(),
                rows.size(),
                rows.dropped(),
                List.of(new Coefficient(
                        "honest", jump.estimate(), jump.error(), interval.low(), interval.high(), jump.pValue())),
                new HonestDetails(
                        options.cutoff(),
                        DesignOptions.name(options.kernel()),
                        jump.bandwidth(),
                        curvature,
                        options.curvature().isEmpty(),
                        jump.bias(),
                        Map.of("left", jump.left(), "right", jump.right()),
                        others),
                diagnostics,
                DiscontinuityPlots.series(
                        rows.left(),
                        rows.right(),
                        options.kernel(),
                        1,
                        bandwidths,
                        options.cutoff(),
                        Inference.normal(options.level())),
                List.of(
                        "The estimate is a local linear fit on each side with a "
                                + DesignOptions.name(options.kernel()) + " kernel and bandwidth "
                                + Rounded.plain(jump.bandwidth())
                                + (options.bandwidth().isPresent()
                                        ? ", as the study gives it."
                                        : ", which makes its greatest mean squared error least."),
                        "The interval and the test allow for a bias of up to " + Rounded.plain(jump.bias())
                                + ", the most there can be while the mean outcome bends by a second derivative of no more than "
                                + Rounded.plain(curvature)
                                + (options.curvature().isPresent()
                                        ? ", as the study gives it"
                                        : ", the greatest of a polynomial of fourth order over each side (rule of thumb)")
                                + " (Armstrong and Kolesar; Kolesar and Rothe). They hold for a discrete running variable too.",
                        "The standard error is "
                                + (rows.left().clusters().length == 0
                                        ? "from three nearest neighbours."
                                        : "clustered by "
                                                + studyCase
                                                        .study()
                                                        .roles()
                                                        .clusters()
                                                        .getFirst() + ".")),
                RegressionDiscontinuity.assumptions(studyCase),
                RegressionDiscontinuity.LEVEL,
                StudySize.UNKNOWN);
    }

    private double ruleOfThumb() {
        double found;
        try {
            found = HonestJump.ruleOfThumb(rows.left(), rows.right());
        } catch (LocalPolynomial.TooFewRows tooFew) {
            throw rows.tooFewValues(
                    studyCase, "a polynomial of order 4, from which the bound is taken", "give the option curvature");
        }
        if (!(found > 0)) {
            throw studyCase.unusable(
                    "/options/inference",
                    "the outcome does not bend at all, so that no bound can be taken from it",
                    "give the option curvature");
        }
        return found;
    }

    private HonestJump jump(double curvature) {
        try {
            return options.bandwidth().isPresent()
                    ? HonestJump.at(
                            rows.left(),
                            rows.right(),
                            options.kernel(),
                            options.bandwidth().getAsDouble(),
                            curvature)
                    : HonestJump.best(rows.left(), rows.right(), options.kernel(), curvature);
        } catch (LocalPolynomial.TooFewRows tooFew) {
            throw rows.tooFewValues(studyCase, "a line", "check the cutoff or use a wider bandwidth");
        }
    }

    private HonestDetails.Bounded bounded(double curvature) {
        HonestJump jump = jump(curvature);
        Interval interval = jump.interval(options.level());
        return new HonestDetails.Bounded(curvature, jump.estimate(), interval.low(), interval.high());
    }

    private static Diagnostic bound(List<HonestDetails.Bounded> others) {
        boolean same = others.stream().allMatch(other -> other.low() > 0)
                || others.stream().allMatch(other -> other.high() < 0)
                || others.stream().allMatch(other -> other.low() <= 0 && other.high() >= 0);
        return Diagnostic.of(
                "curvature-sensitivity",
                "Other bounds on how the outcome bends",
                same ? Outcome.PASS : Outcome.WARN,
                "Were the outcome to bend half, twice or four times as much, the interval would be "
                        + String.join(
                                ", ",
                                others.stream()
                                        .map(other -> Rounded.plain(other.low()) + " to " + Rounded.plain(other.high()))
                                        .toList())
                        + (same
                                ? ": the same verdict on whether there is an effect."
                                : ": whether there is an effect hangs on the bound."));
    }
}
