package org.worthwhile.uncertainty;

import java.util.stream.IntStream;

/** Work over positions in blocks of one size, shared among threads, with the same result whatever their number. */
final class Blocks {

    private static final int SIZE = 1 << 13;

    private Blocks() {}

    /** A sum over the positions from {@code from} to before {@code to}. */
    @FunctionalInterface
    interface Sum {
        double over(int from, int to);
    }

    /** Adds what the positions from {@code from} to before {@code to} give to several sums, zero at first. */
    @FunctionalInterface
    interface Sums {
        void add(int from, int to, double[] sums);
    }

    /** Work on the positions from {@code from} to before {@code to}. */
    @FunctionalInterface
    interface Work {
        void on(int from, int to);
    }

    /** The sum over all positions: each block's own, added up in the blocks' order. */
    static double sum(int count, Sum sum) {
        return sums(count, 1, (from, to, sums) -> sums[0] = sum.over(from, to))[0];
    }

    /** Several sums at once. */
    static double[] sums(int count, int width, Sums sums) {
        double[][] parts = new double[blocks(count)][width];
        each(count, (from, to) -> sums.add(from, to, parts[from / SIZE]));
        double[] totals = new double[width];
        for (double[] part : parts) {
            for (int i = 0; i < width; i++) {
                totals[i] += part[i];
            }
        }
        return totals;
    }

    static void each(int count, Work work) {
        IntStream.range(0, blocks(count)).parallel().forEach(block -> {
            int from = block * SIZE;
            work.on(from, Math.min(count, from + SIZE));
        });
    }

    private static int blocks(int count) {
        return (count + SIZE - 1) / SIZE;
    }
}
