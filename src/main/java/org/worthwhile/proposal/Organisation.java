package org.worthwhile.proposal;

import java.util.Optional;

/**
 * A body that pays, receives or saves.
 *
 * @param agency the kind of agency that it is, such as {@code nhs}, by which unit values split what is saved
 */
public record Organisation(String id, String title, Sector sector, Optional<String> agency) {

    /** A body of no kind of agency in particular. */
    public Organisation(String id, String title, Sector sector) {
        this(id, title, sector, Optional.empty());
    }

    /** Whether its costs are public costs. */
    public boolean isPublic() {
        return sector == Sector.PUBLIC;
    }
}
