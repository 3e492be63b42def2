package org.worthwhile.attribution.did;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;
import org.worthwhile.attribution.options.RegressionOptions;

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

    private static final int BAND_DRAWS = 1_000;

    /** The options that a study gives, and the usual ones where it gives none. */
    public static DifferenceOptions of(GivenOptions given) {
        return new DifferenceOptions(
                given.choice("estimator", Estimator.class).orElse(Estimator.GROUP_TIME),
                given.choice("control", Control.class).orElse(Control.NEVER_TREATED),
                given.choice("aggregate", Aggregate.class).orElse(Aggregate.SIMPLE),
                given.choice("basePeriod", BasePeriod.class).orElse(BasePeriod.VARYING),
                given.whole("anticipation").orElse(0),
                given.variance(),
                given.twoWay(),
                given.regressionInference(),
                given.level(),
                given.draws(),
                given.seed());
    }

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
