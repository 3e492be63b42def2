package org.worthwhile.attribution.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.estimation.TestInversion;

/**
 * Treatment dealt out again as it was: within strata, and to whole clusters where they were treated as a whole (Fisher 1935). The statistic is the studentised
 * difference of means of what covariates leave of the outcome. The effects that it does not reject, were treatment to move every row
 * by as much, are an interval; one pass over the draws serves every effect.
 */
final class RandomisationTest {

    private static final double LEVEL_WITH = 1 - 1e-10;

    private final double[] left;
    private final double[] leftOfTreatment;
    private final boolean[] treated;
    private final int[] assigned;
    private final List<int[]> blocks;
    private final int[] unitOfRow;

    RandomisationTest(StudyCase studyCase, Sample sample, boolean[] treated, List<Term> adjusting, double[] outcome) {
        Study.Roles roles = studyCase.study().roles();
        this.treated = treated;
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(treated.length)));
        terms.addAll(adjusting);
        this.left = left(outcome, terms);
        double[] values = new double[treated.length];
        Arrays.setAll(values, row -> treated[row] ? 1 : 0);
        this.leftOfTreatment = left(values, terms);
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

    /** The test by so many draws of the assignment. */
    Dealt deal(int draws, long seed) {
        Sums[] dealt = new Sums[draws];
        IntStream.range(0, draws).parallel().forEach(draw -> dealt[draw] = sums(dealt(Resampling.stream(seed, draw))));
        return new Dealt(sums(treated), dealt);
    }

    /**
     * The share of assignments, dealt out again, whose arms differ as much in the covariate in which they differ most. By chance alone
     * arms of 60 differ by a tenth of a standard deviation in half of all trials, so that no fixed difference is one that warns.
     */
    double balancePValue(List<Term> covariates, double[] weights, int draws, long seed) {
        double found = Balance.of(covariates, treated, weights).worst() * LEVEL_WITH;
        long asFar = IntStream.range(0, draws)
                .parallel()
                .filter(draw -> Balance.of(covariates, dealt(Resampling.stream(seed, draw)), weights)
                                .worst()
                        >= found)
                .count();
        return (asFar + 1.0) / (draws + 1.0);
    }

    private static double[] left(double[] values, List<Term> terms) {
        return Regression.fit(values, terms, List.of(), LinearModel.ones(values.length))
                .residuals();
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

    /**
     * What a statistic of the outcome less a hypothesised effect of treatment is computed from, for every effect: sums over the rows of
     * either arm.
     */
    private record Arm(int count, double outcome, double treatment, double squares, double products, double treated) {

        /** The mean of the outcome less an effect. */
        double mean(double effect) {
            return (outcome - effect * treatment) / count;
        }

        /** The variance of that mean. */
        double variance(double effect) {
            double square = (squares - 2 * effect * products + effect * effect * treated) / count;
            return Math.max(0, square - mean(effect) * mean(effect)) / count;
        }
    }

    private record Sums(Arm untreated, Arm treated) {

        double statistic(double effect) {
            double variance = untreated.variance(effect) + treated.variance(effect);
            return variance <= 0 ? 0 : Math.abs(treated.mean(effect) - untreated.mean(effect)) / Math.sqrt(variance);
        }
    }

    private Sums sums(boolean[] arms) {
        double[][] sums = new double[2][5];
        int[] counts = new int[2];
        for (int row = 0; row < arms.length; row++) {
            int arm = arms[row] ? 1 : 0;
            counts[arm]++;
            sums[arm][0] += left[row];
            sums[arm][1] += leftOfTreatment[row];
            sums[arm][2] += left[row] * left[row];
            sums[arm][3] += left[row] * leftOfTreatment[row];
            sums[arm][4] += leftOfTreatment[row] * leftOfTreatment[row];
        }
        return new Sums(arm(counts[0], sums[0]), arm(counts[1], sums[1]));
    }

    private static Arm arm(int count, double[] sums) {
        return new Arm(count, sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** The assignment as it was and as it was dealt again. */
    static final class Dealt {

        private static final double FURTHEST = 1e4;
        private static final int HALVINGS = 40;

        private final Sums found;
        private final Sums[] dealt;

        private Dealt(Sums found, Sums[] dealt) {
            this.found = found;
            this.dealt = dealt;
        }

        /** The share of assignments with a difference at least as great, were the effect on every row the hypothesised one. */
        double pValue(double effect) {
            double statistic = found.statistic(effect) * LEVEL_WITH;
            long asGreat = Arrays.stream(dealt)
                    .filter(sums -> sums.statistic(effect) >= statistic)
                    .count();
            return (asGreat + 1.0) / (dealt.length + 1.0);
        }

        /**
         * The effects that the test does not reject; empty where it rejects none however large, as with very few clusters.
         *
         * @param near an effect that is not rejected
         * @param reach a first step from it
         */
        Optional<Interval> interval(double near, double reach, double level) {
            double low = end(near, -reach, 1 - level);
            double high = end(near, reach, 1 - level);
            return Double.isFinite(low) && Double.isFinite(high)
                    ? Optional.of(new Interval(low, high, level))
                    : Optional.empty();
        }

        private double end(double near, double step, double share) {
            double inside = near;
            double distance = step;
            while (pValue(near + distance) > share) {
                inside = near + distance;
                distance *= 2;
                if (Math.abs(distance) > FURTHEST * Math.abs(step)) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            return TestInversion.end(this::pValue, inside, near + distance, share, HALVINGS);
        }
    }
}
