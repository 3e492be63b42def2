package org.worthwhile.attribution;

import java.util.List;

/** Points to be plotted. */
public record Series(String id, String title, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    /**
     * A point with its interval.
     *
     * @param label of the point's group where a series has several; otherwise empty
     */
    public record Point(String label, double x, double y, double low, double high) {

        /** A point that is not an estimate, so that its interval is itself. */
        public static Point exact(String label, double x, double y) {
            return new Point(label, x, y, y, y);
        }
    }
}
