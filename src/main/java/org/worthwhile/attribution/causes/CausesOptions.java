package org.worthwhile.attribution.causes;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;
import org.worthwhile.attribution.options.TimePoint;

/**
 * The options of a decomposition by cause.
 *
 * @param from the time, or for Oaxaca and Blinder the value of treatment, that the change starts from; the first unless given
 * @param to likewise where it ends; the last unless given
 */
public record CausesOptions(
        Estimator estimator, Optional<TimePoint> from, Optional<TimePoint> to, double level, int draws, long seed)
        implements DesignOptions {

    /** The options that a study gives, and the usual ones where it gives none. */
    public static CausesOptions of(GivenOptions given) {
        return new CausesOptions(
                given.choice("estimator", Estimator.class).orElse(Estimator.SHAPLEY),
                given.time("from"),
                given.time("to"),
                given.level(),
                given.draws().orElse(500),
                given.seed());
    }

    /** How contributions are estimated. */
    public enum Estimator {
        SHAPLEY,
        OAXACA_BLINDER,
        LMG
    }

    @Override
    public CausesOptions withDraws(int fewer) {
        return new CausesOptions(estimator, from, to, level, fewer, seed);
    }

    @Override
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.of(Role.OUTCOME, Role.UNIT, Role.COVARIATES, Role.CLUSTER, Role.CAUSES);
        return switch (estimator) {
            case SHAPLEY -> {
                roles.add(Role.TIME);
                yield roles;
            }
            case OAXACA_BLINDER -> {
                roles.addAll(EnumSet.of(Role.TIME, Role.TREATMENT));
                yield roles;
            }
            case LMG -> roles;
        };
    }
}
