package org.worthwhile.proposal;

import java.util.List;
import java.util.Optional;

/**
 * How an effect unfolds over the years from the year in which people are taken in.
 *
 * @param lag whole years from being taken in to the first effect
 * @param rampUp shares of the full effect in the first effect year and those after it; empty means 1 at once
 * @param dropOff the share of the effect lost in each year after the ramp-up
 * @param duration whole years of effect from the first effect year, ramp-up included; absent means to the period's end
 */
public record Profile(Figure lag, List<Figure> rampUp, Figure dropOff, Optional<Figure> duration) {
    public Profile {
        rampUp = List.copyOf(rampUp);
    }
}
