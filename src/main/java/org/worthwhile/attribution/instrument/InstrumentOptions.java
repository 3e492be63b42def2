package org.worthwhile.attribution.instrument;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** The options of an instrumental variable. */
public record InstrumentOptions(
        Estimator estimator, Optional<Covariance.Kind> variance, Covariance.TwoWay twoWay, double level)
        implements DesignOptions {

    /** The options that a study gives, and the usual ones where it gives none. */
    public static InstrumentOptions of(GivenOptions given) {
        return new InstrumentOptions(
                Arrays.stream(Estimator.values())
                        .filter(each -> given.text("estimator")
                                .filter(each.id()::equals)
                                .isPresent())
                        .findFirst()
                        .orElse(Estimator.TWO_STAGE_LEAST_SQUARES),
                given.variance(),
                given.twoWay(),
                given.level());
    }

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
