package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.discontinuity.BandwidthSelector.Bandwidths;
import org.worthwhile.attribution.estimation.Inference;

/** A study by local randomisation: from its rows to its answer. */
final class LocalRandomisationStudy {

    /** With fewer rows on a side no dealing out can tell an effect at the usual level. */
    private static final int LEAST_ROWS = 5;

    private static final double ALIKE = 0.15;

    private final StudyCase studyCase;
    private final DiscontinuityOptions options;
    private final DiscontinuityRows rows;

    LocalRandomisationStudy(StudyCase studyCase, DiscontinuityRows rows) {
        this.studyCase = studyCase;
        this.options = studyCase.options(DiscontinuityOptions.class);
        this.rows = rows;
    }

    Attribution attribute() {
        LocalRandomisation.Window window = options.window().isPresent()
                ? LocalRandomisation.given(
                        rows.left(), rows.right(), options.window().getAsDouble(), options.seed())
                : LocalRandomisation.window(rows.left(), rows.right(), options.seed());
        int below = LocalRandomisation.count(rows.left(), window.reach());
        int above = LocalRandomisation.count(rows.right(), window.reach());
        if (below < LEAST_ROWS || above < LEAST_ROWS) {
            throw studyCase.unusable(
                    "/options/window",
                    (below == 1 ? "there is 1 row" : "there are " + below + " rows") + " below the cutoff and " + above
                            + " at or above it within " + Rounded.exact(window.reach()),
                    "use a window with at least " + LEAST_ROWS + " on each side");
        }
        int draws = options.randomisationDraws();
        LocalRandomisation found =
                LocalRandomisation.of(rows.left(), rows.right(), window.reach(), draws, options.seed());
        if (!(found.error() > 0)) {
            throw studyCase.unusable(
                    "/columns/outcome",
                    "the outcome does not vary within the window",
                    "give a wider window or check the column");
        }
        Interval interval = found.interval(options.level());
        Finding finding = new Finding(
                found.difference(), found.error(), interval, found.pValue(0), OptionalDouble.empty(), List.of());
        List<Diagnostic> diagnostics = new ArrayList<>(List.of(window(window, below, above)));
        Bandwidths near = new Bandwidths(window.reach(), window.reach());
        diagnostics.addAll(
                new DiscontinuityDiagnostics(studyCase, rows, options.kernel(), options.order(), near).ofRows());
        return new Attribution(
                studyCase,
                "local-randomisation",
                RegressionDiscontinuity.ofCrossing(studyCase, rows) + ", for rows within "
                        + Rounded.plain(window.reach()) + " of it",
                finding,
                below + (long) above,
                below + (long) above,
                rows.dropped(),
                List.of(),
                new LocalRandomisationDetails(
                        options.cutoff(),
                        window.reach(),
                        below,
                        above,
                        window.balance(),
                        found.draws(),
                        found.isExact()),
                diagnostics,
                DiscontinuityPlots.series(
                        rows.left(),
                        rows.right(),
                        options.kernel(),
                        options.order(),
                        near,
                        options.cutoff(),
                        Inference.normal(options.level())),
                List.of(
                        "The estimate is the difference of means of rows within " + Rounded.plain(window.reach())
                                + " of the cutoff"
                                + (options.window().isPresent()
                                        ? ", as the study gives it."
                                        : window.balance().isPresent()
                                                ? ", the widest window up to which covariates look alike on both sides."
                                                : ", the narrowest window with " + LocalRandomisation.LEAST_ROWS
                                                        + " rows on each side."),
                        "The test is Fisher's: the sides are dealt out again "
                                + (found.isExact()
                                        ? "in each of the " + found.draws() + " ways there are"
                                        : found.draws() + " times at random, seed " + options.seed())
                                + "; the interval holds the effects, the same for every row, that it does not reject. The"
                                + " standard error is Neyman's."),
                List.of(
                        "Within the window it is chance on which side of the cutoff a row lies.",
                        "Within the window the running variable has nothing to do with the outcome but by the cutoff.",
                        "One row's side does not touch another's outcome."),
                RegressionDiscontinuity.LEVEL,
                StudySize.UNKNOWN);
    }

    private Diagnostic window(LocalRandomisation.Window window, int below, int above) {
        String rowsInIt = "Within " + Rounded.plain(window.reach()) + " of the cutoff there are " + below
                + " rows below it and " + above + " at or above it";
        if (window.balance().isEmpty()) {
            return Diagnostic.of(
                    "window",
                    "Alike within the window",
                    Outcome.WARN,
                    rowsInIt
                            + ". Without covariates it cannot be seen whether they are alike: name some that were fixed"
                            + " before.");
        }
        double balance = window.balance().getAsDouble();
        boolean alike = balance >= ALIKE;
        return new Diagnostic(
                "window",
                "Alike within the window",
                alike ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(window.reach()),
                OptionalDouble.of(balance),
                rowsInIt
                        + (alike
                                ? ", whose covariates look alike."
                                : ", whose covariates are not alike: it is not chance on which side they lie."));
    }
}
