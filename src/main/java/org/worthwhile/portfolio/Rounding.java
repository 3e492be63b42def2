package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes a choice of whole columns of a relaxation: its whole columns; of the other proposals those that break the rules
 * least; then whatever is worth more and still fits, first what loses least at the rules' prices.
 */
final class Rounding {

    private static final double WHOLE = 1 - 1e-6;

    private final IntegerProgramme programme;
    private final int[][] open;
    private final LagrangianBound bound;
    private final double[] sums;
    private final int[] picked;

    /** Another column of a proposal, and what it loses at the rules' prices. */
    private record Move(int proposal, int column, double loss) {}

    private Rounding(IntegerProgramme programme, int[][] open, double[] fixedSums, LagrangianBound bound) {
        this.programme = programme;
        this.open = open;
        this.bound = bound;
        this.sums = fixedSums.clone();
        this.picked = new int[open.length];
    }

    /**
     * A column of each open proposal; empty where they break a rule.
     *
     * @param solved the relaxation over the open columns
     * @param bound at its prices
     */
    static Optional<int[]> of(
            IntegerProgramme programme, int[][] open, double[] fixedSums, WorkingBasis solved, LagrangianBound bound) {
        Rounding rounding = new Rounding(programme, open, fixedSums, bound);
        rounding.takeWhole(solved);
        if (rounding.broken() > 0) {
            return Optional.empty();
        }
        rounding.improve();
        return Optional.of(rounding.picked);
    }

    private void takeWhole(WorkingBasis solved) {
        List<Integer> parted = new ArrayList<>();
        for (int p = 0; p < open.length; p++) {
            picked[p] = -1;
            for (int j : open[p]) {
                if (solved.share(p, j) >= WHOLE) {
                    picked[p] = j;
                    add(j, 1);
                }
            }
            if (picked[p] < 0) {
                parted.add(p);
            }
        }
        for (int p : parted) {
            double least = Double.POSITIVE_INFINITY;
            for (int j : open[p]) {
                add(j, 1);
                double broken = broken();
                add(j, -1);
                if (picked[p] < 0
                        || broken < least
                        || broken == least && programme.values()[j] > programme.values()[picked[p]]) {
                    least = broken;
                    picked[p] = j;
                }
            }
            add(picked[p], 1);
        }
    }

    private void improve() {
        List<Move> moves = new ArrayList<>();
        for (int p = 0; p < open.length; p++) {
            for (int place = 0; place < open[p].length; place++) {
                moves.add(new Move(p, open[p][place], bound.best()[p] - bound.reduced()[p][place]));
            }
        }
        moves.sort(Comparator.comparingDouble(Move::loss));
        for (Move move : moves) {
            int before = picked[move.proposal];
            if (programme.values()[move.column] > programme.values()[before]) {
                add(before, -1);
                add(move.column, 1);
                if (broken() > 0) {
                    add(move.column, -1);
                    add(before, 1);
                } else {
                    picked[move.proposal] = move.column;
                }
            }
        }
    }

    private void add(int column, int times) {
        for (int rule = 0; rule < sums.length; rule++) {
            sums[rule] += times * programme.coefficient(rule, column);
        }
    }

    /** By how much the sums are outside the rules' limits together. */
    private double broken() {
        double broken = 0;
        for (int rule = 0; rule < sums.length; rule++) {
            double outside = Math.max(
                    programme.lowest()[rule] - sums[rule],
                    sums[rule] - programme.highest()[rule]);
            broken += Math.max(0, outside);
        }
        return broken;
    }
}
