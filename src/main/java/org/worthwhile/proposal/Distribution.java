package org.worthwhile.proposal;

import static org.worthwhile.proposal.DistributionRules.between;
import static org.worthwhile.proposal.DistributionRules.first;
import static org.worthwhile.proposal.DistributionRules.ordered;
import static org.worthwhile.proposal.DistributionRules.positive;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.worthwhile.problem.Fault;

/**
 * How unsure an input is. Parameters are in the input's own units, or factors on its value when {@link #relative()}. Each
 * record is a distribution, its name and its components are what files and screens call it and its parameters, in that order:
 * {@link DistributionKind} reads them off here.
 */
public sealed interface Distribution {

    /** Whether parameters are factors on the input's value, and not in its own units. */
    boolean relative();

    /** What is wrong with the parameters; the first fault, as later ones often follow from it. */
    Optional<Fault> fault();

    /** Where the draws lie; of parameters without a {@link #fault}. */
    DistributionRange range();

    /** Whether a value is within {@link #range}, ends included. */
    default boolean holds(double value) {
        return range().holds(value);
    }

    /** The likeliest value, where it is a parameter. */
    default OptionalDouble likeliest() {
        return OptionalDouble.empty();
    }

    /** A parameter that is a probability or a shape, and not in the units of what is uncertain. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Unitless {}

    /** Density rising from {@code low} to {@code mode} and falling to {@code high}, in straight lines. */
    record Triangular(double low, double mode, double high, boolean relative) implements Distribution {
        @Override
        public Optional<Fault> fault() {
            return new DistributionRules(relative).rising(low, mode, high);
        }

        @Override
        public DistributionRange range() {
            return new DistributionRange(low, high);
        }

        @Override
        public OptionalDouble likeliest() {
            return OptionalDouble.of(mode);
        }
    }

    /** The beta distribution of project planning, with mean (low + 4 mode + high) / 6. */
    record Pert(double low, double mode, double high, boolean relative) implements Distribution {
        @Override
        public Optional<Fault> fault() {
            return new DistributionRules(relative).rising(low, mode, high);
        }

        @Override
        public DistributionRange range() {
            return new DistributionRange(low, high);
        }

        @Override
        public OptionalDouble likeliest() {
            return OptionalDouble.of(mode);
        }
    }

    /** Any value from {@code low} to {@code high} with the same density. */
    record Uniform(double low, double high, boolean relative) implements Distribution {
        @Override
        public Optional<Fault> fault() {
            DistributionRules rules = new DistributionRules(relative);
            return first(rules.within("low", low), rules.within("high", high), ordered(low, high));
        }

        @Override
        public DistributionRange range() {
            return new DistributionRange(low, high);
        }
    }

    /** Normal with mean and standard deviation. */
    record Normal(double mean, double sd, boolean relative) implements Distribution {
        @Override
        public Optional<Fault> fault() {
            DistributionRules rules = new DistributionRules(relative);
            return first(rules.within("mean", mean), rules.within("sd", sd), positive("sd", sd));
        }

        @Override
        public DistributionRange range() {
            return DistributionRange.ofNormal(mean, sd);
        }

        @Override
        public OptionalDouble likeliest() {
            return OptionalDouble.of(mean);
        }
    }

    /** {@code mean} and {@code sd} are those of the variable itself, not of its logarithm. */
    record LogNormal(double mean, double sd, boolean relative) implements Distribution {

        /** Beyond, the far draws are all that counts. */
        private static final double WIDEST_VARIATION = 1000;

        @Override
        public Optional<Fault> fault() {
            return first(
                    new DistributionRules(relative).within("mean", mean),
                    positive("mean", mean),
                    positive("sd", sd),
                    between("sd", sd, 0, WIDEST_VARIATION * mean));
        }

        @Override
        public DistributionRange range() {
            double variation = sd / mean;
            double logVariance = StrictMath.log1p(variation * variation);
            DistributionRange logarithm =
                    DistributionRange.ofNormal(StrictMath.log(mean) - logVariance / 2, Math.sqrt(logVariance));
            return new DistributionRange(StrictMath.exp(logarithm.low()), StrictMath.exp(logarithm.high()));
        }
    }

