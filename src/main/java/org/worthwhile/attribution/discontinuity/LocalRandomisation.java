package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.TestInversion;

/**
 * The rows nearest to the cutoff as if chance had put them on their side: the difference of their means, with Fisher's test by
 * dealing the sides out again and the interval of the effects that it does not reject (Cattaneo, Frandsen and Titiunik 2015,
 * Journal of Causal Inference 3).
 */
final class LocalRandomisation {

    /** Rows that a window needs on each side at least. */
    static final int LEAST_ROWS = 10;

    /** Covariates must look alike by more than this (Cattaneo, Titiunik and Vazquez-Bare 2016, Stata Journal 16). */
    private static final double ALIKE = 0.15;

    private static final int BALANCE_DRAWS = 1_000;
    private static final int MOST_WINDOWS = 200;
    private static final int HALVINGS = 60;
    private static final double FURTHEST = 1e4;

    /** Differences within this share of the one found count as level with it. */
    private static final double LEVEL_WITH = 1e-10;

    private final double difference;
    private final double error;
    private final double[] dealt;
    private final double[] moved;
    private final boolean all;

    /**
     * A window about the cutoff.
     *
     * @param reach the furthest distance from the cutoff in it
     * @param balance the least p-value of a covariate in it; empty without covariates
     */
    record Window(double reach, OptionalDouble balance) {}

    /** The rows of a window, those at or above the cutoff last. */
    private record Rows(double[] values, int below) {

        static Rows of(Side left, Side right, double[] ofLeft, double[] ofRight, double reach) {
            double[] below = near(left, ofLeft, reach);
            double[] above = near(right, ofRight, reach);
            double[] joined = Arrays.copyOf(below, below.length + above.length);
            System.arraycopy(above, 0, joined, below.length, above.length);
            return new Rows(joined, below.length);
        }

        private static double[] near(Side side, double[] values, double reach) {
            return IntStream.range(0, side.size())
                    .filter(row -> Math.abs(side.x()[row]) <= reach)
                    .mapToDouble(row -> values[row])
                    .toArray();
        }
    }

    private LocalRandomisation(Rows rows, int draws, long seed) {
        int n = rows.values.length;
        int above = n - rows.below;
        double total = Arrays.stream(rows.values).sum();
        double ofAbove = Arrays.stream(rows.values, rows.below, n).sum();
        this.difference = ofAbove / above - (total - ofAbove) / rows.below;
        this.error = Math.sqrt(variance(Arrays.copyOf(rows.values, rows.below))
                + variance(Arrays.copyOfRange(rows.values, rows.below, n)));
        List<int[]> every = every(n, above, draws);
        this.all = !every.isEmpty();
        int count = all ? every.size() : draws;
        this.dealt = new double[count];
        this.moved = new double[count];
        IntStream.range(0, count).parallel().forEach(draw -> {
            int[] chosen = all ? every.get(draw) : chosen(n, above, Resampling.stream(seed, draw));
            double sum = 0;
            double stayed = 0;
            for (int row : chosen) {
                sum += rows.values[row];
                stayed += row >= rows.below ? 1 : 0;
            }
            dealt[draw] = sum / above - (total - sum) / rows.below;
            moved[draw] = stayed / above - (above - stayed) / rows.below;
        });
    }

    /** Neyman's variance of a mean. */
    private static double variance(double[] values) {
        double deviation = Resampling.deviation(values);
        return deviation * deviation / values.length;
    }

    static LocalRandomisation of(Side left, Side right, double reach, int draws, long seed) {
        return new LocalRandomisation(Rows.of(left, right, left.y(), right.y(), reach), draws, seed);
    }

    private static int[] chosen(int n, int count, SplittableRandom random) {
        return Arrays.copyOf(Resampling.permutation(n, random), count);
    }

