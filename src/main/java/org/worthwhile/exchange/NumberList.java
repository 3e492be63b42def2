package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;

/** Numbers to which more are added, in pieces, so that none is copied as it grows. */
final class NumberList {

    private static final int PIECE = 1 << 14;

    private final List<double[]> pieces = new ArrayList<>();
    private double[] last = new double[0];
    private int inLast;

    void add(double number) {
        if (inLast == last.length) {
            last = new double[PIECE];
            inLast = 0;
            pieces.add(last);
        }
        last[inLast++] = number;
    }

    /** One of them, the first being 0. */
    double get(int place) {
        return pieces.get(place / PIECE)[place % PIECE];
    }

    /** All of them, which the list no longer holds. */
    double[] take() {
        double[] all = new double[size()];
        for (int piece = 0; piece < pieces.size(); piece++) {
            int from = piece * PIECE;
            System.arraycopy(pieces.get(piece), 0, all, from, Math.min(PIECE, all.length - from));
            pieces.set(piece, new double[0]);
        }
        clear();
        return all;
    }

    int size() {
        return pieces.isEmpty() ? 0 : (pieces.size() - 1) * PIECE + inLast;
    }

    void clear() {
        pieces.clear();
        last = new double[0];
        inLast = 0;
    }
}
