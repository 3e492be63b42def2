package org.worthwhile.attribution.synthetic;

import java.util.EnumSet;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** The options of a synthetic control. */
public record SyntheticOptions(Estimator estimator, Method inference, double level, int draws, long seed)
        implements DesignOptions {

    /** The options that a study gives, and the usual ones where it gives none. */
    public static SyntheticOptions of(GivenOptions given) {
        return new SyntheticOptions(
                given.choice("estimator", Estimator.class).orElse(Estimator.SYNTHETIC_DID),
                given.choice("inference", Method.class).orElse(Method.PLACEBO),
                given.level(),
                given.draws().orElse(200),
                given.seed());
    }

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
