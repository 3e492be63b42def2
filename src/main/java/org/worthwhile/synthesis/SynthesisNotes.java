package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.problem.NumberText;

/** What was taken for what, and what a reader must know who would otherwise take figures for surer than they are. */
final class SynthesisNotes {

    /** With fewer, prediction intervals cover too seldom: docs/method/synthesis.md. */
    private static final int FEW_FOR_PREDICTION = 20;

    /** So many studies are named in a note. */
    private static final int MOST_NAMED = 5;

    private SynthesisNotes() {}

    static List<String> of(
            List<EffectSize> effects,
            double tau2,
            Dependence dependence,
            Heterogeneity heterogeneity,
            Prediction prediction,
            Robustness robustness) {
        List<String> notes = new ArrayList<>();
        effects.forEach(effect -> effect.notes().forEach(note -> notes.add(effect.study() + ": " + note)));
        if (dependence.clusters().size() < Synthesis.FEW) {
            notes.add("With " + dependence.clusters().size() + (dependence.isAny() ? " clusters" : " studies")
                    + ", how far effects differ between places is hardly known, whatever the figures say.");
        }
        if (dependence.isAny()) {
            notes.add("Estimates of one cluster depend on one another: errors are robust to that (CR2 over "
                    + dependence.clusters().size() + " clusters), and what takes estimates for independent is not told:"
                    + " leaving one out, influence, subgroups and small studies.");
        }
        if (heterogeneity.isCloserThanChance()) {
            notes.add("The studies agree more than chance alone would let them, so that the interval of tau2 is empty"
                    + " and told as 0; check that they are independent and that their errors are right.");
        }
        if (prediction instanceof Prediction.NotKnown(String reason)) {
            notes.add("The effect in a place that was not studied is not known: " + reason + ".");
        }
        if (prediction instanceof Prediction.Known && dependence.clusters().size() < FEW_FOR_PREDICTION) {
            notes.add("With fewer than 20 " + (dependence.isAny() ? "clusters" : "studies")
                    + " a prediction interval covers less often than its level says where effects differ: of simulated"
                    + " analyses of 5 and 10 studies, one of 95% covered in 88 to 92 of 100. A prior of tau takes into account"
                    + " how unsure tau is.");
        }
        if (tau2 == 0 && heterogeneity.tau2() == 0 && heterogeneity.tau2High() > 0) {
            notes.add("tau2 is estimated as 0, which is not to say that effects do not differ: its interval reaches to "
                    + NumberText.of(heterogeneity.tau2High()) + ".");
        }
        List<String> influential = robustness.influence().stream()
                .filter(Influence::isInfluential)
                .map(Influence::study)
                .toList();
        if (!influential.isEmpty()) {
            notes.add(String.join(", ", influential.subList(0, Math.min(MOST_NAMED, influential.size())))
                    + (influential.size() > MOST_NAMED ? " and " + (influential.size() - MOST_NAMED) + " more" : "")
                    + (influential.size() == 1 ? " moves" : " move") + " the combined effect much.");
        }
        if (tau2 > 0 && (tau2 < heterogeneity.tau2Low() || tau2 > heterogeneity.tau2High())) {
            notes.add(
                    "tau2 lies outside its interval: the two are had in different ways, which disagree where errors differ much.");
        }
        if (robustness.smallStudies().isPresent() && SmallStudies.areFew(effects.size())) {
            notes.add("With fewer than 10 studies, tests of small studies tell little.");
        }
        return notes;
    }
}
