package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.proposal.JointDraws;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.Parameters;

/**
 * Parameters whose draws belong together: a trial takes a row, and each of them the value that stands in it. A value is
 * given by the probability at which the empirical distribution of its column gives it, so that everything else that is done
 * with draws is done with these.
 *
 * @param inputs the positions of the parameters among all uncertain inputs
 * @param probabilities by parameter and row
 */
record JointSample(List<Integer> inputs, List<double[]> probabilities, JointDraws.Order order) {

    JointSample {
        inputs = List.copyOf(inputs);
        probabilities = List.copyOf(probabilities);
    }

    /** Of the parameters that are drawn together, as far as the case rests on them. */
    static Optional<JointSample> of(Parameters parameters, List<UncertainInput> inputs) {
        return parameters.draws().map(draws -> {
            List<Integer> positions = new ArrayList<>();
            List<double[]> probabilities = new ArrayList<>();
            for (int input = 0; input < inputs.size(); input++) {
                Optional<List<Double>> column = Parameter.named(
                                inputs.get(input).path())
                        .flatMap(id -> Optional.ofNullable(draws.values().get(id)));
                if (column.isPresent()) {
                    positions.add(input);
                    probabilities.add(probabilities(column.get()));
                }
            }
            return new JointSample(positions, probabilities, draws.order());
        });
    }

    /** How many of so many trials can count as independent: no more than there are rows, if anything rests on these. */
    int independent(int trials) {
        return probabilities.stream().mapToInt(column -> column.length).reduce(trials, Math::min);
    }

    /** In the middle of the step at which the empirical distribution of a column takes each of its values. */
    private static double[] probabilities(List<Double> column) {
        int[] ranked = IntStream.range(0, column.size())
                .boxed()
                .sorted(Comparator.comparingDouble(column::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] probabilities = new double[column.size()];
        for (int rank = 0; rank < ranked.length; rank++) {
            probabilities[ranked[rank]] = (rank + 0.5) / ranked.length;
        }
        return probabilities;
    }

    /**
     * Puts the probabilities of each trial's row in the place of what was drawn.
     *
     * @param draws uniform numbers by input and trial, of which the first parameter's choose rows at random
     * @param first the number of the first trial
     */
    void toProbabilities(double[][] draws, int first, int count) {
        if (inputs.isEmpty()) {
            return;
        }
        int rows = probabilities.getFirst().length;
        int[] chosen = new int[count];
        for (int trial = 0; trial < count; trial++) {
            chosen[trial] = switch (order) {
                case ROWS -> (first + trial) % rows;
                case RANDOM -> Math.min(rows - 1, (int) (draws[inputs.getFirst()][trial] * rows));
            };
        }
        for (int i = 0; i < inputs.size(); i++) {
            double[] ofParameter = probabilities.get(i);
            double[] target = draws[inputs.get(i)];
            for (int trial = 0; trial < count; trial++) {
                target[trial] = ofParameter[chosen[trial]];
            }
        }
    }
}
