package org.worthwhile.uncertainty;

import java.util.function.DoublePredicate;
import org.worthwhile.appraisal.AppraisalCase;

/** How sure an appraisal is: by simulation, and by moving inputs. */
public record UncertaintyAnalysis(UncertaintyResult simulated, SensitivityResult sensitivity) {

    /** Both of a case; parameters as for {@link Uncertainty#analyse}. */
    public static UncertaintyAnalysis of(
            AppraisalCase basis, int trials, long seed, Sampling sampling, int threads, DoublePredicate progress) {
        UncertaintyResult simulated = Uncertainty.analyse(basis, trials, seed, sampling, threads, progress);
        return new UncertaintyAnalysis(simulated, Sensitivity.analyse(basis));
    }
}