    /** Every way of choosing so many of the rows, if there are no more than {@code most}; otherwise none. */
    private static List<int[]> every(int n, int count, int most) {
        double ways = 1;
        for (int i = 1; i <= count; i++) {
            ways = ways * (n - count + i) / i;
            if (ways > most) {
                return List.of();
            }
        }
        List<int[]> every = new ArrayList<>();
        int[] chosen = IntStream.range(0, count).toArray();
        while (true) {
            every.add(chosen.clone());
            int place = count - 1;
            while (place >= 0 && chosen[place] == n - count + place) {
                place--;
            }
            if (place < 0) {
                return every;
            }
            chosen[place]++;
            for (int i = place + 1; i < count; i++) {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }

    double difference() {
        return difference;
    }

    double error() {
        return error;
    }

    /** Ways of dealing out the sides that were tried. */
    int draws() {
        return dealt.length;
    }

    /** Whether those are all there are. */
    boolean isExact() {
        return all;
    }

    /** The share of ways whose difference is at least as far from an effect as the one found. */
    double pValue(double effect) {
        double found = Math.abs(difference - effect);
        double scale = found * (1 - LEVEL_WITH);
        int further = 0;
        for (int draw = 0; draw < dealt.length; draw++) {
            further += Math.abs(dealt[draw] - effect * moved[draw]) >= scale ? 1 : 0;
        }
        return all ? (double) further / dealt.length : (further + 1.0) / (dealt.length + 1);
    }

    /** The effects that are not rejected; the furthest looked at is ten thousand standard errors away. */
    Interval interval(double level) {
        return new Interval(end(-1, 1 - level), end(1, 1 - level), level);
    }

    private double end(int direction, double share) {
        double inside = difference;
        double distance = error;
        while (pValue(difference + direction * distance) > share && distance < FURTHEST * error) {
            inside = difference + direction * distance;
            distance *= 2;
        }
        return TestInversion.end(this::pValue, inside, difference + direction * distance, share, HALVINGS);
    }

    /**
     * The widest of nested windows up to which every covariate looks alike on both sides by the same test; without covariates the
     * narrowest that has rows enough on each side.
     */
    static Window window(Side left, Side right, long seed) {
        double[] reaches = reaches(left, right);
        if (left.covariates().length == 0) {
            return new Window(reaches[0], OptionalDouble.empty());
        }
        Window widest = new Window(reaches[0], OptionalDouble.of(balance(left, right, reaches[0], seed)));
        for (int i = 1; i < reaches.length && widest.balance.orElse(0) >= ALIKE; i++) {
            double balance = balance(left, right, reaches[i], seed);
            if (balance < ALIKE) {
                break;
            }
            widest = new Window(reaches[i], OptionalDouble.of(balance));
        }
        return widest;
    }

    /** A window of a given reach. */
    static Window given(Side left, Side right, double reach, long seed) {
        boolean seen = left.covariates().length > 0 && count(left, reach) > 1 && count(right, reach) > 1;
        return new Window(reach, seen ? OptionalDouble.of(balance(left, right, reach, seed)) : OptionalDouble.empty());
    }

    private static double balance(Side left, Side right, double reach, long seed) {
        return IntStream.range(0, left.covariates().length)
                .mapToDouble(j -> new LocalRandomisation(
                                Rows.of(left, right, left.covariates()[j], right.covariates()[j], reach),
                                BALANCE_DRAWS,
                                seed)
                        .pValue(0))
                .min()
                .orElseThrow();
    }

    /** Distances that bring in more values of the running variable on both sides, from the first with rows enough on each. */
    private static double[] reaches(Side left, Side right) {
        double[] ofLeft = distances(left);
        double[] ofRight = distances(right);
        double least = Math.max(ofLeft[LEAST_ROWS - 1], ofRight[LEAST_ROWS - 1]);
        double most = Math.min(ofLeft[ofLeft.length - 1], ofRight[ofRight.length - 1]);
        double[] further = java.util.stream.DoubleStream.concat(Arrays.stream(ofLeft), Arrays.stream(ofRight))
                .filter(distance -> distance > least && distance <= most)
                .distinct()
                .sorted()
                .toArray();
        int step = Math.max(1, further.length / MOST_WINDOWS);
        return java.util.stream.DoubleStream.concat(
                        java.util.stream.DoubleStream.of(least),
                        IntStream.range(0, further.length / step).mapToDouble(i -> further[(i + 1) * step - 1]))
                .toArray();
    }

    private static double[] distances(Side side) {
        return Arrays.stream(side.x()).map(Math::abs).sorted().toArray();
    }

    /** Rows of a side in a window. */
    static int count(Side side, double reach) {
        return (int) Arrays.stream(side.x()).filter(x -> Math.abs(x) <= reach).count();
    }
}
