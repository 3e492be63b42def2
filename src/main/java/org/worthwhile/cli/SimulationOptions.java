package org.worthwhile.cli;

import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.SimulationQuestion;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import picocli.CommandLine.Option;

/** How the uncertainty of what is reported is simulated. */
final class SimulationOptions {

    static final int LEAST_TRIALS = 100;
    static final int MOST_TRIALS = 10_000_000;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Trials of the simulation, ${DEFAULT-VALUE} unless given.")
    private int trials = 10_000;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulation; 1 unless given.")
    private long seed = 1;

    /** Requires of a command with these options that they can be done. */
    void require(LongCommand command) {
        command.require("--trials", trials, LEAST_TRIALS, MOST_TRIALS);
    }

    int trials() {
        return trials;
    }

    long seed() {
        return seed;
    }

    /** Simulates how sure an appraisal is, and says how far that is. */
    UncertaintyAnalysis of(Appraisal appraisal, Progress progress) {
        return Steps.simulate(appraisal, trials, seed, Sampling.LATIN_HYPERCUBE, SimulationQuestion.NONE, progress);
    }
}
