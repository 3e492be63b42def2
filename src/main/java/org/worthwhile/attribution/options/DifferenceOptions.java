package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;

/**
 * The options of difference-in-differences.
 *
 * @param anticipation by how many periods units may have changed before their treatment begins
 * @param variance for two-way fixed effects
 */
public record DifferenceOptions(
        Estimator estimator,
        Control control,
        Aggregate aggregate,
        BasePeriod basePeriod,
        int anticipation,
        Optional<Covariance.Kind> variance,
        Covariance.TwoWay twoWay,
        Inference inference,
        double level,
        OptionalInt draws,
        long seed)
        implements DesignOptions, RegressionOptions {

    public static final DifferenceOptions DEFAULTS = new DifferenceOptions(
            Estimator.GROUP_TIME,
            Control.NEVER_TREATED,
            Aggregate.SIMPLE,
            BasePeriod.VARYING,
            0,
            Optional.empty(),
            Covariance.TwoWay.SMALLEST,
            Inference.BY_CLUSTERS,
            LEVEL,
            OptionalInt.empty(),
            SEED);

    private static final int BAND_DRAWS = 1_000;

    /** How the differences are combined. */
    public enum Estimator {
        GROUP_TIME,
        TWOWAY_FIXED_EFFECTS,
        IMPUTATION
    }

    /** Which units serve as controls. */
    public enum Control {
        NEVER_TREATED,
        NOT_YET_TREATED
    }

    /** Over what the headline is averaged. */
    public enum Aggregate {
        SIMPLE,
        GROUP,
        CALENDAR,
        EVENT
    }

    /** Against which period those before treatment are compared: the one before each, or the last before treatment. */
    public enum BasePeriod {
        VARYING,
        UNIVERSAL
    }

    /** The same for a made-up start of treatment, which nobody anticipates and the never treated are compared with. */
    public DifferenceOptions ofPlaceboDate() {
        return new DifferenceOptions(
                estimator,
                Control.NEVER_TREATED,
                aggregate,
                BasePeriod.VARYING,
                0,
                variance,
                twoWay,
                inference,
                level,
                draws,
                seed);
    }

    /** Draws of the bootstrap of simultaneous bands. */
    public int bandDraws() {
        return draws.orElse(BAND_DRAWS);
    }

    @Override
    public DifferenceOptions withDraws(int fewer) {
        return new DifferenceOptions(
                estimator,
                control,
                aggregate,
                basePeriod,
                anticipation,
                variance,
                twoWay,
                inference,
                level,
                OptionalInt.of(fewer),
                seed);
    }

    @Override
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.of(
                Role.OUTCOME,
                Role.UNIT,
                Role.TIME,
                Role.TREATMENT,
                Role.TREATMENT_START,
                Role.CLUSTER,
                Role.COVARIATES,
                Role.WEIGHT);
        if (estimator == Estimator.TWOWAY_FIXED_EFFECTS) {
            roles.add(Role.FIXED_EFFECTS);
        }
        return roles;
    }
}
