package org.worthwhile.uncertainty;

import java.util.stream.IntStream;

/** Work over positions in blocks of one size, shared among threads, with the same result whatever their number. */
final class Blocks {

    private static final int SIZE = 1 << 13;

    /** So few blocks are done sooner than they are shared out. */
    private static final int FEW = 2;

    private Blocks() {}

    /** A sum over the positions from {@code from} to before {@code to}. */
    @FunctionalInterface
    interface Sum {
        double over(int from, int to);
    }

    /** Work on the positions from {@code from} to before {@code to}. */
    @FunctionalInterface
    interface Work {
        void on(int from, int to);
    }

    /** The sum over all positions: each block's own, added up in the blocks' order. */
    static double sum(int count, Sum sum) {
        double[] parts = new double[blocks(count)];
        each(count, (from, to) -> parts[from / SIZE] = sum.over(from, to));
        double total = 0;
        for (double part : parts) {
            total += part;
        }
        return total;
    }

    static void each(int count, Work work) {
        IntStream blocks = IntStream.range(0, blocks(count));
        (blocks(count) > FEW ? blocks.parallel() : blocks).forEach(block -> {
            int from = block * SIZE;
            work.on(from, Math.min(count, from + SIZE));
        });
    }

    private static int blocks(int count) {
        return (count + SIZE - 1) / SIZE;
    }
}
