package org.worthwhile.attribution.trial;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;
import org.worthwhile.attribution.options.RegressionOptions;

/** The options of a randomised trial. */
public record TrialOptions(
        Optional<Covariance.Kind> variance,
        Covariance.TwoWay twoWay,
        Inference inference,
        double level,
        OptionalInt draws,
        long seed)
        implements DesignOptions, RegressionOptions {

    private static final int RANDOMISATION_DRAWS = 1_000;

    /** The options that a study gives, and the usual ones where it gives none. */
    public static TrialOptions of(GivenOptions given) {
        return new TrialOptions(
                given.variance(),
                given.twoWay(),
                given.regressionInference(),
                given.level(),
                given.draws(),
                given.seed());
    }

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
