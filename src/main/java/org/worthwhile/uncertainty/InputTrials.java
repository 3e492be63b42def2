package org.worthwhile.uncertainty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.AppraisalCase;

/**
 * What a simulation draws of the uncertain inputs of a case, for those who work out more in each trial than present values.
 *
 * @param inputs the uncertain inputs that move any result
 * @param values what was drawn, by input and trial
 * @param trials how many
 * @param seed of the draws
 */
public record InputTrials(List<UncertainInput> inputs, double[][] values, int trials, long seed) {

    /** So many trials and no more are kept. */
    public static final int MOST = 1 << 16;

    /** Streams of errors are numbered from here on, beyond those of inputs. */
    private static final long ERRORS = 1L << 32;

    public InputTrials {
        inputs = List.copyOf(inputs);
    }

    /**
     * Draws a case; parameters and failures as for {@link Uncertainty#analyse}, whose draws these are.
     *
     * @param trials from 2 to {@link #MOST}
     */
    public static InputTrials of(AppraisalCase basis, int trials, long seed, Sampling sampling, int threads) {
        if (trials > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " trials are kept");
        }
        List<Integer> order =
                IntStream.range(0, basis.proposal().options().size()).boxed().toList();
        return Threads.run(threads, () -> {
            Simulation simulation = Simulation.run(basis, order, List.of(), trials, seed, sampling, threads, _ -> true);
            return new InputTrials(simulation.all(), simulation.values(), trials, seed);
        });
    }

    /**
     * Where the draws of a line are.
     *
     * @param input its position among all
     * @param times what the draw is multiplied by there
     */
    private record Drawn(int input, double times) {}

    /** The uncertain inputs of one line, by their names within it. */
    public final class Line {

        private final Map<String, Drawn> drawn = new HashMap<>();

        private Line(String option, String line) {
            for (int i = 0; i < inputs.size(); i++) {
                for (UncertainInput.Use use : inputs.get(i).uses()) {
                    if (use.option().equals(option) && use.line().equals(line)) {
                        drawn.put(use.name(), new Drawn(i, use.times()));
                    }
                }
            }
        }

        /** Whether every trial is the same. */
        public boolean isCertain() {
            return drawn.isEmpty();
        }

        /** The line's inputs in a trial, as {@link org.worthwhile.proposal.InputChange} takes them. */
        public Map<String, Double> in(int trial) {
            Map<String, Double> changes = new HashMap<>();
            drawn.forEach((name, one) -> changes.put(name, values[one.input][trial] * one.times));
            return changes;
        }
    }

    /** The uncertain inputs of a line of an option. */
    public Line line(String option, String line) {
        return new Line(option, line);
    }

    /**
     * Standard normal numbers, one a trial, that nothing else depends on.
     *
     * @param number of the series, of which each has its own
     */
    public double[] errors(int number) {
        long stream = CounterRandom.stream(seed, ERRORS + number);
        double[] errors = new double[trials];
        CounterRandom.fill(errors, stream, 0, trials);
        for (int trial = 0; trial < trials; trial++) {
            errors[trial] = NormalScore.at(errors[trial]);
        }
        return errors;
    }
}
