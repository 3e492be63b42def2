package org.worthwhile.problem;

/**
 * A problem whose place is not known yet.
 *
 * @param what what is wrong, as a clause without a full stop
 * @param remedy what the reader can do about it, as an imperative clause without a full stop
 */
public record Fault(String what, String remedy) {

    public Problem at(Place place) {
        return new Problem(place, what, remedy);
    }
}
