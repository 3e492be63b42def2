package org.worthwhile.attribution.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.synthetic.SyntheticEstimate.Settings;

/** Standard errors of synthetic estimates (Arkhangelsky and others 2021, algorithms 2 to 4). */
final class SyntheticInference {

    private final PanelMatrix matrix;
    private final Settings settings;
    private final SyntheticEstimate estimate;

    SyntheticInference(PanelMatrix matrix, Settings settings, SyntheticEstimate estimate) {
        this.matrix = matrix;
        this.settings = settings;
        this.estimate = estimate;
    }

    /**
     * Controls taken for treated ones, as many at a time; there must be more of them than of the treated. Every choice where
     * there are no more than {@code draws}, and random ones otherwise.
     */
    PlaceboEffects placebo(int draws, long seed) {
        List<int[]> choices = choices(matrix.controls(), matrix.treated(), draws);
        if (!choices.isEmpty()) {
            return new PlaceboEffects(
                    choices.stream().parallel().mapToDouble(this::placebo).toArray(), true);
        }
        return new PlaceboEffects(
                Resampling.draws(
                        draws,
                        seed,
                        random -> placebo(
                                Arrays.copyOf(Resampling.permutation(matrix.controls(), random), matrix.treated()))),
                false);
    }

    private double placebo(int[] treated) {
        int[] controls = IntStream.range(0, matrix.controls())
                .filter(i -> IntStream.of(treated).noneMatch(chosen -> chosen == i))
                .toArray();
        return among(controls, treated);
    }

    /** Every choice of so many out of a number, in order; none when there are more than the most. */
    private static List<int[]> choices(int number, int chosen, int most) {
        double count = 1;
        for (int i = 1; i <= chosen; i++) {
            count = count * (number - chosen + i) / i;
        }
        List<int[]> choices = new ArrayList<>();
        if (count <= most + 0.5) {
            int[] choice = IntStream.range(0, chosen).toArray();
            while (true) {
                choices.add(choice.clone());
                int place = chosen - 1;
                while (place >= 0 && choice[place] == number - chosen + place) {
                    place--;
                }
                if (place < 0) {
                    break;
                }
                choice[place]++;
                for (int i = place + 1; i < chosen; i++) {
                    choice[i] = choice[i - 1] + 1;
                }
            }
        }
        return choices;
    }

    /** Units drawn with replacement; there must be at least two treated. */
    double bootstrap(int draws, long seed) {
        double[] effects = Resampling.draws(draws, seed, random -> {
            while (true) {
                int[] drawn = random.ints(matrix.outcomes().length, 0, matrix.outcomes().length)
                        .sorted()
                        .toArray();
                int[] controls =
                        IntStream.of(drawn).filter(i -> i < matrix.controls()).toArray();
                if (controls.length > 0 && controls.length < drawn.length) {
                    return among(
                            controls,
                            IntStream.of(drawn)
                                    .filter(i -> i >= matrix.controls())
                                    .toArray());
                }
            }
        });
        return Math.sqrt((effects.length - 1.0) / effects.length) * Resampling.deviation(effects);
    }

    private double among(int[] controls, int[] treated) {
        double[] start = IntStream.of(controls)
                .mapToDouble(i -> estimate.unitWeights()[i])
                .toArray();
        return SyntheticEstimate.of(
                        matrix.among(controls, treated),
                        settings,
                        normalised(start),
                        normalised(estimate.timeWeights()))
                .effect();
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return sum == 0
                ? SimplexWeights.equal(weights.length)
                : Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** One unit left out at a time with weights kept; there must be at least two treated. */
    double jackknife() {
        int n = matrix.outcomes().length;
        double[] effects = IntStream.range(0, n)
                .mapToDouble(left -> {
                    int[] controls = IntStream.range(0, matrix.controls())
                            .filter(i -> i != left)
                            .toArray();
                    int[] treated = IntStream.range(matrix.controls(), n)
                            .filter(i -> i != left)
                            .toArray();
                    double[] weights = normalised(IntStream.of(controls)
                            .mapToDouble(i -> estimate.unitWeights()[i])
                            .toArray());
                    return SyntheticEstimate.with(matrix.among(controls, treated), weights, estimate.timeWeights())
                            .effect();
                })
                .toArray();
        double deviation = Resampling.deviation(effects);
        return Math.sqrt((n - 1.0) / n) * deviation * Math.sqrt(n - 1.0);
    }
}
