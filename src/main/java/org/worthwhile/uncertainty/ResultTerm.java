package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.worthwhile.appraisal.Flows;

/**
 * What a line, or a part of it, adds to the sums of its option: by year flows times the inputs that multiply.
 *
 * @param flows by year with multiplying inputs at the values at which they change nothing, by the values of all
 * @param entries where they are added
 * @param asGiven what each entry adds where no input bends the line and the inputs' product is not below 0
 * @param turnedRound the same where it is below 0, which turns gains into losses
 * @param correction for confidence, which shrinks gains and enlarges losses
 */
record ResultTerm(
        LineInputs inputs,
        Function<Map<String, Double>, Flows> flows,
        List<Entry> entries,
        double[] asGiven,
        double[] turnedRound,
        double correction) {

    /**
     * A sum to which flows are added.
     *
     * @param sum its place
     * @param from the first year that is added, as t
     * @param weights of that year and the following ones
     */
    record Entry(int sum, int from, double[] weights) {

        double of(Flows flows, double correction) {
            double total = 0;
            for (int i = 0; i < weights.length; i++) {
                double flow = flows.at(from + i);
                total += flow * (flow < 0 ? 1 + correction : 1 - correction) * weights[i];
            }
            return total;
        }
    }

    static ResultTerm of(
            LineInputs inputs, Function<Map<String, Double>, Flows> flows, List<Entry> entries, double correction) {
        Flows neutral = flows.apply(inputs.neutral());
        List<Entry> adding = new ArrayList<>();
        for (Entry entry : entries) {
            if (!inputs.bending().isEmpty()
                    || entry.of(neutral, correction) != 0
                    || entry.of(neutral, -correction) != 0) {
                adding.add(entry);
            }
        }
        return new ResultTerm(
                inputs,
                flows,
                List.copyOf(adding),
                adding.stream()
                        .mapToDouble(entry -> entry.of(neutral, correction))
                        .toArray(),
                adding.stream()
                        .mapToDouble(entry -> entry.of(neutral, -correction))
                        .toArray(),
                correction);
    }

    /**
     * Adds the term to sums in each trial.
     *
     * @param draws the values of all uncertain inputs, by input and trial
     * @param products a scratch row
     * @param sums by place and trial, to which the first {@code count} trials are added
     */
    void addTo(double[][] draws, int count, double[] products, double[][] sums) {
        if (entries.isEmpty()) {
            return;
        }
        inputs.multiply(draws, count, products);
        if (!inputs.bending().isEmpty()) {
            addBent(draws, count, products, sums);
            return;
        }
        for (int entry = 0; entry < asGiven.length; entry++) {
            double[] sum = sums[entries.get(entry).sum()];
            double positive = asGiven[entry];
            double negative = turnedRound[entry];
            if (positive == negative) {
                for (int trial = 0; trial < count; trial++) {
                    sum[trial] += products[trial] * positive;
                }
            } else {
                for (int trial = 0; trial < count; trial++) {
                    sum[trial] += products[trial] * (products[trial] < 0 ? negative : positive);
                }
            }
        }
    }

    private void addBent(double[][] draws, int count, double[] products, double[][] sums) {
        for (int trial = 0; trial < count; trial++) {
            Flows bent = flows.apply(inputs.at(draws, trial));
            for (Entry entry : entries) {
                sums[entry.sum()][trial] +=
                        products[trial] * entry.of(bent, products[trial] < 0 ? -correction : correction);
            }
        }
    }
}
