package org.worthwhile.exchange;

import java.util.List;
import java.util.Optional;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;

/**
 * A proposal as far as it could be read.
 *
 * @param sound the whole of it, or what is left without the parts that do not fit the format; empty where that is too little
 * @param problems everything that is wrong with it by itself
 */
public record ProposalReading(Optional<Located<Proposal>> sound, List<Problem> problems) {
    public ProposalReading {
        problems = List.copyOf(problems);
    }

    /** Without problems. */
    ProposalReading(Located<Proposal> whole) {
        this(Optional.of(whole), List.of());
    }

    /**
     * The proposal.
     *
     * @throws InvalidInput with every problem in it
     */
    Located<Proposal> require() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return sound.orElseThrow();
    }

    /** Under another framework than its own. */
    ProposalReading withFramework(String framework) {
        return new ProposalReading(
                sound.map(located -> new Located<>(located.value().withFramework(framework), located.places())),
                problems);
    }
}
