package org.worthwhile.attribution;

/**
 * Data that were left out, and why.
 *
 * @param reason as a clause, such as {@code rows with a missing value}
 */
public record Dropped(String reason, long count) {

    /** The reason as it is said of so many, such as {@code row with a missing value} of one. */
    public String reasonOfCount() {
        return count == 1 ? reason.replaceFirst("^((?:untreated )?(?:row|unit))s\\b", "$1") : reason;
    }
}
