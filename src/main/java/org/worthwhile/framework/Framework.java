package org.worthwhile.framework;

import java.util.List;
import java.util.Map;

/**
 * One body of appraisal guidance, as data.
 *
 * @param confidenceCorrections the correction for each confidence grade, from grade 1, as fractions
 * @param priceIndex the id of the index that turns money of one price year into another's
 * @param sources by what they are the source of
 */
public record Framework(
        String id,
        String title,
        String publisher,
        String edition,
        String summary,
        String priceIndex,
        DiscountSchedule standard,
        DiscountSchedule health,
        List<OptimismBiasType> optimismBias,
        List<Double> confidenceCorrections,
        ValueForMoney valueForMoney,
        Map<String, Source> sources) {

    public Framework {
        optimismBias = List.copyOf(optimismBias);
        confidenceCorrections = List.copyOf(confidenceCorrections);
        sources = Map.copyOf(sources);
    }

    /** The correction for a confidence grade from 1 (best) to 6. */
    public double confidenceCorrection(int grade) {
        return confidenceCorrections.get(grade - 1);
    }
}
