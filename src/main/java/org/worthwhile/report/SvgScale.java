package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;

/** Values along an axis of a drawing. */
record SvgScale(double low, double high, double from, double to) {

    private static final int MOST_MARKS = 7;

    /** Where a value is. */
    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Where a value is, or the end of the axis beyond which it is. */
    double within(double value) {
        return at(Math.max(low, Math.min(high, value)));
    }

    /** Round values to be marked. */
    List<Double> marks() {
        double step = Math.pow(10, Math.floor(Math.log10((high - low) / MOST_MARKS)));
        for (int factor : new int[] {1, 2, 5, 10}) {
            if ((high - low) / (step * factor) <= MOST_MARKS) {
                step *= factor;
                break;
            }
        }
        List<Double> marks = new ArrayList<>();
        for (double mark = Math.ceil(low / step) * step; mark <= high; mark += step) {
            marks.add(Math.rint(mark / step) * step);
        }
        return marks;
    }
}
