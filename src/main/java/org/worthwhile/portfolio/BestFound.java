package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The best of the choices that a search has come upon, so many at most and each once. */
final class BestFound {

    private final int most;
    private final List<Found> found = new ArrayList<>();

    /** A choice and what it is worth. */
    record Found(boolean[] choice, double value) {}

    BestFound(int most) {
        this.most = most;
    }

    /** What a choice must be worth more than to be taken over. */
    double threshold() {
        return found.size() < most ? Double.NEGATIVE_INFINITY : found.getLast().value();
    }

    /** Takes over a choice that is worth more than the threshold, unless it is known. */
    void add(boolean[] choice, double value) {
        if (value > threshold() && found.stream().noneMatch(known -> Arrays.equals(known.choice(), choice))) {
            if (found.size() == most) {
                found.removeLast();
            }
            found.add(new Found(choice, value));
            found.sort(Comparator.comparingDouble(Found::value).reversed());
        }
    }

    /** From the best down. */
    List<Found> all() {
        return List.copyOf(found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
