package org.worthwhile.exchange;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.SamplingDistribution;
import org.worthwhile.attribution.Study;
import org.worthwhile.proposal.Evidence;

/** The seam between the two questions: the answer to a study becomes evidence that a proposal can use. */
public final class EvidenceFromStudy {

    private EvidenceFromStudy() {}

    /**
     * The evidence record of an answer.
     *
     * @param id of the record
     * @param date on which the study was run
     * @throws org.worthwhile.problem.InvalidInput if the answer sets no bounds to the effect
     */
    public static Evidence of(Attribution attribution, String id, LocalDate date, String software) {
        Study study = attribution.basis().study();
        SamplingDistribution distribution = SamplingDistribution.of(attribution)
                .orElseThrow(() -> attribution
                        .basis()
                        .unusable(
                                "",
                                "its answer sets no bounds to the effect, so that it is no evidence of its size",
                                "use more data or a design that tells more"));
        Optional<Study.Informs> informs = study.informs();
        return new Evidence(
                id,
                study.title(),
                informs.map(Study.Informs::outcome)
                        .filter(outcome -> !outcome.isEmpty())
                        .orElse(study.roles().outcomeTitle()),
                informs.map(Study.Informs::unit)
                        .filter(unit -> !unit.isEmpty())
                        .orElse(study.roles().outcomeUnit()),
                distribution.estimate(),
                distribution.standardError(),
                distribution.degreesOfFreedom(),
                distribution.draws(),
                informs.map(Study.Informs::per).orElse(""),
                new Evidence.Source.Study(
                        study.id(),
                        JsonText.nameOf(study.design()),
                        attribution.estimator(),
                        OptionalInt.of(attribution.marylandLevel())),
                Optional.of(attribution.basis().dataset().sha256()),
                date,
                software,
                // A person says so, after looking at it; no program can.
                false,
                attribution.failed().stream().map(Diagnostic::id).distinct().toList());
    }
}
