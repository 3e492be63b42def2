package org.worthwhile.attribution.discontinuity;

import java.util.List;
import java.util.Set;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.StudyCase;

/** The jump in an outcome where a running variable crosses a cutoff. */
final class RegressionDiscontinuity {

    static final int LEVEL = 4;

    Attribution attribute(StudyCase given) {
        StudyCase studyCase = RepeatedUnits.of(
                        given, Sample.of(given, given.study().roles().columns(), Set.of()))
                .studyCase();
        DiscontinuityOptions options = studyCase.options(DiscontinuityOptions.class);
        boolean robust = options.inference() == DiscontinuityOptions.Inference.ROBUST;
        if (!robust && options.fuzzy().isPresent()) {
            throw studyCase.unusable(
                    "/options/fuzzy",
                    "honest intervals and local randomisation are of the effect of crossing the cutoff, not of a treatment"
                            + " received",
                    "leave fuzzy out, or the option inference");
        }
        requireUsed(studyCase, options);
        DiscontinuityRows rows = DiscontinuityRows.of(studyCase);
        return switch (options.inference()) {
            case ROBUST -> new RobustDiscontinuity(studyCase, rows).attribute();
            case HONEST -> new HonestDiscontinuity(studyCase, rows).attribute();
            case LOCAL_RANDOMISATION -> new LocalRandomisationStudy(studyCase, rows).attribute();
        };
    }

    /** An option that the inference does not use is refused, and never ignored. */
    private static void requireUsed(StudyCase studyCase, DiscontinuityOptions options) {
        DiscontinuityOptions.Inference inference = options.inference();
        if (options.curvature().isPresent() && inference != DiscontinuityOptions.Inference.HONEST) {
            throw studyCase.unusable(
                    "/options/curvature",
                    "a bound on curvature is used by honest intervals alone",
                    "set inference to honest, or leave curvature out");
        }
        boolean local = inference == DiscontinuityOptions.Inference.LOCAL_RANDOMISATION;
        if (options.window().isPresent() && !local) {
            throw studyCase.unusable(
                    "/options/window",
                    "a window is used by local randomisation alone",
                    "set inference to local-randomisation, or give a bandwidth instead");
        }
        if (options.bandwidth().isPresent() && local) {
            throw studyCase.unusable(
                    "/options/bandwidth", "local randomisation has no bandwidth", "give a window instead");
        }
    }

    /** What the estimate is of, where treatment is what crossing the cutoff gives. */
    static String ofCrossing(StudyCase studyCase, DiscontinuityRows rows) {
        return "The effect on " + studyCase.study().roles().outcomeTitle() + " of crossing the cutoff, at "
                + rows.running() + " = "
                + Rounded.exact(studyCase.options(DiscontinuityOptions.class).cutoff());
    }

    static List<String> assumptions(StudyCase studyCase) {
        return List.of(
                "Nothing else that matters to " + studyCase.study().roles().outcomeTitle() + " jumps at the cutoff.",
                "Nobody can place themselves exactly on one side of it.",
                "The effect is that at the cutoff and may differ away from it.");
    }
}
