package org.worthwhile.framework;

/**
 * Where published figures come from.
 *
 * @param date when it was published, as precisely as known
 * @param where the table or section
 * @param verified read in the source; otherwise recalled, and to be checked before use
 */
public record Source(
        String document, String publisher, String date, String where, String licence, boolean verified, String note) {

    /** One line for a list of sources. */
    public String citation() {
        return (publisher.isEmpty() ? "" : publisher + ", ")
                + document
                + (date.isEmpty() ? "" : " (" + date + ")")
                + (where.isEmpty() ? "" : ", " + where);
    }
}
