package org.worthwhile.attribution.options;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.worthwhile.attribution.estimation.Covariance;

/** The options that a study gives, under the names by which study files publish them; each design makes its record of them. */
public interface GivenOptions {

    /** The options of a study that gives none. */
    GivenOptions NONE = new GivenOptions() {
        @Override
        public OptionalDouble number(String name) {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<String> text(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> texts(String name) {
            return List.of();
        }

        @Override
        public boolean flag(String name) {
            return false;
        }

        @Override
        public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
            return Optional.empty();
        }
    };

    /** A number; empty where the option is not given, or given as a word that asks for what comes without it. */
    OptionalDouble number(String name);

    /** A text, or a number as a text; empty where the option is not given. */
    Optional<String> text(String name);

    /** A list of texts, or of numbers as texts; without any where the option is not given. */
    List<String> texts(String name);

    /** Whether the option is given and true. */
    boolean flag(String name);

    /** The constant that {@link DesignOptions#name} writes so; empty where the option is not given. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type);

    /** A whole number; empty where the option is not given. */
    default OptionalInt whole(String name) {
        OptionalDouble given = number(name);
        return given.isPresent() ? OptionalInt.of((int) given.getAsDouble()) : OptionalInt.empty();
    }

    /** A time; empty where the option is not given. */
    default Optional<TimePoint> time(String name) {
        return text(name).map(TimePoint::new);
    }

    /** The confidence level of intervals. */
    default double level() {
        return number("level").orElse(DesignOptions.LEVEL);
    }

    /** How often to resample or permute; empty where the study does not say. */
    default OptionalInt draws() {
        return whole("draws");
    }

    /** From which what is drawn follows: a whole number of at most 2^53, which a double holds. */
    default long seed() {
        return (long) number("seed").orElse(DesignOptions.SEED);
    }

    /** How the covariance of coefficients is estimated; empty for the design's own way. */
    default Optional<Covariance.Kind> variance() {
        return choice("variance", Covariance.Kind.class);
    }

    /** With which numbers of clusters two-way clustering corrects for their being few. */
    default Covariance.TwoWay twoWay() {
        return choice("twoWay", Covariance.TwoWay.class).orElse(Covariance.TwoWay.SMALLEST);
    }

    /** How the interval and the test of a regression's effect are computed. */
    default RegressionOptions.Inference regressionInference() {
        return choice("inference", RegressionOptions.Inference.class).orElse(RegressionOptions.Inference.BY_CLUSTERS);
    }
}
