package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.attribution.Role;

/**
 * The options of a decomposition by cause.
 *
 * @param from the time, or for Oaxaca and Blinder the value of treatment, that the change starts from; the first unless given
 * @param to likewise where it ends; the last unless given
 */
public record CausesOptions(
        Estimator estimator, Optional<TimePoint> from, Optional<TimePoint> to, double level, int draws, long seed)
        implements DesignOptions {

    public static final CausesOptions DEFAULTS =
            new CausesOptions(Estimator.SHAPLEY, Optional.empty(), Optional.empty(), LEVEL, 500, SEED);

    /** How contributions are told apart. */
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
