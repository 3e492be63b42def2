package org.worthwhile.framework;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All the model packs at hand, by id.
 *
 * @param unusable the analyst's own packs that cannot be used; what they would stand in place of cannot be used either, as its
 *     figures are not those that the analyst wants
 */
public record ModelLibrary(
        Map<String, Framework> frameworks,
        Map<String, PriceIndex> priceIndices,
        Map<String, UnitValue> unitValues,
        List<UnusablePack> unusable) {
    public ModelLibrary {
        unusable = List.copyOf(unusable);
        frameworks = Collections.unmodifiableMap(new TreeMap<>(frameworks));
        priceIndices = Collections.unmodifiableMap(new TreeMap<>(priceIndices));
        unitValues = Collections.unmodifiableMap(new TreeMap<>(unitValues));
    }
}
