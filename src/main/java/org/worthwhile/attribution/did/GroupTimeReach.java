package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.period.Starts;

/** Of whom and when effects by group and period are estimated, where that is not of all. */
final class GroupTimeReach {

    private static final int SMALL_GROUP = 5;

    private GroupTimeReach() {}

    static List<Diagnostic> diagnostics(Observations panel, GroupTimeEffects effects, StudyCase studyCase) {
        DifferenceOptions options = studyCase.options(DifferenceOptions.class);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int group : panel.groups()) {
            long size =
                    IntStream.of(panel.starts()).filter(start -> start == group).count();
            if (size < SMALL_GROUP) {
                diagnostics.add(Diagnostic.of(
                        "small-group",
                        "Groups large enough",
                        Outcome.WARN,
                        "Only " + size + (size == 1 ? " unit was" : " units were") + " treated from "
                                + panel.calendar().label(group)
                                + "; its standard errors may be too small."));
            }
        }
        int last = GroupTimeEffects.lastUsable(panel, options.control(), options.anticipation());
        if (last < Starts.NEVER) {
            String from = panel.calendar().label(last + 1);
            diagnostics.add(Diagnostic.of(
                    "treated-last",
                    "Units treated last",
                    Outcome.INFO,
                    "No unit stays untreated, so that those treated from "
                            + panel.calendar().label(panel.groups()[panel.groups().length - 1])
                            + " serve only as controls: no effect on them is estimated, nor any from " + from
                            + " on."));
        }
        if (!effects.missing().isEmpty()) {
            diagnostics.add(Diagnostic.of(
                    "effects-not-estimated",
                    "Every effect estimated",
                    Outcome.WARN,
                    "Could not be estimated, for want of controls "
                            + (studyCase.study().roles().covariates().isEmpty()
                                    ? "seen in the same periods"
                                    : "like the treated")
                            + ": "
                            + String.join("; ", effects.missing()) + "."));
        }
        return diagnostics;
    }
}
