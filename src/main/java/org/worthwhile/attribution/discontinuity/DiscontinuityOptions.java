package org.worthwhile.attribution.discontinuity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/**
 * The options of a regression discontinuity.
 *
 * @param order of the polynomial
 * @param bandwidth empty for the one that makes the mean squared error least
 * @param fuzzy the column of treatment received, where the cutoff only changes its likelihood
 * @param donut rows nearer to the cutoff than this are left out
 * @param curvature of honest intervals, the bound on the second derivative; empty for the rule of thumb
 * @param window of local randomisation, how far from the cutoff rows count; empty to choose it
 * @param draws of local randomisation
 */
public record DiscontinuityOptions(
        double cutoff,
        Kernel kernel,
        int order,
        OptionalDouble bandwidth,
        Optional<String> fuzzy,
        double donut,
        Inference inference,
        OptionalDouble curvature,
        OptionalDouble window,
        double level,
        OptionalInt draws,
        long seed)
        implements DesignOptions {

    private static final int RANDOMISATION_DRAWS = 10_000;

    /** The options that a study gives, and the usual ones where it gives none. */
    public static DiscontinuityOptions of(GivenOptions given) {
        return new DiscontinuityOptions(
                given.number("cutoff").orElse(0),
                given.choice("kernel", Kernel.class).orElse(Kernel.TRIANGULAR),
                given.whole("order").orElse(1),
                given.number("bandwidth"),
                given.text("fuzzy"),
                given.number("donut").orElse(0),
                given.choice("inference", Inference.class).orElse(Inference.ROBUST),
                given.number("curvature"),
                given.number("window"),
                given.level(),
                given.draws(),
                given.seed());
    }

    /** How the interval and the test are computed. */
    public enum Inference {
        /** Centred on the estimate with its bias taken off. */
        ROBUST,

        /** With room for the greatest bias, for continuous and discrete running variables. */
        HONEST,

        /** As if chance had put the rows nearest to the cutoff on their sides. */
        LOCAL_RANDOMISATION
    }

    /** How often local randomisation permutes: as the study says, or as is usual. */
    public int randomisationDraws() {
        return draws.orElse(RANDOMISATION_DRAWS);
    }

    @Override
    public DesignOptions withDraws(int few) {
        return new DiscontinuityOptions(
                cutoff,
                kernel,
                order,
                bandwidth,
                fuzzy,
                donut,
                inference,
                curvature,
                window,
                level,
                OptionalInt.of(few),
                seed);
    }

    @Override
    public Optional<String> column() {
        return fuzzy;
    }

    @Override
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.of(Role.OUTCOME, Role.UNIT, Role.RUNNING_VARIABLE, Role.COVARIATES);
        if (inference != Inference.LOCAL_RANDOMISATION) {
            roles.add(Role.CLUSTER);
            roles.add(Role.WEIGHT);
        }
        return roles;
    }
}
