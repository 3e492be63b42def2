package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The best of the choices that a search has come upon, so many at most and each once. */
final class BestFound {

    private final int most;
    private final List<Found> found = new ArrayList<>();
    private final Set<BitSet> known = new HashSet<>();

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
        if (value > threshold() && known.add(key(choice))) {
            if (found.size() == most) {
                known.remove(key(found.removeLast().choice()));
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

    private static BitSet key(boolean[] choice) {
        BitSet key = new BitSet(choice.length);
        for (int i = 0; i < choice.length; i++) {
            key.set(i, choice[i]);
        }
        return key;
    }
}
