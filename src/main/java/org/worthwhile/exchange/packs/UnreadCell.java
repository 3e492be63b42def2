package org.worthwhile.exchange.packs;

import org.worthwhile.problem.Place;

/**
 * Something in a file that nothing was made of.
 *
 * @param place the cell, or the sheet
 * @param why as a clause
 */
public record UnreadCell(Place place, String why) {

    public String sentence() {
        return place + ": " + why;
    }
}
