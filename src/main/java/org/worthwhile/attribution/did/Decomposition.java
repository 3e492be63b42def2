package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.Period;

/**
 * What the two-way coefficient of a binary treatment that stays averages over: every comparison of two groups of units
 * treated from different times, over the periods in which only one of them changes (Goodman-Bacon 2021, Journal of
 * Econometrics 225). Their weights add up to 1 and the weighted estimates to the coefficient.
 */
record Decomposition(List<Comparison> comparisons) {
    Decomposition {
        comparisons = List.copyOf(comparisons);
    }

    /** Who serves as control. */
    enum Against {
        NEVER_TREATED,
        NOT_YET_TREATED,
        ALREADY_TREATED
    }

    /**
     * A comparison of two groups.
     *
     * @param treated the position of the period from which the group whose treatment changes is treated
     * @param control that of the other group; the number of periods for never
     */
    record Comparison(Against against, int treated, int control, double weight, double estimate) {}

    /**
     * A comparison with its periods by name.
     *
     * @param control empty for never
     */
    record Labelled(Against against, Period treated, Optional<Period> control, double weight, double estimate) {

        void describe(ResultFields to) {
            to.text("against", against.name())
                    .period("treated", treated)
                    .period("control", control)
                    .number("weight", weight)
                    .number("estimate", estimate);
        }
    }

    /** The share of the weights of one kind of comparison. */
    double weight(Against against) {
        return comparisons.stream()
                .filter(comparison -> comparison.against == against)
                .mapToDouble(Comparison::weight)
                .sum();
    }

    double estimate() {
        return comparisons.stream()
                .mapToDouble(comparison -> comparison.weight * comparison.estimate)
                .sum();
    }

    /**
     * Decomposes.
     *
     * @param outcomes by unit and period
     * @param starts the first treated period of each unit by position; the number of periods for never
     * @return empty when no group's treatment changes
     */
    static Optional<Decomposition> of(double[][] outcomes, int[] starts) {
        int periods = outcomes[0].length;
        int[] groups = Arrays.stream(starts).distinct().sorted().toArray();
        double[][] means = new double[groups.length][periods];
        double[] shares = new double[groups.length];
        for (int g = 0; g < groups.length; g++) {
            int count = 0;
            for (int unit = 0; unit < starts.length; unit++) {
                if (starts[unit] == groups[g]) {
                    count++;
                    for (int period = 0; period < periods; period++) {
                        means[g][period] += outcomes[unit][period];
                    }
                }
            }
            for (int period = 0; period < periods; period++) {
                means[g][period] /= count;
            }
            shares[g] = (double) count / starts.length;
        }
        List<Comparison> found = new ArrayList<>();
        for (int early = 0; early < groups.length; early++) {
            for (int late = early + 1; late < groups.length; late++) {
                double treatedEarly = 1 - (double) groups[early] / periods;
                double treatedLate = 1 - (double) groups[late] / periods;
                double both = shares[early] + shares[late];
                double part = shares[early] / both;
                double spread = both * both * part * (1 - part) * (treatedEarly - treatedLate);
                if (treatedEarly < 1) {
                    found.add(new Comparison(
                            groups[late] == periods ? Against.NEVER_TREATED : Against.NOT_YET_TREATED,
                            groups[early],
                            groups[late],
                            spread * (1 - treatedEarly),
                            change(means[early], 0, groups[early], groups[late])
                                    - change(means[late], 0, groups[early], groups[late])));
                }
                if (treatedLate > 0) {
                    found.add(new Comparison(
                            Against.ALREADY_TREATED,
                            groups[late],
                            groups[early],
                            spread * treatedLate,
                            change(means[late], groups[early], groups[late], periods)
                                    - change(means[early], groups[early], groups[late], periods)));
                }
            }
        }
        double total = found.stream().mapToDouble(Comparison::weight).sum();
        return total == 0
                ? Optional.empty()
                : Optional.of(new Decomposition(found.stream()
                        .map(comparison -> new Comparison(
                                comparison.against,
                                comparison.treated,
                                comparison.control,
                                comparison.weight / total,
                                comparison.estimate))
                        .toList()));
    }

    /** The mean from {@code middle} to before {@code end} less that from {@code start} to before {@code middle}. */
    private static double change(double[] means, int start, int middle, int end) {
        return DoubleStream.of(Arrays.copyOfRange(means, middle, end)).average().orElseThrow()
                - DoubleStream.of(Arrays.copyOfRange(means, start, middle))
                        .average()
                        .orElseThrow();
    }

    /** The comparisons with the names of observed periods in place of their positions. */
    List<Labelled> labelled(Calendar calendar) {
        int[] observed = calendar.observed();
        return comparisons.stream()
                .map(comparison -> new Labelled(
                        comparison.against,
                        calendar.period(observed[comparison.treated]),
                        comparison.control == observed.length
                                ? Optional.empty()
                                : Optional.of(calendar.period(observed[comparison.control])),
                        comparison.weight,
                        comparison.estimate))
                .toList();
    }
}
