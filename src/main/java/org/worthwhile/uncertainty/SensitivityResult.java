package org.worthwhile.uncertainty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Parameter;

/**
 * What an appraisal answers when its inputs are moved, without chance.
 *
 * @param tornado a bar for each uncertain input and option that it moves, the widest first
 * @param grids for each option its two most moving uncertain inputs, moved together
 * @param switching for every input, uncertain or not, and every option that it moves
 */
public record SensitivityResult(
        List<Bar> tornado, List<Grid> grids, List<Switching> switching, List<ScenarioResult> scenarios) {
    public SensitivityResult {
        tornado = List.copyOf(tornado);
        grids = List.copyOf(grids);
        switching = List.copyOf(switching);
        scenarios = List.copyOf(scenarios);
    }

    /**
     * An option's net present social value at the 5th and the 95th percentile of one input, all others at their central
     * values.
     */
    public record Bar(String input, String option, double low, double high, double npsvAtLow, double npsvAtHigh) {}

    /**
     * An option's net present social value at the 5th, 25th, 50th, 75th and 95th percentiles of two inputs.
     *
     * @param npsv by value of the first input and value of the second
     */
    public record Grid(
            String option,
            String first,
            List<Double> firstValues,
            String second,
            List<Double> secondValues,
            List<List<Double>> npsv) {
        public Grid {
            firstValues = List.copyOf(firstValues);
            secondValues = List.copyOf(secondValues);
            npsv = npsv.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Where an input would change the answer. Inputs that stand for the same truth move with it in proportion.
     *
     * @param from the lowest value searched
     * @param to the highest
     * @param breakEven the value at which the option's net present social value is 0; absent when none in its range is
     * @param overtaken the value at which the option draws level with the best other one; absent likewise
     */
    public record Switching(
            String input,
            String option,
            double base,
            double from,
            double to,
            Optional<Double> breakEven,
            Optional<Double> overtaken) {

        /** The break-even where the input can come to it. */
        public Optional<Double> possibleBreakEven() {
            return breakEven.filter(this::canBe);
        }

        /** The value at which another option is best, where the input can come to it. */
        public Optional<Double> possibleOvertaken() {
            return overtaken.filter(this::canBe);
        }

        /** Within what the input can be and, to three digits as it is written, short of its ends. A parameter can be anything. */
        private boolean canBe(double value) {
            if (Parameter.named(input).isPresent()) {
                return true;
            }
            InputKind kind = InputKind.of(input.split("/", 3)[2]);
            double written = kind.unit().isFraction() ? 100 : 1;
            double rounded = new BigDecimal(value * written).round(DIGITS).doubleValue();
            return kind.bounds().low() * written < rounded
                    && rounded < kind.bounds().high() * written;
        }
    }

    private static final MathContext DIGITS = new MathContext(3);

    /** The net present social values of options, in the proposal's order, in a scenario. */
    public record ScenarioResult(String id, String title, List<Double> npsv) {
        public ScenarioResult {
            npsv = List.copyOf(npsv);
        }
    }
}
