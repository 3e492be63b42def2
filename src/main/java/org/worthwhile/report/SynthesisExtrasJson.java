package org.worthwhile.report;

import org.worthwhile.attribution.ResultFields;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.synthesis.BayesianSynthesis;
import org.worthwhile.synthesis.Measure;
import org.worthwhile.synthesis.OwnStudy;
import org.worthwhile.synthesis.Synthesis;

/** What combined estimates come to without discounts, with a prior and with an own study, as JSON. */
final class SynthesisExtrasJson {

    private SynthesisExtrasJson() {}

    static void describe(Synthesis synthesis, ResultFields to) {
        Measure measure = synthesis.question().measure();
        to.list(
                        "discounts",
                        synthesis.question().options().discounts(),
                        (discount, of) -> of.text("design", discount.design())
                                .number("bias", discount.bias())
                                .number("biasDeviation", discount.biasDeviation())
                                .number("varianceFactor", discount.varianceFactor())
                                .text("reason", discount.reason()))
                .object(
                        "undiscounted",
                        synthesis.undiscounted(),
                        (effect, of) -> SynthesisJson.effect(measure, effect, of));
        reason(synthesis.undiscounted().isPresent(), "undiscounted", "no study is discounted", to);
        to.object("bayesian", synthesis.bayesian(), SynthesisExtrasJson::bayesian);
        reason(synthesis.bayesian().isPresent(), "bayesian", "no prior is given", to);
        to.object("own", synthesis.own(), SynthesisExtrasJson::own);
        reason(synthesis.own().isPresent(), "own", "no own study is given", to);
    }

    private static void reason(boolean present, String name, String reason, ResultFields to) {
        if (!present) {
            to.text(name + "Reason", reason);
        }
    }

    private static void bayesian(BayesianSynthesis found, ResultFields to) {
        to.object("prior", of -> {
                    of.text("tau", JsonText.nameOf(found.prior().tau()))
                            .number("scale", found.prior().scale())
                            .number("mean", found.prior().mean())
                            .number("deviation", found.prior().deviation());
                    reason(found.prior().mean().isPresent(), "mean", "the prior of the effect is flat", of);
                    reason(found.prior().deviation().isPresent(), "deviation", "the prior of the effect is flat", of);
                })
                .object("pooled", of -> posterior(found.effect(), of))
                .object("prediction", of -> posterior(found.elsewhere(), of))
                .object("tau", of -> posterior(found.tau(), of))
                .number("probabilityAboveZero", found.probabilityAboveZero());
    }

    private static void posterior(BayesianSynthesis.Posterior found, ResultFields to) {
        to.estimate(found.mean(), found.deviation(), found.low(), found.high());
    }

    private static void own(OwnStudy found, ResultFields to) {
        to.object(
                        "study",
                        of -> of.text("study", found.own().study())
                                .estimate(found.own().estimate(), found.own().standardError())
                                .texts("notes", found.own().notes()))
                .object("combined", of -> of.estimate(found.mean(), found.deviation(), found.low(), found.high()))
                .list(
                        "curves",
                        found.curves(),
                        (curve, of) -> of.text("title", curve.title())
                                .numbers("x", curve.x())
                                .numbers("density", curve.density()));
    }
}
