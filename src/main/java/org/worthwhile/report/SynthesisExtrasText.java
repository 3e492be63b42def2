package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.synthesis.BayesianSynthesis;
import org.worthwhile.synthesis.OwnStudy;
import org.worthwhile.synthesis.Synthesis;

/** What combined estimates come to without discounts, with a prior and with an own study, in lines of text. */
final class SynthesisExtrasText {

    private SynthesisExtrasText() {}

    static List<String> lines(Synthesis synthesis) {
        List<String> lines = new ArrayList<>();
        synthesis
                .undiscounted()
                .ifPresent(effect -> lines.add("  Without the discounts on average "
                        + Rounded.plain(effect.estimate()) + ", " + Rounded.plain(effect.low()) + " to "
                        + Rounded.plain(effect.high())));
        synthesis.bayesian().ifPresent(found -> bayesian(found, lines));
        synthesis.own().ifPresent(found -> own(found, lines));
        return lines;
    }

    private static void bayesian(BayesianSynthesis found, List<String> lines) {
        lines.add("  With a " + found.prior().tau().title() + " prior of tau of scale "
                + Rounded.plain(found.prior().scale()) + ": on average " + posterior(found.effect())
                + "; in a place that was not studied " + posterior(found.elsewhere()) + "; tau "
                + posterior(found.tau()) + "; above 0 on average with probability "
                + Rounded.plain(found.probabilityAboveZero()));
    }

    private static String posterior(BayesianSynthesis.Posterior found) {
        return Rounded.plain(found.mean()) + " (" + Rounded.plain(found.low()) + " to " + Rounded.plain(found.high())
                + ")";
    }

    private static void own(OwnStudy found, List<String> lines) {
        lines.add("  " + found.own().study() + ", the own study, found "
                + Rounded.plain(found.own().estimate())
                + ", standard error " + Rounded.plain(found.own().standardError())
                + "; with the others as its prior " + Rounded.plain(found.mean()) + " (" + Rounded.plain(found.low())
                + " to " + Rounded.plain(found.high()) + ")");
    }
}
