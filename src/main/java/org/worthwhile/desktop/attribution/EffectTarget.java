package org.worthwhile.desktop.attribution;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Snapshot;
import tools.jackson.databind.JsonNode;

/**
 * An effect of a proposal that evidence can be sent to.
 *
 * @param path of the effect as studies name it, such as {@code community/admissions/effect}
 * @param isUsual whether it is one of business as usual
 * @param unit in which the impact is counted; blank where it does not say
 */
record EffectTarget(
        String proposal,
        String proposalTitle,
        int option,
        String optionTitle,
        boolean isUsual,
        int impact,
        String impactTitle,
        String path,
        String unit) {

    /** Effects of all proposals, in their order. */
    static List<EffectTarget> all(Snapshot snapshot) {
        List<EffectTarget> targets = new ArrayList<>();
        for (Outcome outcome : snapshot.outcomes()) {
            JsonNode options = outcome.document().tree().path("options");
            for (int option = 0; option < options.size(); option++) {
                addOption(targets, outcome, option, options.path(option));
            }
        }
        return targets;
    }

    private static void addOption(List<EffectTarget> targets, Outcome outcome, int place, JsonNode option) {
        JsonNode impacts = option.path("impacts");
        for (int impact = 0; impact < impacts.size(); impact++) {
            JsonNode line = impacts.path(impact);
            if (line.has("quantity")) {
                targets.add(new EffectTarget(
                        outcome.name(),
                        outcome.title(),
                        place,
                        option.path("title").asString(""),
                        option.path("role").asString("").equals("business-as-usual"),
                        impact,
                        line.path("title").asString(""),
                        option.path("id").asString("") + "/" + line.path("id").asString("") + "/effect",
                        line.path("unit").asString("").strip()));
            }
        }
    }

    /** Of the effect in the proposal. */
    String pointer() {
        return "/options/" + option + "/impacts/" + impact + "/quantity/effect";
    }

    boolean isAtSamePlaceAs(EffectTarget other) {
        return proposal.equals(other.proposal) && pointer().equals(other.pointer());
    }

    /** As a sentence names it. */
    @Override
    public String toString() {
        return proposalTitle + ": " + optionTitle + ", " + impactTitle;
    }
}
