package org.worthwhile.attribution.observational;

import java.util.List;
import java.util.function.IntPredicate;

/** By propensity. */
final class ScoreCandidates implements Candidates {

    private final double[] score;
    private final double furthest;
    private final boolean belowFirst;
    private final ScoreOrder order;
    private final ControlPool pool;
    private final int[] place;

    /**
     * Takes the rows.
     *
     * @param furthest beyond which none is near enough
     * @param belowFirst whether any at or below a score is nearer than those above it
     */
    ScoreCandidates(double[] score, double furthest, boolean belowFirst, IntPredicate member) {
        this.score = score;
        this.furthest = furthest;
        this.belowFirst = belowFirst;
        this.order = ScoreOrder.of(score, member);
        this.pool = new ControlPool(order);
        this.place = new int[score.length];
        for (int i = 0; i < order.size(); i++) {
            place[order.rows()[i]] = i;
        }
    }

    @Override
    public int nearest(int row, List<Integer> without) {
        int found = pool.nearest(score[row], furthest, belowFirst, without);
        return found < 0 ? NONE : pool.row(found);
    }

    @Override
    public void take(int row) {
        pool.take(place[row]);
    }

    @Override
    public double[] distances(int row, int most) {
        return order.nearest(score[row], most, furthest);
    }

    @Override
    public int[] within(int row, double distance) {
        return order.within(score[row], distance);
    }
}
