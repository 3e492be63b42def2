package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.worthwhile.attribution.Role;

/**
 * The options of a regression discontinuity.
 *
 * @param order of the polynomial
 * @param bandwidth empty for the one that makes the mean squared error least
 * @param fuzzy the column of treatment received, where the cutoff only changes its likelihood
 * @param donut rows nearer to the cutoff than this are left out
 */
public record DiscontinuityOptions(
        double cutoff,
        Kernel kernel,
        int order,
        OptionalDouble bandwidth,
        Optional<String> fuzzy,
        double donut,
        double level)
        implements DesignOptions {

    public static final DiscontinuityOptions DEFAULTS =
            new DiscontinuityOptions(0, Kernel.TRIANGULAR, 1, OptionalDouble.empty(), Optional.empty(), 0, LEVEL);

    /** Nothing is drawn. */
    @Override
    public DiscontinuityOptions withDraws(int draws) {
        return this;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.OUTCOME, Role.UNIT, Role.RUNNING_VARIABLE, Role.COVARIATES, Role.CLUSTER);
    }
}
