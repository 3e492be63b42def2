package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;

/** The options of an instrumental variable. */
public record InstrumentOptions(
        Estimator estimator, Optional<Covariance.Kind> variance, Covariance.TwoWay twoWay, double level)
        implements DesignOptions {

    public static final InstrumentOptions DEFAULTS = new InstrumentOptions(
            Estimator.TWO_STAGE_LEAST_SQUARES, Optional.empty(), Covariance.TwoWay.SMALLEST, LEVEL);

    /** The member of the k-class. */
    public enum Estimator {
        TWO_STAGE_LEAST_SQUARES("2sls"),
        LIML("liml");

        private final String id;

        Estimator(String id) {
            this.id = id;
        }

        /** As studies and results write it. */
        public String id() {
            return id;
        }
    }

    /** Nothing is drawn. */
    @Override
    public InstrumentOptions withDraws(int draws) {
        return this;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(
                Role.OUTCOME,
                Role.UNIT,
                Role.TREATMENT,
                Role.COVARIATES,
                Role.CLUSTER,
                Role.WEIGHT,
                Role.INSTRUMENTS,
                Role.FIXED_EFFECTS);
    }
}
