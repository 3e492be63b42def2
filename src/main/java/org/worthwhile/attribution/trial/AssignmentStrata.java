package org.worthwhile.attribution.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.AdjustedComparison;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;

/**
 * The strata within which treatment was assigned. They act in each arm for itself, unless a stratum holds a single unit of an arm, as
 * matched pairs do, which such a term would fit exactly: then they act alike in both arms, and the estimate of matched pairs is
 * the mean of the pairs' differences with the error of that mean (Imai 2008, Statistics in Medicine 27).
 *
 * @param indicators of all strata but one; none without strata
 * @param single whether some stratum holds a single unit of an arm
 */
record AssignmentStrata(List<Term> indicators, boolean single) {

    static AssignmentStrata of(Sample sample, Study.Roles roles, boolean[] treated) {
        if (roles.strata().isEmpty()) {
            return new AssignmentStrata(List.of(), false);
        }
        String name = roles.strata().get();
        Grouping strata = sample.grouping(name);
        Grouping units = roles.clusters().isEmpty()
                ? Grouping.ofEach(treated.length, Integer::toString)
                : sample.grouping(roles.clusters().getFirst());
        long[] arms = IntStream.range(0, treated.length)
                .mapToLong(
                        row -> (2L * strata.codes()[row] + (treated[row] ? 1 : 0)) * units.size() + units.codes()[row])
                .distinct()
                .map(key -> key / units.size())
                .toArray();
        int[] unitsOfArm = new int[2 * strata.size()];
        for (long arm : arms) {
            unitsOfArm[(int) arm]++;
        }
        return new AssignmentStrata(
                LinearModel.indicators(name, strata), IntStream.of(unitsOfArm).anyMatch(count -> count == 1));
    }

    /** The terms of the comparison with covariates, which act in each arm for itself. */
    List<Term> terms(String treatment, boolean[] treated, List<Term> covariates) {
        double[] all = LinearModel.ones(treated.length);
        if (single) {
            List<Term> terms = new ArrayList<>(AdjustedComparison.terms(treatment, treated, covariates, all));
            terms.addAll(indicators);
            return terms;
        }
        List<Term> adjusting = new ArrayList<>(covariates);
        adjusting.addAll(indicators);
        return AdjustedComparison.terms(treatment, treated, adjusting, all);
    }

    /** As a sentence. */
    String convention() {
        return single
                ? "A stratum holds a single unit of an arm, as in matched pairs, so that strata act alike in both arms and count by"
                        + " how much treatment varies in them; covariates act in each arm for itself (Lin 2013)."
                : "Covariates and strata act in each arm for itself (Lin 2013).";
    }
}
