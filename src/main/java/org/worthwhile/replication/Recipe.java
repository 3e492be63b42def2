package org.worthwhile.replication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is computed of which files. Files are named by their paths within the package, with slashes.
 *
 * @param proposals that are appraised, at least one
 * @param evidence folders of evidence records, besides those of the proposals
 * @param studies that are answered
 * @param constraints on the choice among the proposals
 * @param budget that the choice keeps to, instead of that of the constraints
 * @param trials of the simulation of each proposal
 * @param choiceTrials of the choice under uncertainty; none where zero
 * @param seed of every simulation
 * @param date that results bear
 */
record Recipe(
        List<String> proposals,
        List<String> evidence,
        List<String> studies,
        Optional<String> constraints,
        OptionalDouble budget,
        int trials,
        int choiceTrials,
        long seed,
        LocalDate date) {
    Recipe {
        proposals = List.copyOf(proposals);
        evidence = List.copyOf(evidence);
        studies = List.copyOf(studies);
    }

    boolean hasChoice() {
        return constraints.isPresent() || budget.isPresent();
    }
}
