package org.worthwhile.uncertainty;

import java.util.List;
import java.util.function.DoublePredicate;
import org.worthwhile.appraisal.AppraisalCase;

/**
 * How sure an appraisal is: by simulation, and by moving inputs.
 *
 * @param simulated net present social value and the choice by it
 * @param results what else is simulated
 */
public record UncertaintyAnalysis(
        UncertaintyResult simulated, SensitivityResult sensitivity, ResultUncertainty results) {

    /** All of a case; parameters as for {@link Uncertainty#analyse}. */
    public static UncertaintyAnalysis of(
            AppraisalCase basis, int trials, long seed, Sampling sampling, int threads, DoublePredicate progress) {
        return of(basis, trials, seed, sampling, threads, progress, InformationQuestion.NONE);
    }

    /** The same, answering more of the value of information. */
    public static UncertaintyAnalysis of(
            AppraisalCase basis,
            int trials,
            long seed,
            Sampling sampling,
            int threads,
            DoublePredicate progress,
            InformationQuestion question) {
        return of(basis, trials, seed, sampling, threads, progress, new SimulationQuestion(question, List.of()));
    }

    /** The same, answering more of limits too. */
    public static UncertaintyAnalysis of(
            AppraisalCase basis,
            int trials,
            long seed,
            Sampling sampling,
            int threads,
            DoublePredicate progress,
            SimulationQuestion question) {
        Simulated simulated = Simulated.of(basis, trials, seed, sampling, threads, progress, question);
        return new UncertaintyAnalysis(simulated.npsv(), Sensitivity.analyse(basis), simulated.results());
    }
}
