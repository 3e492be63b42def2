package org.worthwhile.uncertainty;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.appraisal.Increment;
import org.worthwhile.appraisal.OptionResult;

/**
 * The counting of which option is best at each price of a unit of one outcome (van Hout, Al, Gordon and Rutten 1994, Health
 * Economics 3).
 */
final class CostAcceptability {

    private static final int STEPS = 20;

    private final CostEffectiveness outcome;
    private final CompiledCase compiled;
    private final double[] thresholds;
    private final List<Integer> order;

    private CostAcceptability(CostEffectiveness outcome, CompiledCase compiled, double highest, List<Integer> order) {
        this.outcome = outcome;
        this.compiled = compiled;
        this.order = order;
        this.thresholds = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> highest * step / STEPS)
                .toArray();
    }

    /**
     * One for each outcome of which one more has a cost: thresholds from 0 to twice the highest cost on the frontier, rounded
     * up to two digits.
     */
    static List<CostAcceptability> of(Appraisal appraisal, List<UncertainInput> inputs) {
        List<Integer> order = cheapestFirst(appraisal, OptionResult::pvPublicCost);
        return appraisal.costEffectiveness().stream()
                .filter(outcome -> highest(outcome).isPresent())
                .map(outcome -> new CostAcceptability(
                        outcome,
                        CompiledCase.ofUnits(appraisal.basis(), inputs, outcome),
                        roundedUp(2 * highest(outcome).getAsDouble()),
                        order))
                .toList();
    }

    /** The positions of options by rising cost and then by id. */
    static List<Integer> cheapestFirst(Appraisal appraisal, ToDoubleFunction<OptionResult> cost) {
        return IntStream.range(0, appraisal.options().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer option) ->
                                cost.applyAsDouble(appraisal.options().get(option)))
                        .thenComparing(option ->
                                appraisal.options().get(option).option().id()))
                .toList();
    }

    private static OptionalDouble highest(CostEffectiveness outcome) {
        return outcome.rows().stream()
                .filter(row -> row.status() == Increment.Status.FRONTIER)
                .flatMap(row -> row.step().stream())
                .flatMapToDouble(step -> step.icer().value().stream())
                .filter(icer -> icer > 0)
                .max();
    }

    private static double roundedUp(double value) {
        double unit = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(value)) - 1);
        return StrictMath.ceil(value / unit) * unit;
    }

    CostEffectiveness outcome() {
        return outcome;
    }

    CompiledCase compiled() {
        return compiled;
    }

    ThresholdCounts counts() {
        return new ThresholdCounts(thresholds, order);
    }
}
