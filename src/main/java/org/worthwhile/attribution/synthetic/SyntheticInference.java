package org.worthwhile.attribution.synthetic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.synthetic.SyntheticEstimate.Settings;

/** Standard errors of synthetic estimates (Arkhangelsky and others 2021, algorithms 2 to 4). */
final class SyntheticInference {

    private final TreatedBlock block;
    private final Settings settings;
    private final SyntheticEstimate estimate;

    SyntheticInference(TreatedBlock block, Settings settings, SyntheticEstimate estimate) {
        this.block = block;
        this.settings = settings;
        this.estimate = estimate;
    }

    /** Controls taken for treated ones at random; there must be more of them than of the treated. */
    double placebo(int draws, long seed) {
        double[] effects = Resampling.draws(draws, seed, random -> {
            int[] order = Resampling.permutation(block.controls(), random);
            int kept = block.controls() - block.treated();
            return among(Arrays.copyOf(order, kept), Arrays.copyOfRange(order, kept, order.length));
        });
        return scaled(effects);
    }

    /** Units drawn with replacement; there must be at least two treated. */
    double bootstrap(int draws, long seed) {
        double[] effects = Resampling.draws(draws, seed, random -> {
            while (true) {
                int[] drawn = random.ints(block.outcomes().length, 0, block.outcomes().length)
                        .sorted()
                        .toArray();
                int[] controls =
                        IntStream.of(drawn).filter(i -> i < block.controls()).toArray();
                if (controls.length > 0 && controls.length < drawn.length) {
                    return among(
                            controls,
                            IntStream.of(drawn)
                                    .filter(i -> i >= block.controls())
                                    .toArray());
                }
            }
        });
        return scaled(effects);
    }

    private double among(int[] controls, int[] treated) {
        double[] start = IntStream.of(controls)
                .mapToDouble(i -> estimate.unitWeights()[i])
                .toArray();
        return SyntheticEstimate.of(
                        block.among(controls, treated), settings, normalised(start), normalised(estimate.timeWeights()))
                .effect();
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return sum == 0
                ? SimplexWeights.equal(weights.length)
                : Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double scaled(double[] effects) {
        return Math.sqrt((effects.length - 1.0) / effects.length) * Resampling.deviation(effects);
    }

    /** One unit left out at a time with weights kept; there must be at least two treated. */
    double jackknife() {
        int n = block.outcomes().length;
        double[] effects = IntStream.range(0, n)
                .mapToDouble(left -> {
                    int[] controls = IntStream.range(0, block.controls())
                            .filter(i -> i != left)
                            .toArray();
                    int[] treated = IntStream.range(block.controls(), n)
                            .filter(i -> i != left)
                            .toArray();
                    double[] weights = normalised(IntStream.of(controls)
                            .mapToDouble(i -> estimate.unitWeights()[i])
                            .toArray());
                    return SyntheticEstimate.with(block.among(controls, treated), weights, estimate.timeWeights())
                            .effect();
                })
                .toArray();
        double deviation = Resampling.deviation(effects);
        return Math.sqrt((n - 1.0) / n) * deviation * Math.sqrt(n - 1.0);
    }
}
