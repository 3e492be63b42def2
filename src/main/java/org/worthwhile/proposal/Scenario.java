package org.worthwhile.proposal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A named set of changes.
 *
 * @param set the changed value of each input, by its path
 */
public record Scenario(String id, String title, Map<String, Double> set) {
    public Scenario {
        set = Collections.unmodifiableMap(new TreeMap<>(set));
    }
}
