package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Figures of a published table by year or month, of which each has one. */
final class PublishedFigures<K extends Comparable<K>> {

    private final SortedMap<K, Double> figures = new TreeMap<>();
    private final SortedMap<K, Place> places = new TreeMap<>();
    private final List<Problem> repeated = new ArrayList<>();

    /** The same figure again is no other. */
    void put(K time, double figure, Place place) {
        Double before = figures.putIfAbsent(time, figure);
        places.putIfAbsent(time, place);
        if (before != null && before != figure) {
            repeated.add(new Problem(
                    place,
                    time + " is there twice, with " + NumberText.of(before) + " and here with " + NumberText.of(figure),
                    "keep the one that is published"));
        }
    }

    /** @throws InvalidInput with every time that has two figures */
    void requireOneEach() {
        if (!repeated.isEmpty()) {
            throw new InvalidInput(repeated);
        }
    }

    SortedMap<K, Double> all() {
        return Collections.unmodifiableSortedMap(figures);
    }

    Optional<Place> place(K time) {
        return Optional.ofNullable(places.get(time));
    }
}
