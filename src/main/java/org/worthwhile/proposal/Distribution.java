package org.worthwhile.proposal;

import java.util.List;

/**
 * How unsure an input is. Parameters are in the input's own units, or factors on its value when {@link #relative()}.
 */
public sealed interface Distribution {

    boolean relative();

    record Uniform(double low, double high, boolean relative) implements Distribution {}

    record Triangular(double low, double mode, double high, boolean relative) implements Distribution {}

    /** The beta distribution of project planning, with mean (low + 4 mode + high) / 6. */
    record Pert(double low, double mode, double high, boolean relative) implements Distribution {}

    record Normal(double mean, double sd, boolean relative) implements Distribution {}

    /** Student's t, moved to {@code location} and stretched by {@code scale}. */
    record StudentT(double location, double scale, double degreesOfFreedom, boolean relative) implements Distribution {}

    /** {@code mean} and {@code sd} are those of the variable itself, not of its logarithm. */
    record LogNormal(double mean, double sd, boolean relative) implements Distribution {}

    /** A beta distribution stretched over {@code low} to {@code high}. */
    record Beta(double alpha, double beta, double low, double high, boolean relative) implements Distribution {}

    record Gamma(double shape, double scale, boolean relative) implements Distribution {}

    /** Happens with the given probability: 1 or 0 times the input's value. */
    record Event(double probability) implements Distribution {
        @Override
        public boolean relative() {
            return true;
        }
    }

    record Discrete(List<Double> values, List<Double> probabilities, boolean relative) implements Distribution {
        public Discrete {
            values = List.copyOf(values);
            probabilities = List.copyOf(probabilities);
        }
    }

    record Empirical(List<Double> draws, boolean relative) implements Distribution {
        public Empirical {
            draws = List.copyOf(draws);
        }
    }
}
