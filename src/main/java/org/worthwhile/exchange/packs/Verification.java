package org.worthwhile.exchange.packs;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Whether the figures of a pack are those that their source gives out for the years that they stand for. */
final class Verification {

    /** A reason that they are not. */
    static final String CALENDAR_YEARS = "calendar years stand for the financial years that begin in them";

    private Verification() {}

    /**
     * Writes it into a pack's source.
     *
     * @param doubts the reasons that they are not; none where they are
     * @return what is said of it, a sentence each
     */
    static List<String> put(ObjectNode source, String title, List<String> doubts) {
        source.put("verified", doubts.isEmpty());
        if (doubts.isEmpty()) {
            return List.of();
        }
        String said = String.join("; ", doubts);
        source.put("standing", "unverified").put("note", said);
        return List.of(title + ": not verified, since " + said);
    }
}
