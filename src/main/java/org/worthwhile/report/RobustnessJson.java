package org.worthwhile.report;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.synthesis.Influence;
import org.worthwhile.synthesis.LeaveOneOut;
import org.worthwhile.synthesis.Measure;
import org.worthwhile.synthesis.Robustness;
import org.worthwhile.synthesis.SmallStudies;
import org.worthwhile.synthesis.Subgroups;
import org.worthwhile.synthesis.TrimAndFill;

/** How combined estimates hang on single studies, as JSON. */
final class RobustnessJson {

    private static final String ONE_STUDY = "the group is of one study";

    private RobustnessJson() {}

    static void describe(Measure measure, Robustness robustness, ResultFields to) {
        steps("leaveOneOut", measure, robustness.leaveOneOut(), to);
        steps("cumulative", measure, robustness.cumulative(), to);
        to.list("influence", robustness.influence(), RobustnessJson::influence);
        optional(
                "subgroups",
                robustness.subgroups(),
                "there are not two groups of independent studies",
                to,
                (found, of) -> subgroups(measure, found, of));
        optional(
                "smallStudies",
                robustness.smallStudies(),
                "there are not three independent studies of several sizes",
                to,
                (found, of) -> smallStudies(measure, found, of));
    }

    private static <T> void optional(
            String name, Optional<T> value, String reason, ResultFields to, BiConsumer<T, ResultFields> fields) {
        to.object(name, value, fields);
        if (value.isEmpty()) {
            to.text(name + "Reason", reason);
        }
    }

    private static void steps(String name, Measure measure, List<LeaveOneOut> steps, ResultFields to) {
        to.list(name, steps, (step, of) -> {
            of.text("study", step.study());
            SynthesisJson.effect(measure, step.effect(), of);
            of.number("tau2", step.tau2()).number("i2", step.i2()).number("q", step.q());
        });
    }

    private static void influence(Influence found, ResultFields to) {
        to.text("study", found.study())
                .number("residual", found.residual())
                .number("dffits", found.dffits())
                .number("cook", found.cook())
                .number("covarianceRatio", found.covarianceRatio())
                .number("tau2", found.tau2())
                .number("q", found.q())
                .number("hat", found.hat())
                .flag("influential", found.isInfluential());
    }

    private static void subgroups(Measure measure, Subgroups found, ResultFields to) {
        to.list("groups", found.groups(), (group, of) -> {
                    of.text("group", group.name()).number("studies", group.studies());
                    SynthesisJson.effect(measure, group.effect(), of);
                    of.number("tau2", group.tau2());
                    if (group.tau2().isEmpty()) {
                        of.text("tau2Reason", ONE_STUDY);
                    }
                })
                .number("q", found.q())
                .number("degreesOfFreedom", found.degreesOfFreedom())
                .number("pValue", found.pValue());
    }

    private static void smallStudies(Measure measure, SmallStudies found, ResultFields to) {
        to.object("egger", of -> SynthesisJson.effect(Measure.ESTIMATE, found.egger(), of))
                .object("pet", of -> SynthesisJson.effect(measure, found.precision(), of))
                .object("peese", of -> SynthesisJson.effect(measure, found.variance(), of))
                .text("petPeese", found.usesVariance() ? "peese" : "pet");
        optional(
                "trimAndFill",
                found.filled(),
                "the filling did not converge",
                to,
                (filled, of) -> filled(measure, filled, of));
    }

    private static void filled(Measure measure, TrimAndFill filled, ResultFields to) {
        to.number("missing", filled.missing()).text("side", filled.isLeft() ? "left" : "right");
        SynthesisJson.effect(measure, filled.effect(), to);
        to.number("tau2", filled.tau2());
    }
}
