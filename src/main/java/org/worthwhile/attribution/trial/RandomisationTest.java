package org.worthwhile.attribution.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.Term;

/**
 * Treatment dealt out again as it was: within strata, and to whole clusters where they were treated as a whole (Fisher 1935). The statistic is the studentised
 * difference of means of what covariates leave of the outcome.
 */
final class RandomisationTest {

    private final double[] left;
    private final boolean[] treated;
    private final int[] assigned;
    private final List<int[]> blocks;
    private final int[] unitOfRow;

    RandomisationTest(StudyCase studyCase, Sample sample, boolean[] treated, List<Term> adjusting, double[] outcome) {
        Study.Roles roles = studyCase.study().roles();
        this.treated = treated;
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(treated.length)));
        terms.addAll(adjusting);
        this.left = Regression.fit(outcome, terms, List.of(), LinearModel.ones(treated.length))
                .residuals();
        Grouping rows = Grouping.ofEach(treated.length, Integer::toString);
        // A cluster in which both arms are found was not assigned as a whole.
        Grouping units = roles.clusters().stream()
                .findFirst()
                .map(sample::grouping)
                .filter(clusters ->
                        clusters.isNestedIn(Grouping.of(treated.length, row -> Boolean.toString(treated[row]))))
                .orElse(rows);
        this.unitOfRow = units.codes();
        this.assigned = new int[units.size()];
        int[] stratumOfUnit = new int[units.size()];
        Grouping strata = roles.strata().map(sample::grouping).orElse(Grouping.of(treated.length, _ -> ""));
        for (int row = 0; row < treated.length; row++) {
            assigned[unitOfRow[row]] = treated[row] ? 1 : 0;
            stratumOfUnit[unitOfRow[row]] = strata.codes()[row];
        }
        this.blocks = IntStream.range(0, strata.size())
                .mapToObj(stratum -> IntStream.range(0, assigned.length)
                        .filter(unit -> stratumOfUnit[unit] == stratum)
                        .toArray())
                .toList();
    }

    double pValue(int draws, long seed) {
        double found = Math.abs(statistic(treated)) * (1 - 1e-12);
        double[] statistics = Resampling.draws(draws, seed, random -> Math.abs(statistic(dealt(random))));
        long asGreat = java.util.Arrays.stream(statistics)
                .filter(value -> value >= found)
                .count();
        return (asGreat + 1.0) / (draws + 1.0);
    }

    private boolean[] dealt(SplittableRandom random) {
        int[] anew = assigned.clone();
        for (int[] block : blocks) {
            int[] order = Resampling.permutation(block.length, random);
            for (int i = 0; i < block.length; i++) {
                anew[block[i]] = assigned[block[order[i]]];
            }
        }
        boolean[] dealt = new boolean[treated.length];
        for (int row = 0; row < dealt.length; row++) {
            dealt[row] = anew[unitOfRow[row]] == 1;
        }
        return dealt;
    }

    private double statistic(boolean[] arms) {
        double[] sums = new double[2];
        double[] squares = new double[2];
        int[] counts = new int[2];
        for (int row = 0; row < arms.length; row++) {
            int arm = arms[row] ? 1 : 0;
            sums[arm] += left[row];
            squares[arm] += left[row] * left[row];
            counts[arm]++;
        }
        double variance = 0;
        for (int arm = 0; arm < 2; arm++) {
            double mean = sums[arm] / counts[arm];
            variance += Math.max(0, squares[arm] / counts[arm] - mean * mean) / counts[arm];
        }
        return variance == 0 ? 0 : (sums[1] / counts[1] - sums[0] / counts[0]) / Math.sqrt(variance);
    }
}
