package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an option adds to the next cheaper one that is not dominated.
 *
 * @param against the id of that option; absent for the cheapest
 * @param cost of the option less that of the other, as present values
 * @param benefit likewise
 * @param ratio benefit / cost
 * @param dominatedBy the id of an option with no more cost and no less benefit, when there is one
 */
public record Increment(
        String option,
        Optional<String> against,
        double cost,
        double benefit,
        Indicator ratio,
        Optional<String> dominatedBy) {

    /** The increments, from the cheapest option up; of options with the same cost, the one with most benefit first. */
    static List<Increment> of(List<OptionResult> options) {
        List<OptionResult> rising = options.stream()
                .sorted(Comparator.comparingDouble(OptionResult::pvc)
                        .thenComparing(
                                Comparator.comparingDouble(OptionResult::pvb).reversed()))
                .toList();
        List<Increment> increments = new ArrayList<>();
        Optional<OptionResult> previous = Optional.empty();
        for (OptionResult option : rising) {
            Optional<OptionResult> dominant = previous.filter(cheaper -> dominates(cheaper, option));
            double cost = previous.map(other -> option.pvc() - other.pvc()).orElse(0.0);
            double benefit = previous.map(other -> option.pvb() - other.pvb()).orElse(0.0);
            increments.add(new Increment(
                    option.option().id(),
                    previous.map(other -> other.option().id()),
                    cost,
                    benefit,
                    previous.isEmpty()
                            ? Indicator.notMeaningful("no option is cheaper")
                            : Indicator.ratio(benefit, cost, "the option costs no more than the one before it"),
                    dominant.map(other -> other.option().id())));
            if (dominant.isEmpty()) {
                previous = Optional.of(option);
            }
        }
        return increments;
    }

    private static boolean dominates(OptionResult cheaper, OptionResult option) {
        return cheaper.pvb() > option.pvb() || (cheaper.pvb() == option.pvb() && cheaper.pvc() < option.pvc());
    }
}
