package org.worthwhile.problem;

/**
 * One thing wrong with an input.
 *
 * @param place where it is
 * @param what what is wrong, as a clause without a full stop
 * @param remedy what the reader can do about it, as an imperative clause without a full stop
 */
public record Problem(Place place, String what, String remedy) {

    /** The sentence shown on screen, printed by the command line and asserted by tests. */
    public String sentence() {
        return place + ": " + what + "; " + remedy + (remedy.endsWith("?") ? "" : ".");
    }

    @Override
    public String toString() {
        return sentence();
    }
}
