package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The order of options by what they are worth. The order of the proposal never decides. */
final class Ranking {

    /** Values closer than this share of the largest benefit or cost are the same. */
    private static final double ROUNDING = 1e-12;

    private Ranking() {}

    /** From the highest net present social value down; of those with the same the cheaper first, then by id. */
    static List<OptionResult> of(List<OptionResult> options) {
        double rounding = ROUNDING
                * options.stream()
                        .mapToDouble(option -> Math.max(Math.abs(option.pvb()), Math.abs(option.pvc())))
                        .max()
                        .orElse(0);
        return level(options, option -> -option.npsv(), rounding).stream()
                .flatMap(same -> level(same, OptionResult::pvc, rounding).stream())
                .flatMap(same -> same.stream()
                        .sorted(Comparator.comparing(option -> option.option().id())))
                .toList();
    }

    /** Options by rising value, together where the next is no further away than rounding. */
    private static List<List<OptionResult>> level(
            List<OptionResult> options, ToDoubleFunction<OptionResult> value, double rounding) {
        List<List<OptionResult>> levels = new ArrayList<>();
        double last = Double.NaN;
        for (OptionResult option :
                options.stream().sorted(Comparator.comparingDouble(value)).toList()) {
            double next = value.applyAsDouble(option);
            if (levels.isEmpty() || !(next - last <= rounding)) {
                levels.add(new ArrayList<>());
            }
            levels.getLast().add(option);
            last = next;
        }
        return levels;
    }
}
