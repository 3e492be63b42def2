package org.worthwhile.framework;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One body of appraisal guidance, as data.
 *
 * @param standing whether it is in force, and how far its rates can be relied on
 * @param supersededBy what has taken its place; empty where nothing has, or nothing is known to
 * @param priceIndex the id of the index that turns money of one price year into another's; absent where none is at hand,
 *     so that all money must be at the appraisal's prices
 * @param longHorizon a further sensitivity for long appraisal periods, where the guidance has one
 * @param rateSensitivities other rates at which results are to be looked at
 * @param optimismBias by type of project; empty where the guidance has no such table
 * @param confidenceCorrections for each confidence grade, from grade 1, as fractions; empty where the guidance has none
 * @param incomeElasticity of marginal utility, for distributional weights; absent where the guidance has none
 * @param marginalCostOfPublicFunds what society gives up for a pound of net public cost, such as 1.25; absent where the guidance
 *     sets none
 * @param valueForMoney words for ratios; absent where the guidance has none
 * @param sources by what they are the source of
 */
public record Framework(
        String id,
        String title,
        String publisher,
        String edition,
        String summary,
        Standing standing,
        String supersededBy,
        Optional<String> priceIndex,
        DiscountSchedule standard,
        DiscountSchedule health,
        Optional<LongHorizon> longHorizon,
        List<RateSensitivity> rateSensitivities,
        List<OptimismBiasType> optimismBias,
        List<Double> confidenceCorrections,
        Optional<Double> incomeElasticity,
        Optional<Double> marginalCostOfPublicFunds,
        Denominator denominator,
        Optional<ValueForMoney> valueForMoney,
        Map<String, Source> sources) {

    /** What sources are of. */
    public static final String DISCOUNT_RATES = "Discount rates";

    public static final String OPTIMISM_BIAS = "Optimism bias";
    public static final String CONFIDENCE_CORRECTIONS = "Confidence corrections";
    public static final String DISTRIBUTIONAL_WEIGHTS = "Distributional weights";
    public static final String MARGINAL_COST_OF_PUBLIC_FUNDS = "Marginal cost of public funds";
    public static final String VALUE_FOR_MONEY = "Value for money categories";
    public static final String PRESENTATION = "Presentation";

    public Framework {
        rateSensitivities = List.copyOf(rateSensitivities);
        optimismBias = List.copyOf(optimismBias);
        confidenceCorrections = List.copyOf(confidenceCorrections);
        sources = Map.copyOf(sources);
    }

    /** The same guidance without corrections for confidence. */
    public Framework withoutConfidenceCorrections() {
        return new Framework(
                id,
                title,
                publisher,
                edition,
                summary,
                standing,
                supersededBy,
                priceIndex,
                standard,
                health,
                longHorizon,
                rateSensitivities,
                optimismBias,
                List.of(),
                incomeElasticity,
                marginalCostOfPublicFunds,
                denominator,
                valueForMoney,
                sources);
    }

    /** The correction for a confidence grade from 1 (best) to 6; 0 where the framework has none. */
    public double confidenceCorrection(int grade) {
        return confidenceCorrections.isEmpty() ? 0 : confidenceCorrections.get(grade - 1);
    }

    /**
     * The weight of a pound to a group: its equivalised income over the median, to the power of minus the elasticity
     * (HM Treasury, Green Book, annex on distributional analysis). 1 where the framework has no elasticity.
     *
     * @param incomeIndex equivalised income over the median, above 0
     */
    public double distributionalWeight(double incomeIndex) {
        return incomeElasticity
                .map(elasticity -> StrictMath.pow(incomeIndex, -elasticity))
                .orElse(1.0);
    }
}
