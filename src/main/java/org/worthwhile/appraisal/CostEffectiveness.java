package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Valuation;

/**
 * The options compared by what one more unit of an outcome costs.
 *
 * @param outcome its id, or the impact's where no outcome is named
 * @param rows by rising public cost: the present value of net public cost before any saving, against discounted units
 */
public record CostEffectiveness(String outcome, String unit, List<Increment> rows) {

    public CostEffectiveness {
        rows = List.copyOf(rows);
    }

    /** The impact where it counts units of this outcome. */
    public Optional<Impact> counted(Impact impact) {
        return Optional.of(impact)
                .filter(each -> each.valuation() instanceof Valuation.Chain
                        && OutcomeResult.outcomeOf(each).equals(outcome)
                        && each.unit().equals(unit));
    }

    private record Key(String outcome, String unit) {}

    /** By outcome in the order of the options; those left out of which more is worse. */
    static List<CostEffectiveness> of(List<OptionResult> options) {
        Map<Key, Boolean> gains = new LinkedHashMap<>();
        for (OptionResult option : options) {
            for (OutcomeResult outcome : option.outcomes()) {
                gains.merge(new Key(outcome.outcome(), outcome.unit()), outcome.isGain(), Boolean::logicalAnd);
            }
        }
        List<Map<Key, Double>> units =
                options.stream().map(CostEffectiveness::units).toList();
        List<CostEffectiveness> found = new ArrayList<>();
        gains.forEach((key, isGain) -> {
            if (isGain) {
                List<IncrementalAnalysis.Point> points = new ArrayList<>();
                for (int i = 0; i < options.size(); i++) {
                    points.add(new IncrementalAnalysis.Point(
                            options.get(i).option().id(),
                            options.get(i).pvPublicCost(),
                            units.get(i).getOrDefault(key, 0.0)));
                }
                found.add(new CostEffectiveness(key.outcome, key.unit, IncrementalAnalysis.ofUnits(points)));
            }
        });
        return found;
    }

    private static Map<Key, Double> units(OptionResult option) {
        Map<Key, Double> units = new HashMap<>();
        for (OutcomeResult outcome : option.outcomes()) {
            units.merge(new Key(outcome.outcome(), outcome.unit()), 0.0 + outcome.discountedUnits(), Double::sum);
        }
        return units;
    }
}
