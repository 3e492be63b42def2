package org.worthwhile.appraisal;

import org.worthwhile.framework.Standing;

/**
 * A published figure that an appraisal rests on and that is not verified, or is no longer or not yet in force.
 *
 * @param figure what it is, such as {@code Discount rates} or a unit value's id
 * @param title what readers know it by: without ids
 * @param source where it comes from
 * @param supersededBy what has taken its place; empty where nothing is known to
 * @param moves by what share of it the net present social value of the option that it moves most would differ without the
 *     figure: undiscounted, without the uplift, at unchanged prices, or with the unit worth nothing
 */
public record FigureStanding(
        String figure, String title, Standing standing, String source, String supersededBy, Indicator moves) {

    private static final double MATERIAL = 0.1;

    /** Whether it moves the result by more than a tenth, or by nobody knows how much. */
    public boolean isMaterial() {
        return moves.value().isEmpty() || moves.value().getAsDouble() > MATERIAL;
    }
}
