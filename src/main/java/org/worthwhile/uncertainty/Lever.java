package org.worthwhile.uncertainty;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.Option;

/**
 * An input that moves an option's net present social value, with the range it is moved over and what that does.
 *
 * @param input the input
 * @param together other inputs that stand for the same truth and move with it in proportion
 * @param low where the range begins
 * @param high where it ends
 * @param npsvAtLow the option's net present social value there, all else at its central values
 * @param npsvAtHigh likewise
 */
public record Lever(
        UncertainInput input,
        List<UncertainInput> together,
        double low,
        double high,
        double npsvAtLow,
        double npsvAtHigh) {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final double CERTAIN_REACH = 0.2;

    public Lever {
        together = List.copyOf(together);
    }

    /**
     * The inputs that move an option most, the strongest first. An uncertain input is moved from its 5th to its 95th
     * percentile; one that is held for certain a fifth of itself down and up, within what it can be.
     *
     * @param option the id of the option
     * @param most how many at most
     */
    public static List<Lever> of(AppraisalCase basis, String option, int most) {
        int place = basis.proposal().options().stream().map(Option::id).toList().indexOf(option);
        List<UncertainInput> uncertain = UncertainInputs.of(basis);
        List<UncertainInput> all = UncertainInputs.all(basis);
        return all.stream()
                .filter(input -> isFirstOfItsTruth(input, all))
                .map(input -> lever(basis, place, input, all, uncertain.contains(input)))
                .filter(lever -> lever.swing() > 0)
                .sorted(Comparator.comparingDouble(Lever::swing).reversed())
                .limit(most)
                .toList();
    }

    private static boolean isFirstOfItsTruth(UncertainInput input, List<UncertainInput> all) {
        return all.stream()
                .filter(other -> other == input || other.isSameTruthAs(input))
                .findFirst()
                .orElseThrow()
                .equals(input);
    }

    private static Lever lever(
            AppraisalCase basis, int option, UncertainInput input, List<UncertainInput> all, boolean uncertain) {
        List<UncertainInput> together = all.stream()
                .filter(other -> other != input && other.isSameTruthAs(input))
                .toList();
        double low;
        double high;
        if (uncertain) {
            Quantile quantile = Quantile.of(input);
            low = Math.min(quantile.at(LOW), quantile.at(HIGH));
            high = Math.max(quantile.at(LOW), quantile.at(HIGH));
        } else {
            Distribution.Uniform possible = (Distribution.Uniform) input.distribution();
            double reach = CERTAIN_REACH * Math.abs(input.base());
            low = Math.max(possible.low(), input.base() - reach);
            high = Math.min(possible.high(), input.base() + reach);
        }
        Lever ranged = new Lever(input, together, low, high, 0, 0);
        return new Lever(input, together, low, high, ranged.npsv(basis, option, low), ranged.npsv(basis, option, high));
    }

    private double npsv(AppraisalCase basis, int option, double value) {
        List<UncertainInput> moving = new java.util.ArrayList<>(List.of(input));
        moving.addAll(together);
        Map<String, Double> moved = changes(value);
        double[] values =
                moving.stream().mapToDouble(each -> moved.get(each.path())).toArray();
        return CompiledCase.ofMoney(basis, moving).npsv(values)[option];
    }

    private double swing() {
        return Math.abs(npsvAtHigh - npsvAtLow);
    }

    /** What every input of the same truth is, by path, when this one is {@code value}. */
    public Map<String, Double> changes(double value) {
        Map<String, Double> changes = new TreeMap<>();
        changes.put(input.path(), value);
        for (UncertainInput other : together) {
            changes.put(other.path(), input.base() == 0 ? other.base() : other.base() * value / input.base());
        }
        return changes;
    }
}
