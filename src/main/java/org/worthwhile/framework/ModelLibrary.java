package org.worthwhile.framework;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** All the model packs at hand, by id. */
public record ModelLibrary(
        Map<String, Framework> frameworks, Map<String, PriceIndex> priceIndices, Map<String, UnitValue> unitValues) {
    public ModelLibrary {
        frameworks = Collections.unmodifiableMap(new TreeMap<>(frameworks));
        priceIndices = Collections.unmodifiableMap(new TreeMap<>(priceIndices));
        unitValues = Collections.unmodifiableMap(new TreeMap<>(unitValues));
    }
}
