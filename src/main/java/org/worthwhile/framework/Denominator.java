package org.worthwhile.framework;

/**
 * What a framework divides benefits by.
 *
 * @param holder whose costs are below the line
 * @param savingsNetted whether public savings are taken off those costs instead of counted as benefits
 */
public record Denominator(Holder holder, boolean savingsNetted) {

    /** Whose costs are below the line; the costs of all others are taken off benefits. */
    public enum Holder {
        PUBLIC_COST,
        SOCIAL_COST
    }

    /** In words, such as {@code net cost to public budgets, public savings among the benefits}. */
    public String words() {
        return (holder == Holder.PUBLIC_COST ? "net cost to public budgets" : "costs to society")
                + (savingsNetted ? " less public savings" : ", public savings among the benefits");
    }
}
