package org.worthwhile.uncertainty;

import java.util.function.DoublePredicate;
import org.worthwhile.appraisal.AppraisalCase;

/**
 * What a simulation finds.
 *
 * @param npsv net present social value and the choice by it
 * @param results what else is simulated
 */
public record Simulated(UncertaintyResult npsv, ResultUncertainty results) {

    /** Of a case; parameters and failures as for {@link Uncertainty#analyse}. */
    public static Simulated of(
            AppraisalCase basis, int trials, long seed, Sampling sampling, int threads, DoublePredicate progress) {
        return of(basis, trials, seed, sampling, threads, progress, SimulationQuestion.NONE);
    }

    /** The same, answering more. */
    static Simulated of(
            AppraisalCase basis,
            int trials,
            long seed,
            Sampling sampling,
            int threads,
            DoublePredicate progress,
            SimulationQuestion question) {
        return Threads.run(threads, () -> {
            Uncertainty uncertainty = Uncertainty.simulate(basis, trials, seed, sampling, threads, progress);
            return new Simulated(
                    uncertainty.result(seed, sampling, question.information()),
                    uncertainty.spreads(sampling, question.limits()));
        });
    }
}
