package org.worthwhile.trackrecord;

/** What is known of the next project. */
public sealed interface Expectation {

    /** A distribution of its ratio. */
    record Known(NextProject next) implements Expectation {}

    /**
     * Nothing can be said of it.
     *
     * @param reason a clause
     */
    record NotKnown(String reason) implements Expectation {}
}
