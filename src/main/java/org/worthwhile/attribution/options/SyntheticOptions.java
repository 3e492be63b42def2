package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.Set;
import org.worthwhile.attribution.Role;

/** The options of a synthetic control. */
public record SyntheticOptions(Estimator estimator, Method inference, double level, int draws, long seed)
        implements DesignOptions {

    public static final SyntheticOptions DEFAULTS =
            new SyntheticOptions(Estimator.SYNTHETIC_DID, Method.PLACEBO, LEVEL, 200, SEED);

    /** How weights are found. */
    public enum Estimator {
        SYNTHETIC_DID,
        SYNTHETIC_CONTROL,
        DID
    }

    /** How standard errors are found. */
    public enum Method {
        PLACEBO,
        JACKKNIFE,
        BOOTSTRAP
    }

    @Override
    public SyntheticOptions withDraws(int fewer) {
        return new SyntheticOptions(estimator, inference, level, fewer, seed);
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.OUTCOME, Role.UNIT, Role.TIME, Role.TREATMENT);
    }
}
