package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The choice as an integer programme. Its columns are the candidates by position and then, for each proposal, none of it;
 * exactly one column of each proposal is chosen, so that values and rules' sums add up over proposals. Each rule is divided
 * by its greatest coefficient, and its limits are wider by what rounding may do, so that no bound cuts off what keeps to
 * the rules. What a rule says of one proposal alone is settled beforehand, and rules that cannot be broken are left out.
 *
 * @param candidates how many there are
 * @param values of the columns
 * @param rules how many there are
 * @param coefficients of column {@code j} from {@code j * rules} on
 * @param lowest sums that the rules allow; may be infinite
 * @param highest sums that the rules allow; may be infinite
 * @param sizes the greatest magnitude that a rule's sum can have
 * @param choices the columns that may be chosen, by proposal; none where the constraints cannot be kept
 * @param alike a number for each proposal that it shares with those that have the same values and coefficients
 * @param ordinals of the columns among those of their proposal
 * @param positions of the rules among those it was made of
 * @param scales that the rules were divided by
 */
record IntegerProgramme(
        int candidates,
        double[] values,
        int rules,
        double[] coefficients,
        double[] lowest,
        double[] highest,
        double[] sizes,
        int[][] choices,
        int[] alike,
        int[] ordinals,
        int[] positions,
        double[] scales) {

    /** Of a rule that was added. */
    private static final int NO_POSITION = Integer.MAX_VALUE;

    /** @param values of the candidates, in their order */
    static IntegerProgramme of(List<Candidate> candidates, double[] values, List<Rule> rules) {
        return of(candidates, values, rules, 2);
    }

    /** With the rules about one proposal alone among its rules, as parts of an option can keep to one that the whole breaks. */
    static IntegerProgramme relaxed(List<Candidate> candidates, double[] values, List<Rule> rules) {
        return of(candidates, values, rules, 1);
    }

    /** @param fewest proposals that a rule is about if it is not settled beforehand */
    private static IntegerProgramme of(List<Candidate> candidates, double[] values, List<Rule> rules, int fewest) {
        List<List<Integer>> byProposal = Candidate.byProposal(candidates);
        int[][] choices = new int[byProposal.size()][];
        int[] proposals = new int[values.length];
        int[] ordinals = new int[values.length + choices.length];
        int next = 0;
        for (List<Integer> options : byProposal) {
            int proposal = next++;
            choices[proposal] = IntStream.concat(
                            options.stream().mapToInt(Integer::intValue), IntStream.of(values.length + proposal))
                    .toArray();
            options.forEach(i -> proposals[i] = proposal);
        }
        boolean possible = true;
        List<Integer> kept = new ArrayList<>();
        for (int k = 0; k < rules.size(); k++) {
            double[] coefficients = rules.get(k).coefficients();
            int[] touched = IntStream.range(0, values.length)
                    .filter(i -> coefficients[i] != 0)
                    .map(i -> proposals[i])
                    .distinct()
                    .toArray();
            if (touched.length >= fewest) {
                kept.add(k);
            } else if (touched.length == 1) {
                Rule rule = rules.get(k);
                choices[touched[0]] = Arrays.stream(choices[touched[0]])
                        .filter(j -> rule.holds(j < values.length ? coefficients[j] : 0))
                        .toArray();
            } else {
                possible = possible && rules.get(k).holds(0.0);
            }
        }
        if (!possible && choices.length > 0) {
            choices[0] = new int[0];
        }
        for (int[] columns : choices) {
            for (int place = 0; place < columns.length; place++) {
                ordinals[columns[place]] = place;
            }
        }
        kept.removeIf(k -> cannotBeBroken(rules.get(k), choices));
        return scaled(values, rules, kept, choices, ordinals);
    }

    private static boolean cannotBeBroken(Rule rule, int[][] choices) {
        double least = 0;
        double most = 0;
        for (int[] columns : choices) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int j : columns) {
                double coefficient = j < rule.coefficients().length ? rule.coefficients()[j] : 0;
                low = Math.min(low, coefficient);
                high = Math.max(high, coefficient);
            }
            least += low;
            most += high;
        }
        return least >= rule.lower() && most <= rule.upper();
    }

    private static IntegerProgramme scaled(
            double[] values, List<Rule> rules, List<Integer> kept, int[][] choices, int[] ordinals) {
        int columns = ordinals.length;
        int count = kept.size();
        double[] coefficients = new double[columns * count];
        double[] lowest = new double[count];
        double[] highest = new double[count];
        double[] sizes = new double[count];
        double[] scales = new double[count];
        for (int r = 0; r < count; r++) {
            Rule rule = rules.get(kept.get(r));
            scales[r] = Arrays.stream(rule.coefficients()).map(Math::abs).max().orElse(1);
            double size = 0;
            for (int[] proposal : choices) {
                double greatest = 0;
                for (int j : proposal) {
                    if (j < values.length) {
                        coefficients[j * count + r] = rule.coefficients()[j] / scales[r];
                        greatest = Math.max(greatest, Math.abs(rule.coefficients()[j]));
                    }
                }
                size += greatest;
            }
            lowest[r] = (rule.lower() - Rule.slack(size)) / scales[r];
            highest[r] = (rule.upper() + Rule.slack(size)) / scales[r];
            sizes[r] = size / scales[r];
        }
        double[] all = Arrays.copyOf(values, columns);
        return new IntegerProgramme(
                values.length,
                all,
                count,
                coefficients,
                lowest,
                highest,
                sizes,
                choices,
                alike(all, coefficients, count, choices),
                ordinals,
                kept.stream().mapToInt(Integer::intValue).toArray(),
                scales);
    }

    private static int[] alike(double[] values, double[] coefficients, int rules, int[][] choices) {
        Map<List<Double>, Integer> seen = new HashMap<>();
        return Arrays.stream(choices)
                .mapToInt(columns -> {
                    List<Double> figures = new ArrayList<>();
                    for (int j : columns) {
                        figures.add(values[j]);
                        for (int r = 0; r < rules; r++) {
                            figures.add(coefficients[j * rules + r] + 0.0);
                        }
                    }
                    return seen.computeIfAbsent(List.copyOf(figures), _ -> seen.size());
                })
                .toArray();
    }

    /**
     * The same with rules that every choice keeps to.
     *
     * @param cuts ones for some columns and zeros for the others, and last how many of the former may be chosen
     */
    IntegerProgramme with(List<double[]> cuts) {
        int count = rules + cuts.size();
        int columns = values.length;
        double[] all = new double[columns * count];
        for (int j = 0; j < columns; j++) {
            System.arraycopy(coefficients, j * rules, all, j * count, rules);
            for (int cut = 0; cut < cuts.size(); cut++) {
                all[j * count + rules + cut] = cuts.get(cut)[j];
            }
        }
        double[] low = Arrays.copyOf(lowest, count);
        double[] high = Arrays.copyOf(highest, count);
        double[] greatest = Arrays.copyOf(sizes, count);
        int[] places = Arrays.copyOf(positions, count);
        double[] factors = Arrays.copyOf(scales, count);
        for (int cut = 0; cut < cuts.size(); cut++) {
            low[rules + cut] = Double.NEGATIVE_INFINITY;
            high[rules + cut] = cuts.get(cut)[columns];
            greatest[rules + cut] = choices.length;
            places[rules + cut] = NO_POSITION;
            factors[rules + cut] = 1;
        }
        return new IntegerProgramme(
                candidates, values, count, all, low, high, greatest, choices, alike, ordinals, places, factors);
    }

    /** The same where every proposal is unlike all others. */
    IntegerProgramme withoutLikeness() {
        return new IntegerProgramme(
                candidates,
                values,
                rules,
                coefficients,
                lowest,
                highest,
                sizes,
                choices,
                IntStream.range(0, choices.length).toArray(),
                ordinals,
                positions,
                scales);
    }

    double coefficient(int rule, int column) {
        return coefficients[column * rules + rule];
    }

    /** The columns that may be chosen together with one, if any; empty where a proposal has none. */
    Optional<int[][]> choicesWith(OptionalInt column) {
        int[][] left = column.isEmpty()
                ? choices
                : Arrays.stream(choices)
                        .map(columns -> belongs(column.getAsInt(), columns) ? new int[] {column.getAsInt()} : columns)
                        .toArray(int[][]::new);
        boolean reached =
                column.isEmpty() || Arrays.stream(choices).anyMatch(columns -> belongs(column.getAsInt(), columns));
        return impossible() || !reached ? Optional.empty() : Optional.of(left);
    }

    private static boolean belongs(int column, int[] columns) {
        return IntStream.of(columns).anyMatch(j -> j == column);
    }

    /** Whether some proposal has no column left. */
    boolean impossible() {
        return Arrays.stream(choices).anyMatch(columns -> columns.length == 0);
    }
}
