package org.worthwhile.attribution.options;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;

/**
 * The options of an interrupted time series.
 *
 * @param start the first time after the interruption; without it, read off the treatment
 * @param period how many times make a season; 1 means none
 * @param harmonics pairs of sine and cosine; 0 means an indicator for each time of the season
 * @param lag of Newey and West; chosen from the length unless given
 */
public record SeriesOptions(
        Estimator estimator,
        Optional<TimePoint> start,
        int period,
        int harmonics,
        OptionalInt lag,
        double level,
        int draws,
        long seed)
        implements DesignOptions {

    public static final SeriesOptions DEFAULTS =
            new SeriesOptions(Estimator.SEGMENTED, Optional.empty(), 1, 2, OptionalInt.empty(), LEVEL, 2_000, SEED);

    /** How the series is carried on. */
    public enum Estimator {
        SEGMENTED,
        BAYESIAN_STRUCTURAL
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.OUTCOME, Role.TIME, Role.TREATMENT, Role.COVARIATES);
    }
}
