package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.worthwhile.framework.ValueForMoney.Band;

/** Counts of trials against looking at each trial by itself; amounts are small whole numbers, so that many are level. */
class RatioCountsTest {

    private static final int TRIALS = 300;
    private static final List<Band> BANDS = List.of(new Band(0, "poor"), new Band(1, "low"), new Band(2, "high"));

    @Property(tries = 100, seed = "11")
    void countsFromBlocksAreThoseOfTheTrialsOneByOne(
            @ForAll @IntRange(min = 1, max = 4) int options, @ForAll @LongRange(min = 0, max = 100_000) long seed) {
        Random random = new Random(seed);
        double[][] pvb = amounts(random, options);
        double[][] pvc = amounts(random, options);
        RatioCounts counts = new RatioCounts(BANDS, order(options), false);
        counts.add(pvb, pvc, 200);
        RatioCounts rest = new RatioCounts(BANDS, order(options), false);
        rest.add(from200(pvb), from200(pvc), TRIALS - 200);
        counts.add(rest);
        for (int option = 0; option < options; option++) {
            for (int band = 0; band < BANDS.size(); band++) {
                assertThat(counts.reached(band, option)).isEqualTo(reached(pvb[option], pvc[option], band));
            }
            for (int threshold = 0; threshold < RatioCounts.THRESHOLDS.length; threshold++) {
                assertThat(counts.chosen(threshold, option))
                        .isEqualTo(chosen(pvb, pvc, RatioCounts.THRESHOLDS[threshold], option));
            }
        }
    }

    /** By hand, at a threshold of 1: 5 for 4, 3 for 4 and 4 for 4 against nothing for nothing, which is the cheaper of those level. */
    @Example
    void businessAsUsualIsChosenWhereNoOptionBringsMoreThanItCosts() {
        int one = Arrays.binarySearch(RatioCounts.THRESHOLDS, 1);
        RatioCounts counts = new RatioCounts(BANDS, List.of(0, 1), true);

        counts.add(new double[][] {{0, 0, 0}, {5, 3, 4}}, new double[][] {{0, 0, 0}, {4, 4, 4}}, 3);

        assertThat(counts.chosen(one, 1)).isEqualTo(1);
        assertThat(counts.chosen(one, 0)).isEqualTo(2);
    }

    @Property(tries = 20, seed = "12")
    void withBusinessAsUsualEveryTrialChoosesOneOption(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
        Random random = new Random(seed);
        double[][] pvb = amounts(random, 3);
        double[][] pvc = amounts(random, 3);
        Arrays.fill(pvb[0], 0);
        Arrays.fill(pvc[0], 0);
        RatioCounts counts = new RatioCounts(BANDS, List.of(0, 1, 2), true);
        counts.add(pvb, pvc, TRIALS);

        for (int threshold = 0; threshold < RatioCounts.THRESHOLDS.length; threshold++) {
            int at = threshold;
            assertThat(IntStream.range(0, 3)
                            .mapToLong(option -> counts.chosen(at, option))
                            .sum())
                    .isEqualTo(TRIALS);
        }
    }

    private static double[][] amounts(Random random, int options) {
        double[][] amounts = new double[options][];
        Arrays.setAll(amounts, _ -> random.ints(TRIALS, -3, 12).asDoubleStream().toArray());
        return amounts;
    }

    private static double[][] from200(double[][] amounts) {
        return Arrays.stream(amounts)
                .map(values -> Arrays.copyOfRange(values, 200, TRIALS))
                .toArray(double[][]::new);
    }

    private static int reached(double[] benefits, double[] costs, int band) {
        int reached = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            if (costs[trial] > 0
                    && benefits[trial] / costs[trial] >= BANDS.get(band).from()) {
                reached++;
            }
        }
        return reached;
    }

    /** The last option is the cheapest, so that it goes before those that are level with it. */
    private static List<Integer> order(int options) {
        return IntStream.range(0, options).map(i -> options - 1 - i).boxed().toList();
    }

    private static int chosen(double[][] pvb, double[][] pvc, double threshold, int option) {
        int chosen = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int best = -1;
            for (int other = 0; other < pvb.length; other++) {
                double net = pvb[other][trial] - threshold * pvc[other][trial];
                if (net > 0 && (best < 0 || net >= pvb[best][trial] - threshold * pvc[best][trial])) {
                    best = other;
                }
            }
            chosen += best == option ? 1 : 0;
        }
        return chosen;
    }
}
