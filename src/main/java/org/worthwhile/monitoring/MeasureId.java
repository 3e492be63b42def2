package org.worthwhile.monitoring;

import java.util.Comparator;

/**
 * What is measured: a step of a line.
 *
 * @param line the id of a cost line or an impact of the approved option
 */
public record MeasureId(String line, Step step) implements Comparable<MeasureId> {

    private static final Comparator<MeasureId> ORDER =
            Comparator.comparing(MeasureId::line).thenComparing(MeasureId::step);

    @Override
    public int compareTo(MeasureId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line + "/" + step.word();
    }
}
