package org.worthwhile.desktop.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;

/**
 * An effect of a proposal that evidence can be sent to.
 *
 * @param pointer of the effect in the proposal
 */
record EffectTarget(String proposal, String proposalTitle, String pointer, String impactTitle) {

    /** Effects of all proposals, those of the proposal that the study says it informs first. */
    static List<EffectTarget> all(Snapshot snapshot, Document study) {
        List<EffectTarget> targets = new ArrayList<>();
        for (Outcome outcome : snapshot.outcomes()) {
            JsonNode options = outcome.document().tree().path("options");
            for (int option = 0; option < options.size(); option++) {
                addOption(targets, outcome, options.path(option), "/options/" + option);
            }
        }
        String informed = study.tree().path("informs").path("proposal").asString("");
        targets.sort(Comparator.comparing(target -> !target.proposal().equals(informed)));
        return targets;
    }

    private static void addOption(List<EffectTarget> targets, Outcome outcome, JsonNode option, String at) {
        JsonNode impacts = option.path("impacts");
        for (int impact = 0; impact < impacts.size(); impact++) {
            if (impacts.path(impact).has("quantity")) {
                targets.add(new EffectTarget(
                        outcome.name(),
                        outcome.title(),
                        at + "/impacts/" + impact + "/quantity/effect",
                        option.path("title").asString("") + ", "
                                + impacts.path(impact).path("title").asString("")));
            }
        }
    }

    /** As a list of choices writes it. */
    @Override
    public String toString() {
        return proposalTitle + ": " + impactTitle;
    }
}
