package org.worthwhile.exchange;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.synthesis.EffectDistribution;
import org.worthwhile.synthesis.MetaAnalysis;
import org.worthwhile.synthesis.Synthesis;

/** The seam between combined estimates and proposals: what they come to becomes evidence. */
public final class EvidenceFromSynthesis {

    private EvidenceFromSynthesis() {}

    /**
     * The evidence record of combined estimates.
     *
     * @param id of the record
     * @param place whose effect it is
     * @param date on which they were combined
     * @throws org.worthwhile.problem.InvalidInput if they come to nothing that a proposal can use
     */
    public static Evidence of(
            Synthesis synthesis, String id, EffectDistribution.Place place, LocalDate date, String software) {
        MetaAnalysis question = synthesis.question();
        MetaAnalysis.Informs informs = question.informs().orElse(MetaAnalysis.Informs.NOTHING);
        EffectDistribution effect = EffectDistribution.of(synthesis, place);
        return new Evidence(
                id,
                question.title(),
                informs.outcome().isEmpty() ? question.outcome() : informs.outcome(),
                informs.unit().isEmpty() ? question.unit() : informs.unit(),
                effect.estimate(),
                effect.standardError(),
                effect.degreesOfFreedom(),
                effect.draws(),
                informs.per(),
                new Evidence.Source.Study(
                        question.id(),
                        "meta-analysis",
                        method(question)
                                + switch (place) {
                                    case NEW ->
                                        synthesis.own().isPresent()
                                                ? ", combined with the own study of the place"
                                                : ", for a place that was not studied";
                                    case AVERAGE -> ", on average over the places studied";
                                },
                        OptionalInt.empty()),
                question.dataset(),
                date,
                software,
                // A person says so, after looking at it; no program can.
                false,
                synthesis.failedAsEvidence(place));
    }

    private static String method(MetaAnalysis question) {
        return question.options()
                .prior()
                .map(prior -> "random effects with a " + prior.tau().title() + " prior of tau")
                .orElseGet(() -> question.options().method().title());
    }
}
