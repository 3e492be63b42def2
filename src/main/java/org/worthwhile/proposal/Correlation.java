package org.worthwhile.proposal;

/** The rank correlation between two inputs, each named by its path such as {@code community/delivery/amount}. */
public record Correlation(String first, String second, double rank) {

    boolean isOfSamePairAs(Correlation other) {
        return first.equals(other.first) && second.equals(other.second)
                || first.equals(other.second) && second.equals(other.first);
    }
}