    /** Student's t, moved to {@code location} and stretched by {@code scale}. */
    record StudentT(double location, double scale, @Unitless double degreesOfFreedom, boolean relative)
            implements Distribution {

        /** With fewer, the far draws are all that counts. */
        private static final double LEAST_DEGREES_OF_FREEDOM = 1;

        @Override
        public Optional<Fault> fault() {
            DistributionRules rules = new DistributionRules(relative);
            return first(
                    rules.within("location", location),
                    rules.within("scale", scale),
                    positive("scale", scale),
                    between("degreesOfFreedom", degreesOfFreedom, LEAST_DEGREES_OF_FREEDOM, Double.MAX_VALUE));
        }

        @Override
        public DistributionRange range() {
            return DistributionRange.ofStudentT(location, scale, degreesOfFreedom);
        }

        /** No tail is lighter than that of the normal distribution, so that quantiles only decide beyond its own. */
        @Override
        public boolean holds(double value) {
            return DistributionRange.ofNormal(location, scale).holds(value) || range().holds(value);
        }

        @Override
        public OptionalDouble likeliest() {
            return OptionalDouble.of(location);
        }
    }

    /** A beta distribution stretched over {@code low} to {@code high}. */
    record Beta(@Unitless double alpha, @Unitless double beta, double low, double high, boolean relative)
            implements Distribution {

        /** Between these shapes the quantiles are worked out to eight digits of the standard deviation. */
        private static final double LEAST_SHAPE = 0.3;

        private static final double LARGEST_SHAPE = 1e5;

        @Override
        public Optional<Fault> fault() {
            DistributionRules rules = new DistributionRules(relative);
            return first(
                    between("alpha", alpha, LEAST_SHAPE, LARGEST_SHAPE),
                    between("beta", beta, LEAST_SHAPE, LARGEST_SHAPE),
                    rules.within("low", low),
                    rules.within("high", high),
                    ordered(low, high));
        }

        @Override
        public DistributionRange range() {
            return new DistributionRange(low, high);
        }
    }

    /** Above 0, with mean {@code shape * scale} and variance {@code shape * scale * scale}. */
    record Gamma(@Unitless double shape, double scale, boolean relative) implements Distribution {

        private static final double LEAST_SHAPE = 0.05;
        private static final double LARGEST_SHAPE = 1e6;

        /** Standard deviations, and one scale more, above which no draw in a thousand lies, whatever the shape. */
        private static final double FAR_ABOVE = 10;

        @Override
        public Optional<Fault> fault() {
            return first(
                    between("shape", shape, LEAST_SHAPE, LARGEST_SHAPE),
                    positive("scale", scale),
                    between("scale", scale, 0, new DistributionRules(relative).largest() / Math.max(1, shape)));
        }

        @Override
        public DistributionRange range() {
            GammaDistribution unit = new GammaDistribution(null, shape, 1);
            return new DistributionRange(
                    scale * unit.inverseCumulativeProbability(DistributionRange.TAIL),
                    scale * unit.inverseCumulativeProbability(1 - DistributionRange.TAIL));
        }

        /** Quantiles take far longer than the probability of what is below, so that they only decide near the ends. */
        @Override
        public boolean holds(double value) {
            double units = Math.min(value / scale, shape + FAR_ABOVE * (1 + Math.sqrt(shape)));
            double below = new GammaDistribution(null, shape, 1).cumulativeProbability(units);
            double plainly = 2 * DistributionRange.TAIL;
            return below > plainly && below < 1 - plainly || range().holds(value);
        }
    }

    /** Happens with the given probability: 1 or 0 times the input's value. */
    record Event(@Unitless double probability) implements Distribution {
        @Override
        public Optional<Fault> fault() {
            return between("probability", probability, 0, 1);
        }

        @Override
        public DistributionRange range() {
            return new DistributionRange(probability < 1 ? 0 : 1, probability > 0 ? 1 : 0);
        }

        @Override
        public boolean relative() {
            return true;
        }
    }

    /** One of the values, each with its probability. */
    record Discrete(List<Double> values, @Unitless List<Double> probabilities, boolean relative)
            implements Distribution {

        public Discrete {
            values = List.copyOf(values);
            probabilities = List.copyOf(probabilities);
        }

        @Override
        public Optional<Fault> fault() {
            return first(
                    new DistributionRules(relative).all("values", values),
                    DistributionRules.probabilities(values, probabilities));
        }

        @Override
        public DistributionRange range() {
            return DistributionRange.spanning(IntStream.range(0, values.size())
                    .filter(i -> probabilities.get(i) > 0)
                    .mapToDouble(values::get));
        }
    }

    /** One of the draws, each with the same probability. */
    record Empirical(List<Double> draws, boolean relative) implements Distribution {

        public Empirical {
            draws = List.copyOf(draws);
        }

        @Override
        public Optional<Fault> fault() {
            return new DistributionRules(relative).all("draws", draws);
        }

        @Override
        public DistributionRange range() {
            return DistributionRange.spanning(draws.stream().mapToDouble(Double::doubleValue));
        }
    }
}
