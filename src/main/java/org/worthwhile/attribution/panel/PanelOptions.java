package org.worthwhile.attribution.panel;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;
import org.worthwhile.attribution.options.RegressionOptions;

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

    /** The options that a study gives, and the usual ones where it gives none. */
    public static PanelOptions of(GivenOptions given) {
        return new PanelOptions(
                given.choice("estimator", Estimator.class).orElse(Estimator.FIXED_EFFECTS),
                given.variance(),
                given.twoWay(),
                given.whole("lag"),
                given.regressionInference(),
                given.level(),
                given.draws(),
                given.seed());
    }

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
