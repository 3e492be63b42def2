package org.worthwhile.attribution.trends;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Interval;

/**
 * What the effect may be where the treated and their controls would have drifted apart after treatment, from one period to the next,
 * by at most a multiple of the largest such drift before it (Rambachan and Roth 2023, section 2.4.2, Delta RM). Which drift before
 * was the largest, and in which direction, is not known, so that an effect stays possible where {@link DriftTest} leaves it for any
 * of them. That the drifts before are estimated is allowed for.
 */
public final class RelativeMagnitudes {

    /** Beyond this multiple the largest drift before is no measure of anything. */
    static final double MOST = 20;

    private static final int GRID = 64;
    private static final int HALVINGS = 36;
    private static final double STEP = 1.25;
    private static final double FIRST = 0.05;

    private final EventStudy study;
    private final double level;
    private final double estimate;

    /** Of an event study, at its level. */
    public RelativeMagnitudes(EventStudy study) {
        this.study = study;
        this.level = study.level();
        this.estimate = study.combined(study.target());
    }

    /** One drift before treatment, in one direction, taken as the largest. */
    DriftTest largest(int position, int sign, double multiple) {
        double[] drift = study.change(position);
        for (int i = 0; i < drift.length; i++) {
            drift[i] *= sign;
        }
        double[] target = study.target();
        double[] weights = study.weights();
        int after = study.after();
        double[] ofDistance = new double[after + 2];
        double[] ofDrift = new double[after + 2];
        double reach = 0;
        double along = 0;
        double against = 0;
        double fromHere = 0;
        for (int t = after - 1; t >= 0; t--) {
            fromHere += weights[t];
            double up = error(study.change(study.before() + t), 1, drift, multiple);
            double down = error(study.change(study.before() + t), -1, drift, multiple);
            reach += Math.abs(fromHere);
            along += Math.abs(fromHere) * (fromHere >= 0 ? up : down);
            against += Math.abs(fromHere) * (fromHere >= 0 ? down : up);
            ofDrift[t + 2] = -2 * multiple / (up + down);
        }
        ofDistance[0] = 1 / along;
        ofDrift[0] = -multiple * reach / along;
        ofDistance[1] = -1 / against;
        ofDrift[1] = -multiple * reach / against;
        return new DriftTest(
                study.combined(drift),
                ofDistance,
                ofDrift,
                new DriftTest.Spread(
                        study.covariance(target, target),
                        study.covariance(drift, drift),
                        study.covariance(target, drift)),
                1 - level);
    }

    /** The standard error of a change in one direction less the multiple of the drift. */
    private double error(double[] change, int sign, double[] drift, double multiple) {
        double[] counts = new double[change.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = sign * change[i] - multiple * drift[i];
        }
        return Math.sqrt(study.covariance(counts, counts));
    }

    /** From the least to the greatest effect that stays possible. */
    public Interval interval(double multiple) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int position = 0; position < study.before(); position++) {
            for (int sign : new int[] {-1, 1}) {
                DriftTest largest = largest(position, sign, multiple);
                double[] bounds = largest.bounds();
                if (bounds[0] <= bounds[1]) {
                    high = Math.max(
                            high,
                            estimate - outermost(largest, bounds[0], bounds[1]).orElse(Double.POSITIVE_INFINITY));
                    low = Math.min(
                            low,
                            estimate - outermost(largest, bounds[1], bounds[0]).orElse(Double.NEGATIVE_INFINITY));
                }
            }
        }
        return new Interval(low, high, level);
    }

    /** The accepted distance nearest to the first of two bounds; empty where none is accepted. */
    private static OptionalDouble outermost(DriftTest largest, double from, double to) {
        for (int i = 0; i <= GRID; i++) {
            double inner = from + (to - from) * i / GRID;
            if (largest.accepts(inner)) {
                double outer = from + (to - from) * Math.max(0, i - 1) / GRID;
                for (int halving = 0; halving < HALVINGS; halving++) {
                    double middle = (inner + outer) / 2;
                    if (largest.accepts(middle)) {
                        inner = middle;
                    } else {
                        outer = middle;
                    }
                }
                return OptionalDouble.of(inner);
            }
        }
        return OptionalDouble.empty();
    }

    private boolean excludesZero(double multiple) {
        return IntStream.range(0, 2 * study.before())
                .noneMatch(i -> largest(i / 2, i % 2 == 0 ? -1 : 1, multiple).accepts(estimate));
    }

    /**
     * The multiple up to which no effect is excluded; 0 where it is not even without any drift, empty where it is up to
     * {@link #MOST}.
     */
    public OptionalDouble breakdown() {
        if (!excludesZero(0)) {
            return OptionalDouble.of(0);
        }
        double excluded = 0;
        for (double multiple = FIRST; multiple <= MOST; multiple *= STEP) {
            if (!excludesZero(multiple)) {
                return OptionalDouble.of(Bisection.last(this::excludesZero, excluded, multiple));
            }
            excluded = multiple;
        }
        return OptionalDouble.empty();
    }
}
