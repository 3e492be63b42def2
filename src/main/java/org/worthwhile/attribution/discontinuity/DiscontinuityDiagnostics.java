package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.discontinuity.BandwidthSelector.Bandwidths;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.DesignOptions;

/** What a jump at a cutoff rests on, checked as far as data can. */
final class DiscontinuityDiagnostics {

    private static final double SIGNIFICANT = 0.05;
    private static final double STRONG_ENOUGH = 10;

    private final StudyCase studyCase;
    private final Sample sample;
    private final Side left;
    private final Side right;
    private final Kernel kernel;
    private final int order;
    private final Bandwidths bandwidths;
    private final Inference inference;

    DiscontinuityDiagnostics(
            StudyCase studyCase, DiscontinuityRows rows, Kernel kernel, int order, Bandwidths bandwidths) {
        this.studyCase = studyCase;
        this.sample = rows.sample();
        this.left = rows.left();
        this.right = rows.right();
        this.kernel = kernel;
        this.order = order;
        this.bandwidths = bandwidths;
        this.inference = Inference.normal(studyCase.study().options().level());
    }

    /**
     * Those of a robust interval.
     *
     * @param higher empty where there are too few values for it
     */
    List<Diagnostic> all(
            Jump jump, Optional<HigherOrderJump> higher, Optional<DiscontinuityDetails.FirstStage> firstStage) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        firstStage.ifPresent(stage -> {
            diagnostics.add(strength(stage));
            diagnostics.add(andersonRubin(stage));
        });
        diagnostics.addAll(common());
        diagnostics.add(sensitivity(jump));
        diagnostics.add(RemainingBias.of(
                jump, higher, inference, studyCase.study().options().level()));
        return diagnostics;
    }

    /** Those of the rows alone: values that repeat, units that do, and sorting. */
    List<Diagnostic> ofRows() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        massPoints().ifPresent(diagnostics::add);
        repeats().ifPresent(diagnostics::add);
        diagnostics.add(density());
        return diagnostics;
    }

    /** Those of every local fit. */
    List<Diagnostic> common() {
        List<Diagnostic> diagnostics = new ArrayList<>(ofRows());
        for (Term covariate :
                LinearModel.covariates(sample, studyCase.study().roles().covariates())) {
            diagnostics.add(continuity(covariate.name(), covariate.values()));
        }
        placebo(left, "below").ifPresent(diagnostics::add);
        placebo(right, "above").ifPresent(diagnostics::add);
        return diagnostics;
    }

    /** Whether treatment received jumps enough for a ratio to its jump to mean something (Staiger and Stock 1997). */
    private Diagnostic strength(DiscontinuityDetails.FirstStage stage) {
        boolean strong = stage.f() >= STRONG_ENOUGH;
        String jump = "At the cutoff treatment received changes by " + Rounded.plain(stage.estimate())
                + " (standard error " + Rounded.plain(stage.standardError()) + ")";
        return new Diagnostic(
                "first-stage",
                "The cutoff moves treatment",
                strong ? Outcome.PASS : Outcome.FAIL,
                OptionalDouble.of(stage.f()),
                OptionalDouble.empty(),
                strong
                        ? jump + ", enough for the effect of treatment to be told by it."
                        : jump
                                + ", a weak first stage: the effect of treatment, which is a ratio to that change, is not to"
                                + " be relied on, nor is its interval.");
    }

    /** What can be said of the effect of treatment however weak its jump is. */
    private static Diagnostic andersonRubin(DiscontinuityDetails.FirstStage stage) {
        return Diagnostic.of(
                "anderson-rubin",
                "However weak the first stage",
                Outcome.INFO,
                stage.andersonRubin()
                        .map(bounds -> "However weakly the cutoff moves treatment, effects from "
                                + Rounded.plain(bounds.low()) + " to " + Rounded.plain(bounds.high())
                                + " are not rejected (Anderson and Rubin).")
                        .orElse(
                                "The cutoff moves treatment so weakly that no bound can be put on its effect (Anderson and"
                                        + " Rubin)."));
    }

    /** That the running variable is discrete, where many rows share its values (Kolesar and Rothe 2018). */
    private Optional<Diagnostic> massPoints() {
        if (!left.isHeaped() && !right.isHeaped()) {
            return Optional.empty();
        }
        int values = left.uniqueValues() + right.uniqueValues();
        int rows = left.size() + right.size();
        boolean honest =
                studyCase.options(DiscontinuityOptions.class).inference() != DiscontinuityOptions.Inference.ROBUST;
        return Optional.of(new Diagnostic(
                "mass-points",
                "A running variable without steps",
                honest ? Outcome.INFO : Outcome.WARN,
                OptionalDouble.of(values),
                OptionalDouble.empty(),
                String.format(
                        Locale.UK,
                        "The running variable takes only %d distinct values (mass points) in %d rows; %.0f%% of the rows share"
                                + " their value with another. %s",
                        values,
                        rows,
                        100 * (left.shareAlike() * left.size() + right.shareAlike() * right.size()) / rows,
                        honest
                                ? "The interval allows for this."
                                : "Rows at one value say little more than their mean, and the effect is carried to the cutoff"
                                        + " from the nearest value: the interval may be too narrow. The option inference, honest"
                                        + " or local-randomisation, allows for it.")));
    }

    private Optional<Diagnostic> repeats() {
        return RepeatedUnits.of(studyCase, sample).diagnostic();
    }

    private Diagnostic density() {
        DensityTest.Result test = DensityTest.of(left, right);
        if (test.pValue().isEmpty()) {
            return Diagnostic.of(
                    "density",
                    "No sorting at the cutoff",
                    Outcome.WARN,
                    "There are too few rows, or too few different values of the running variable, to see whether people sort"
                            + " themselves across the cutoff.");
        }
        boolean smooth = test.pValue().getAsDouble() >= SIGNIFICANT;
        return new Diagnostic(
                "density",
                "No sorting at the cutoff",
                smooth ? Outcome.PASS : Outcome.FAIL,
                test.difference(),
                test.pValue(),
                smooth
                        ? "There are about as many just above the cutoff as just below, as there should be when nobody can"
                                + " choose their side."
                        : "There are unexpectedly many on one side of the cutoff, as when some can choose their side; then"
                                + " those just above and just below are not alike.");
    }

    private Diagnostic continuity(String covariate, double[] values) {
        double[] x = sample.numbers(
                "/columns/runningVariable",
                studyCase.study().roles().runningVariable().orElseThrow());
        double cutoff = studyCase.options(DiscontinuityOptions.class).cutoff();
        double[] relative = Arrays.stream(x).map(value -> value - cutoff).toArray();
        Optional<MadeUp> jump = jump(relative, values, RegressionStudy.weights(studyCase, sample));
        String id = "continuity";
        String title = "No jump in " + covariate;
        return jump.map(found -> {
                    boolean smooth = found.pValue() >= SIGNIFICANT;
                    return new Diagnostic(
                            id,
                            title,
                            smooth ? Outcome.PASS : Outcome.WARN,
                            OptionalDouble.of(found.estimate()),
                            OptionalDouble.of(found.pValue()),
                            smooth
                                    ? covariate + " does not jump at the cutoff, as it should not."
                                    : covariate
                                            + " itself jumps at the cutoff, so that those on its two sides differ in"
                                            + " more than the treatment.");
                })
                .orElse(Diagnostic.of(
                        id,
                        title,
                        Outcome.WARN,
                        "It could not be seen whether " + covariate + " jumps at the cutoff."));
    }

    /**
     * A jump where there should be none.
     *
     * @param estimate conventional
     * @param pValue of the polynomial of one order more
     */
    private record MadeUp(double estimate, double pValue) {}

    private Optional<MadeUp> jump(double[] x, double[] y, double[] weights) {
        Side below = Side.of(
                x,
                y,
                weights,
                IntStream.range(0, x.length).filter(i -> x[i] < 0).toArray());
        Side above = Side.of(
                x,
                y,
                weights,
                IntStream.range(0, x.length).filter(i -> x[i] >= 0).toArray());
        try {
            Bandwidths own = BandwidthSelector.select(below, above, kernel, order);
            Jump jump = Jump.estimate(below, above, order, kernel, own.h(), own.b());
            HigherOrderJump higher = HigherOrderJump.of(below, above, order, kernel, own.h());
            return Double.isFinite(jump.conventional()) && higher.error() > 0
                    ? Optional.of(new MadeUp(
                            jump.conventional(),
                            higher.inference(DesignOptions.LEVEL).pValue(higher.estimate(), higher.error())))
                    : Optional.empty();
        } catch (LocalPolynomial.TooFewRows tooFew) {
            return Optional.empty();
        }
    }

    /** A jump at the median of one side, where there is no cutoff. */
    private Optional<Diagnostic> placebo(Side side, String where) {
        double middle = side.x()[side.size() / 2];
        double[] x = Arrays.stream(side.x()).map(value -> value - middle).toArray();
        return jump(x, side.y(), side.weights()).map(found -> {
            boolean none = found.pValue() >= SIGNIFICANT;
            return new Diagnostic(
                    "placebo-" + where,
                    "No jump at a made-up cutoff " + where,
                    none ? Outcome.PASS : Outcome.WARN,
                    OptionalDouble.of(found.estimate()),
                    OptionalDouble.of(found.pValue()),
                    none
                            ? "Half-way " + where + " the cutoff, where nothing changes, no jump is found."
                            : "A jump is found half-way " + where
                                    + " the cutoff too, where nothing changes; jumps may be in the nature of these data.");
        });
    }

    private Diagnostic sensitivity(Jump jump) {
        List<Series.Point> points =
                DiscontinuityPlots.bandwidthPoints(left, right, kernel, order, bandwidths, inference);
        boolean same = points.stream().allMatch(point -> Math.signum(point.y()) == Math.signum(jump.conventional()));
        double least = points.stream().mapToDouble(Series.Point::y).min().orElse(0);
        double most = points.stream().mapToDouble(Series.Point::y).max().orElse(0);
        return Diagnostic.of(
                "bandwidth-sensitivity",
                "Other bandwidths",
                same ? Outcome.PASS : Outcome.WARN,
                "With half to twice the bandwidth the estimate lies between " + Rounded.plain(least)
                        + " and " + Rounded.plain(most)
                        + (same ? ", always in the same direction." : ", and its direction depends on the choice."));
    }
}
