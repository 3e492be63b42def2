package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;

/** The options of a panel regression. */
public record PanelOptions(
        Estimator estimator,
        Optional<Covariance.Kind> variance,
        Covariance.TwoWay twoWay,
        OptionalInt lag,
        Inference inference,
        double level,
        OptionalInt draws,
        long seed)
        implements DesignOptions, RegressionOptions {

    public static final PanelOptions DEFAULTS = new PanelOptions(
            Estimator.FIXED_EFFECTS,
            Optional.empty(),
            Covariance.TwoWay.SMALLEST,
            OptionalInt.empty(),
            Inference.BY_CLUSTERS,
            LEVEL,
            OptionalInt.empty(),
            SEED);

    /** What is done about lasting differences between units. */
    public enum Estimator {
        FIXED_EFFECTS,
        RANDOM_EFFECTS,
        FIRST_DIFFERENCES
    }

    @Override
    public PanelOptions withDraws(int fewer) {
        return new PanelOptions(estimator, variance, twoWay, lag, inference, level, OptionalInt.of(fewer), seed);
    }

    @Override
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.of(
                Role.OUTCOME, Role.UNIT, Role.TIME, Role.TREATMENT, Role.COVARIATES, Role.CLUSTER, Role.FIXED_EFFECTS);
        if (estimator != Estimator.RANDOM_EFFECTS) {
            roles.add(Role.WEIGHT);
        }
        return roles;
    }
}
