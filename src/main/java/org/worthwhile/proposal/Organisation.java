package org.worthwhile.proposal;

/** A body that pays, receives or saves. */
public record Organisation(String id, String title, Sector sector) {

    /** Whether its costs are public costs. */
    public boolean isPublic() {
        return sector == Sector.PUBLIC;
    }
}
