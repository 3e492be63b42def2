package org.worthwhile.attribution.observational;

import java.util.Arrays;
import java.util.List;

/** The controls that are still to be matched, in the order of their scores. Those taken are stepped over at once. */
final class ControlPool {

    private static final int NONE = -1;

    private final ScoreOrder order;

    /** For each place the first of its score. */
    private final int[] start;

    /** By place plus one: a place at or after it, nearer to the next that is left; likewise before it. */
    private final int[] after;

    private final int[] before;

    ControlPool(ScoreOrder order) {
        this.order = order;
        this.start = new int[order.size()];
        for (int place = 1; place < start.length; place++) {
            start[place] = order.scores()[place] == order.scores()[place - 1] ? start[place - 1] : place;
        }
        this.after = new int[order.size() + 2];
        Arrays.setAll(after, place -> place);
        this.before = after.clone();
    }

    /** The row at a place. */
    int row(int place) {
        return order.rows()[place];
    }

    void take(int place) {
        after[place + 1] = place + 2;
        before[place + 1] = place;
    }

    /**
     * The place of the control nearest to a score, the first in the data among equally near ones; -1 if there is none.
     *
     * @param belowFirst whether any at or below the score is nearer than those above it
     * @param without rows that do not count
     */
    int nearest(double score, double furthest, boolean belowFirst, List<Integer> without) {
        int above = order.below(Math.nextUp(score));
        int down = previous(above - 1, without);
        int up = next(above, without);
        double below = down == NONE ? Double.POSITIVE_INFINITY : order.distance(down, score);
        double over = up == NONE ? Double.POSITIVE_INFINITY : order.distance(up, score);
        boolean belowHas = down != NONE && below <= furthest;
        boolean overHas = up != NONE && over <= furthest && !(belowFirst && belowHas);
        int place = belowHas && (!overHas || below <= over) ? firstBelow(down, score, without) : NONE;
        if (overHas && (!belowHas || over <= below)) {
            int other = firstAbove(up, score, without);
            place = place == NONE || row(other) < row(place) ? other : place;
        }
        return place;
    }

    /** Of the places as far below a score as one, that of the first row. */
    private int firstBelow(int nearest, double score, List<Integer> without) {
        int first = next(start[nearest], without);
        double distance = order.distance(nearest, score);
        for (int place = previous(start[nearest] - 1, without);
                place != NONE && order.distance(place, score) == distance;
                place = previous(start[place] - 1, without)) {
            int own = next(start[place], without);
            first = row(own) < row(first) ? own : first;
        }
        return first;
    }

    /** Likewise above it, where the first place of each score is that of its first row. */
    private int firstAbove(int nearest, double score, List<Integer> without) {
        int first = nearest;
        double distance = order.distance(nearest, score);
        for (int place = nearest;
                place != NONE && order.distance(place, score) == distance;
                place = next(order.below(Math.nextUp(order.scores()[place])), without)) {
            first = row(place) < row(first) ? place : first;
        }
        return first;
    }

    private int next(int from, List<Integer> without) {
        int place = find(after, from + 1) - 1;
        while (place < order.size() && without.contains(row(place))) {
            place = find(after, place + 2) - 1;
        }
        return place < order.size() ? place : NONE;
    }

    private int previous(int from, List<Integer> without) {
        int place = find(before, from + 1) - 1;
        while (place >= 0 && without.contains(row(place))) {
            place = find(before, place) - 1;
        }
        return place >= 0 ? place : NONE;
    }

    /** Follows the steps to their end, and halves them on the way. */
    private static int find(int[] steps, int from) {
        int at = from;
        while (steps[at] != at) {
            steps[at] = steps[steps[at]];
            at = steps[at];
        }
        return at;
    }
}
