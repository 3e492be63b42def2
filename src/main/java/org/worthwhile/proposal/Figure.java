package org.worthwhile.proposal;

import java.util.Optional;

/**
 * A number that an analyst entered, with how unsure it is when that was said.
 *
 * @param value the central value, on which the appraisal rests
 * @param shared where it is a parameter's value times a factor; how unsure it is, is then the parameter's
 */
public record Figure(double value, Optional<Distribution> uncertainty, Optional<Shared> shared) {

    public static final Figure ZERO = of(0);
    public static final Figure ONE = of(1);

    /**
     * A parameter's value times a factor.
     *
     * @param parameter its id
     */
    public record Shared(String parameter, double times) {}

    /** A number of its own. */
    public Figure(double value, Optional<Distribution> uncertainty) {
        this(value, uncertainty, Optional.empty());
    }

    /** A certain number. */
    public static Figure of(double value) {
        return new Figure(value, Optional.empty());
    }
}
