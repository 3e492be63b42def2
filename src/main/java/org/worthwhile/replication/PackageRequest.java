package org.worthwhile.replication;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a package is to be made of; of its files see {@link Recipe}.
 *
 * @param budget of the choice, instead of that of the constraints
 * @param choiceTrials of the choice under uncertainty; none where zero
 */
public record PackageRequest(
        List<Path> proposals,
        List<Path> evidence,
        List<Path> studies,
        Optional<Path> constraints,
        OptionalDouble budget,
        int trials,
        int choiceTrials,
        long seed) {
    public PackageRequest {
        proposals = List.copyOf(proposals);
        evidence = List.copyOf(evidence);
        studies = List.copyOf(studies);
    }
}
