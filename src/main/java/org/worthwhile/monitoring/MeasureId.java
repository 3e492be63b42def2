package org.worthwhile.monitoring;

/**
 * What is measured: a step of a line.
 *
 * @param line the id of a cost line or an impact of the approved option
 */
public record MeasureId(String line, Step step) {

    @Override
    public String toString() {
        return line + "/" + step.word();
    }
}
