package org.worthwhile.attribution.causes;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.worthwhile.attribution.estimation.Resampling;

/**
 * Each player's contribution averaged over every order in which players can join (Shapley 1953); contributions add up to the
 * value of all less that of none.
 *
 * @param contributions by player
 * @param errors the standard errors of sampling orders; 0 where every set was worked out
 * @param exact whether every set was worked out
 */
record Shapley(double[] contributions, double[] errors, boolean exact) {

    /** With more players, orders are sampled. */
    static final int MOST_EXACT = 12;

    private static final int ORDERS = 4096;

    /**
     * The contributions.
     *
     * @param players how many
     * @param value of a set of players, given as a truth value for each
     */
    static Shapley of(int players, ToDoubleFunction<boolean[]> value, long seed) {
        return players <= MOST_EXACT ? exact(players, value) : sampled(players, value, seed);
    }

    private static Shapley exact(int players, ToDoubleFunction<boolean[]> value) {
        int sets = 1 << players;
        double[] values = new double[sets];
        for (int set = 0; set < sets; set++) {
            boolean[] members = new boolean[players];
            for (int player = 0; player < players; player++) {
                members[player] = (set >> player & 1) == 1;
            }
            values[set] = value.applyAsDouble(members);
        }
        // The weight of a set of s others: s! (n - s - 1)! / n!.
        double[] weights = new double[players];
        for (int size = 0; size < players; size++) {
            weights[size] = 1.0 / players;
            for (int i = 1; i <= size; i++) {
                weights[size] *= (double) i / (players - i);
            }
        }
        double[] contributions = new double[players];
        for (int set = 0; set < sets; set++) {
            for (int player = 0; player < players; player++) {
                if ((set >> player & 1) == 0) {
                    contributions[player] += weights[Integer.bitCount(set)] * (values[set | 1 << player] - values[set]);
                }
            }
        }
        return new Shapley(contributions, new double[players], true);
    }

    /** Random orders, each with its reverse (Castro, Gomez and Tejada 2009). */
    private static Shapley sampled(int players, ToDoubleFunction<boolean[]> value, long seed) {
        double[] sums = new double[players];
        double[] squares = new double[players];
        int pairs = ORDERS / 2;
        for (int pair = 0; pair < pairs; pair++) {
            SplittableRandom random = Resampling.stream(seed, pair);
            int[] order = Resampling.permutation(players, random);
            double[] gains = new double[players];
            addGains(order, value, gains, false);
            addGains(order, value, gains, true);
            for (int player = 0; player < players; player++) {
                sums[player] += gains[player] / 2;
                squares[player] += gains[player] * gains[player] / 4;
            }
        }
        double[] contributions = new double[players];
        double[] errors = new double[players];
        for (int player = 0; player < players; player++) {
            contributions[player] = sums[player] / pairs;
            double variance = squares[player] / pairs - contributions[player] * contributions[player];
            errors[player] = Math.sqrt(Math.max(0, variance) / pairs);
        }
        return new Shapley(contributions, errors, false);
    }

    private static void addGains(int[] order, ToDoubleFunction<boolean[]> value, double[] gains, boolean reversed) {
        boolean[] members = new boolean[order.length];
        double before = value.applyAsDouble(members);
        for (int i = 0; i < order.length; i++) {
            int player = order[reversed ? order.length - 1 - i : i];
            members[player] = true;
            double now = value.applyAsDouble(members);
            gains[player] += now - before;
            before = now;
        }
    }
}
