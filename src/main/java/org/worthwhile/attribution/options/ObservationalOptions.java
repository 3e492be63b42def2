package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.worthwhile.attribution.Role;

/**
 * The options of a comparison of units made alike by their covariates.
 *
 * @param ratio controls for each treated unit
 * @param replace whether a control may be matched again
 * @param caliper the furthest match, in standard deviations of the propensity score
 * @param trim units with a propensity nearer to 0 or 1 than this are left out
 */
public record ObservationalOptions(
        Estimator estimator,
        Estimand estimand,
        int ratio,
        boolean replace,
        OptionalDouble caliper,
        double trim,
        double level)
        implements DesignOptions {

    public static final ObservationalOptions DEFAULTS =
            new ObservationalOptions(Estimator.AIPW, Estimand.AVERAGE, 1, false, OptionalDouble.empty(), 0, LEVEL);

    /** How rows are made alike. */
    public enum Estimator {
        AIPW,
        IPW,
        MATCHING,
        REGRESSION,
        ENTROPY_BALANCING
    }

    /** Over whom the effect is averaged. */
    public enum Estimand {
        AVERAGE,
        TREATED
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.OUTCOME, Role.UNIT, Role.TREATMENT, Role.COVARIATES);
    }
}
