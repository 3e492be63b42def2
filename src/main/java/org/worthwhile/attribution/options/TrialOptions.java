package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;

/** The options of a randomised trial. */
public record TrialOptions(
        Optional<Covariance.Kind> variance,
        Covariance.TwoWay twoWay,
        Inference inference,
        double level,
        OptionalInt draws,
        long seed)
        implements DesignOptions, RegressionOptions {

    public static final TrialOptions DEFAULTS = new TrialOptions(
            Optional.empty(), Covariance.TwoWay.SMALLEST, Inference.BY_CLUSTERS, LEVEL, OptionalInt.empty(), SEED);

    private static final int RANDOMISATION_DRAWS = 1_000;

    /** How often assignment is drawn anew for the randomisation test: as the study says, or as is usual. */
    public int randomisationDraws() {
        return draws.orElse(RANDOMISATION_DRAWS);
    }

    @Override
    public TrialOptions withDraws(int fewer) {
        return new TrialOptions(variance, twoWay, inference, level, OptionalInt.of(fewer), seed);
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(
                Role.OUTCOME, Role.UNIT, Role.TREATMENT, Role.COVARIATES, Role.CLUSTER, Role.WEIGHT, Role.STRATA);
    }
}
