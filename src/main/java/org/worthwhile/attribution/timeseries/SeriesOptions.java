package org.worthwhile.attribution.timeseries;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;
import org.worthwhile.attribution.options.TimePoint;

/**
 * The options of an interrupted time series.
 *
 * @param start the first time after the interruption that is asked about; without it, read off the treatment
 * @param interruptions the first times after others, each of which changes level and slope as well
 * @param period how many times make a season, 1 meaning none; without it, that of months or quarters where the data show one
 * @param harmonics pairs of sine and cosine; 0 means an indicator for each time of the season
 * @param errors how errors near in time are taken to be alike
 * @param lag of Newey and West, for {@link Errors#NEWEY_WEST} alone; chosen from the length unless given
 * @param family of the outcome's distribution
 * @param exposure the column that counts are proportional to, such as a population
 */
public record SeriesOptions(
        Estimator estimator,
        Optional<TimePoint> start,
        List<TimePoint> interruptions,
        OptionalInt period,
        int harmonics,
        Errors errors,
        OptionalInt lag,
        Family family,
        Optional<String> exposure,
        double level,
        int draws,
        long seed)
        implements DesignOptions {

    public SeriesOptions {
        interruptions = List.copyOf(interruptions);
    }

    /** The options that a study gives, and the usual ones where it gives none; a lag is Newey and West's and asks for them. */
    public static SeriesOptions of(GivenOptions given) {
        return new SeriesOptions(
                given.choice("estimator", Estimator.class).orElse(Estimator.SEGMENTED),
                given.time("start"),
                given.texts("interruptions").stream().map(TimePoint::new).toList(),
                given.whole("period"),
                given.whole("harmonics").orElse(2),
                given.choice("errors", Errors.class)
                        .orElse(given.whole("lag").isPresent() ? Errors.NEWEY_WEST : Errors.AUTOREGRESSIVE),
                given.whole("lag"),
                given.choice("family", Family.class).orElse(Family.GAUSSIAN),
                given.text("exposure"),
                given.level(),
                given.draws().orElse(2_000),
                given.seed());
    }

    /** How the series is carried on. */
    public enum Estimator {
        SEGMENTED,
        BAYESIAN_STRUCTURAL
    }

    /** How errors near in time are taken to be alike. */
    public enum Errors {
        /** As a first-order autoregression has them. */
        AUTOREGRESSIVE,

        /** In any way within a few periods, which is right in long series alone: in short ones intervals are too narrow. */
        NEWEY_WEST
    }

    /** How the outcome varies about its mean. */
    public enum Family {
        /** About a mean that is a sum of terms. */
        GAUSSIAN,

        /** Counts about a mean whose logarithm is a sum of terms. */
        POISSON,

        /** The same with a variance of mean + mean^2 / theta. */
        NEGATIVE_BINOMIAL
    }

    /** Whether the outcome is a count, by a log-linear model of its mean. */
    public boolean ofCounts() {
        return family != Family.GAUSSIAN;
    }

    @Override
    public SeriesOptions withDraws(int fewer) {
        return new SeriesOptions(
                estimator, start, interruptions, period, harmonics, errors, lag, family, exposure, level, fewer, seed);
    }

    @Override
    public Optional<String> column() {
        return exposure;
    }

    @Override
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.of(Role.OUTCOME, Role.TIME, Role.TREATMENT, Role.COVARIATES);
        if (estimator == Estimator.SEGMENTED) {
            roles.add(Role.UNIT);
        }
        return roles;
    }
}
