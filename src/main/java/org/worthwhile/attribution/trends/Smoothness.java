package org.worthwhile.attribution.trends;

import java.util.List;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.estimation.FoldedNormal;

/**
 * What the effect may be where the treated and their controls would have drifted apart along a line but for bends, the slope
 * changing by at most so much from one period to the next, before treatment and after it (Rambachan and Roth 2023, section 2.4.1,
 * Delta SD). The interval is of the fixed length that is least for the worst such drift: around the estimates after treatment less
 * a weighted sum of those before it, whose weights carry any line on exactly and trade what bends may add for sampling error (their
 * section 4; Donoho 1994, Annals of Statistics 22). Its half-length is the critical value of a normal variable's size, shifted by
 * the greatest bias, times the standard error; that the drift before is estimated is in the standard error.
 *
 * <p>With second differences b(t) of the drift, from the earliest period but one to the last but one, the sum's bias is the sum of
 * b(t) times what the weights beyond t add up to, each by its distance from t. That of the reference is decided by the line; those
 * of earlier periods are free, and are the entries of {@link Frontier}. As it chooses by an estimated covariance, no more periods
 * before treatment are used than a sixth of its degrees of freedom, beyond the one that a line needs.
 */
public final class Smoothness {

    private static final int SECTIONS = 32;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double STEP = 1.5;
    private static final int STEPS = 40;
    private static final int FREEDOM_EACH = 6;

    private final EventStudy study;
    private final double level;
    private final double lever;
    private final double ofAfter;
    private final List<double[]> corners;

    /** Of an event study, at its level. */
    public Smoothness(EventStudy study) {
        this.study = study;
        this.level = study.level();
        double[] weights = study.weights();
        double reach = 0;
        double bends = 0;
        for (int t = weights.length - 1; t >= 0; t--) {
            double beyond = 0;
            for (int later = t; later < weights.length; later++) {
                beyond += (later - t + 1) * weights[later];
            }
            bends += t > 0 ? Math.abs(beyond) : 0;
            reach = beyond;
        }
        this.lever = reach;
        this.ofAfter = bends + Math.abs(reach);
        this.corners = corners();
    }

    /** The entries of earlier periods that are free. */
    private int free() {
        double most = Math.floor(study.freedom() / FREEDOM_EACH);
        return most < study.before() - 1 ? (int) most : study.before() - 1;
    }

    private List<double[]> corners() {
        int free = free();
        double[] base = counts(new double[free]);
        double[][] moves = new double[free][];
        for (int i = 0; i < free; i++) {
            double[] entry = new double[free];
            entry[i] = 1;
            moves[i] = counts(entry);
            for (int j = 0; j < base.length; j++) {
                moves[i][j] -= base[j];
            }
        }
        double[][] matrix = new double[free][free];
        double[] linear = new double[free];
        for (int i = 0; i < free; i++) {
            linear[i] = study.covariance(moves[i], base);
            for (int j = 0; j < free; j++) {
                matrix[i][j] = study.covariance(moves[i], moves[j]);
            }
        }
        return Frontier.corners(matrix, linear);
    }

    /** What each estimate counts for, where the weights beyond each earlier period add up to the entries, nearest first. */
    private double[] counts(double[] entries) {
        double[] counts = study.target();
        for (int k = 1; k <= study.before(); k++) {
            counts[study.before() - k] = beyond(entries, k - 1) - 2 * beyond(entries, k) + beyond(entries, k + 1);
        }
        return counts;
    }

    private double beyond(double[] entries, int period) {
        return period == 0 ? lever : period <= entries.length ? entries[period - 1] : 0;
    }

    /** An estimate with half the length of its interval. */
    private record Centre(double estimate, double half) {

        boolean excludesZero() {
            return Math.abs(estimate) > half;
        }
    }

    private Centre at(double[] entries, double bend) {
        double[] counts = counts(entries);
        double error = Math.sqrt(Math.max(0, study.covariance(counts, counts)));
        double bias = ofAfter;
        for (double entry : entries) {
            bias += Math.abs(entry);
        }
        double half = error > 0 ? FoldedNormal.critical(bend * bias / error, level) * error : bend * bias;
        return new Centre(study.combined(counts), half);
    }

    /** The half-length has one minimum along the corners, so that it is next to the best of them. */
    private Centre best(double bend) {
        int nearest = 0;
        Centre best = at(corners.getFirst(), bend);
        for (int i = 1; i < corners.size(); i++) {
            Centre corner = at(corners.get(i), bend);
            if (corner.half < best.half) {
                best = corner;
                nearest = i;
            }
        }
        for (int i = Math.max(1, nearest); i <= Math.min(nearest + 1, corners.size() - 1); i++) {
            Centre inside = between(corners.get(i - 1), corners.get(i), bend);
            best = inside.half < best.half ? inside : best;
        }
        return best;
    }

    /** The least half-length between two corners, by golden sections. */
    private Centre between(double[] from, double[] to, double bend) {
        double low = 0;
        double high = 1;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        Centre atLeft = at(mixed(from, to, left), bend);
        Centre atRight = at(mixed(from, to, right), bend);
        for (int i = 0; i < SECTIONS; i++) {
            if (atLeft.half <= atRight.half) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = at(mixed(from, to, left), bend);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = at(mixed(from, to, right), bend);
            }
        }
        return atLeft.half <= atRight.half ? atLeft : atRight;
    }

    private static double[] mixed(double[] from, double[] to, double share) {
        double[] mixed = new double[from.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = from[i] + share * (to[i] - from[i]);
        }
        return mixed;
    }

    /** Holds the effect at least as often as the level says where no slope changes by more than {@code bend} in a period. */
    public Interval interval(double bend) {
        Centre best = best(bend);
        return new Interval(best.estimate - best.half, best.estimate + best.half, level);
    }

    /** The change of slope in a period up to which no effect is excluded; 0 where it is not even along a line. */
    public double breakdown() {
        if (!best(0).excludesZero()) {
            return 0;
        }
        double excluded = 0;
        double bend = Math.abs(best(0).estimate) / ofAfter / StrictMath.pow(STEP, STEPS / 2.0);
        for (int i = 0; i < STEPS; i++) {
            if (!best(bend).excludesZero()) {
                return Bisection.last(value -> best(value).excludesZero(), excluded, bend);
            }
            excluded = bend;
            bend *= STEP;
        }
        return excluded;
    }

    /** A scale for changes of slope: the greatest seen before treatment. */
    public OptionalDouble scale() {
        double greatest = study.greatestBend();
        return greatest > 0 ? OptionalDouble.of(greatest) : OptionalDouble.empty();
    }
}
