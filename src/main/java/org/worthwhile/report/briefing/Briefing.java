package org.worthwhile.report.briefing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Study;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/**
 * What a briefing pack tells of, worked out beforehand.
 *
 * @param proposals at least one
 * @param studies what was found about outcomes
 * @param portfolio the choice among the proposals, where one was made
 * @param notAppraised titles of proposals that belong with these but cannot be appraised
 */
public record Briefing(
        List<Appraised> proposals,
        List<Attribution> studies,
        Optional<Portfolio> portfolio,
        List<String> notAppraised,
        LocalDate date) {
    public Briefing {
        proposals = List.copyOf(proposals);
        studies = List.copyOf(studies);
        notAppraised = List.copyOf(notAppraised);
    }

    /** A briefing about proposals that could all be appraised. */
    public Briefing(
            List<Appraised> proposals, List<Attribution> studies, Optional<Portfolio> portfolio, LocalDate date) {
        this(proposals, studies, portfolio, List.of(), date);
    }

    /** A proposal with how sure its results are, where that was worked out. */
    public record Appraised(Appraisal appraisal, Optional<UncertaintyAnalysis> uncertainty) {}

    /** A choice with how it holds up, where that was simulated. */
    public record Portfolio(PortfolioChoice choice, Optional<RobustChoice> robust) {}

    /** Whether a proposal rests on a study. */
    boolean rests(Attribution attribution) {
        return proposals.stream().anyMatch(proposal -> rests(proposal.appraisal(), attribution));
    }

    /** Whether a proposal rests on a study: the study says so, or evidence that the proposal uses is from it. */
    public static boolean rests(Appraisal appraisal, Attribution attribution) {
        Study study = attribution.basis().study();
        return rests(appraisal, study.id(), study.informs().flatMap(Study.Informs::proposal));
    }

    /**
     * The same of a study that was not answered.
     *
     * @param informed the id of the proposal that the study says it informs
     */
    public static boolean rests(Appraisal appraisal, String study, Optional<String> informed) {
        return informed.equals(Optional.of(appraisal.basis().proposal().id()))
                || appraisal.basis().evidence().values().stream()
                        .anyMatch(evidence -> evidence.source() instanceof Evidence.Source.Study from
                                && from.study().equals(study));
    }

    /** That of the first proposal, which a portfolio shares. */
    String currency() {
        return proposals.getFirst().appraisal().basis().proposal().appraisal().currency();
    }
}
