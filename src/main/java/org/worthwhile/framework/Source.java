package org.worthwhile.framework;

/**
 * Where published figures come from.
 *
 * @param edition of the document; empty where it has none
 * @param date when it was published, as precisely as known
 * @param where the table or section
 * @param standing how far its figures can be relied on
 * @param supersededBy what has taken its place; empty where nothing has, or nothing is known to
 */
public record Source(
        String document,
        String publisher,
        String edition,
        String date,
        String where,
        String licence,
        Standing standing,
        String supersededBy,
        String note) {

    /** Whether its figures were read in it. */
    public boolean verified() {
        return standing.isVerified();
    }

    /** One line for a list of sources. */
    public String citation() {
        return (publisher.isEmpty() ? "" : publisher + ", ")
                + document
                + (edition.isEmpty() ? "" : ", " + edition)
                + (date.isEmpty() ? "" : " (" + date + ")")
                + (where.isEmpty() ? "" : ", " + where);
    }
}
