package org.worthwhile.desktop.chart;

import java.util.Arrays;

/**
 * Amounts of one kind, one for each year; gains are positive.
 *
 * @param style class of the kind
 */
public record Bars(String kind, String style, double[] amounts) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Bars bars && kind.equals(bars.kind) && Arrays.equals(amounts, bars.amounts);
    }

    @Override
    public int hashCode() {
        return kind.hashCode();
    }
}
