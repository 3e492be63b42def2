package org.worthwhile.framework;

import java.util.List;

/**
 * Words for bands of the benefit-cost ratio.
 *
 * @param bands from the lowest up; each begins at its {@code from} and reaches to the next
 * @param note what the framework says of reading them
 */
public record ValueForMoney(List<Band> bands, String note, Source source) {

    /**
     * Ratios that share a word.
     *
     * @param from the lowest ratio in the band; negative infinity for the first
     */
    public record Band(double from, String title) {}

    public ValueForMoney {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("There is at least one band.");
        }
    }

    /** The word for a ratio: that of the highest band that it reaches. */
    public String category(double benefitCostRatio) {
        return bands.reversed().stream()
                .filter(band -> benefitCostRatio >= band.from())
                .findFirst()
                .orElse(bands.getFirst())
                .title();
    }
}
