package org.worthwhile.synthesis;

import java.util.List;

/**
 * What a study tells of the effect, on the scale on which estimates are combined.
 *
 * @param study its name
 * @param variance of the estimate, the square of its standard error
 * @param notes what was taken for what
 */
public record EffectSize(String study, double estimate, double variance, List<String> notes) {
    public EffectSize {
        notes = List.copyOf(notes);
    }

    /** The root of the variance. */
    public double standardError() {
        return Math.sqrt(variance);
    }
}
