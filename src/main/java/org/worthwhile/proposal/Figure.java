package org.worthwhile.proposal;

import java.util.Optional;

/**
 * A number that an analyst entered, with how unsure it is when that was said.
 *
 * @param value the central value, on which the appraisal rests
 */
public record Figure(double value, Optional<Distribution> uncertainty) {

    public static final Figure ZERO = of(0);
    public static final Figure ONE = of(1);

    public static Figure of(double value) {
        return new Figure(value, Optional.empty());
    }
}
