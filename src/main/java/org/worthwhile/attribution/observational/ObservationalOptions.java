package org.worthwhile.attribution.observational;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/**
 * The options of a comparison of units made alike by their covariates.
 *
 * @param ratio controls for each treated unit
 * @param replace whether a control may be matched again
 * @param rule which control is the nearest
 * @param ties what is done with controls equally near; empty for all of them with replacement, and the first without
 * @param distance by which controls are near
 * @param exact covariates that matches must have the same values of
 * @param caliper the furthest match, in standard deviations of the propensity score
 * @param trim units with a propensity nearer to 0 or 1 than this are left out
 */
public record ObservationalOptions(
        Estimator estimator,
        Estimand estimand,
        int ratio,
        boolean replace,
        Rule rule,
        Optional<Ties> ties,
        Distance distance,
        List<String> exact,
        OptionalDouble caliper,
        double trim,
        double level)
        implements DesignOptions {

    public ObservationalOptions {
        exact = List.copyOf(exact);
    }

    /** The options that a study gives, and the usual ones where it gives none. */
    public static ObservationalOptions of(GivenOptions given) {
        return new ObservationalOptions(
                given.choice("estimator", Estimator.class).orElse(Estimator.AIPW),
                given.choice("estimand", Estimand.class).orElse(Estimand.AVERAGE),
                given.whole("ratio").orElse(1),
                given.flag("replace"),
                given.choice("rule", Rule.class).orElse(Rule.NEAREST),
                given.choice("ties", Ties.class),
                given.choice("distance", Distance.class).orElse(Distance.PROPENSITY),
                given.texts("exact"),
                given.number("caliper"),
                given.number("trim").orElse(0),
                given.level());
    }

    /** How rows are made alike. */
    public enum Estimator {
        AIPW,
        IPW,
        MATCHING,
        REGRESSION,
        ENTROPY_BALANCING
    }

    /** Over whom the effect is averaged. */
    public enum Estimand {
        AVERAGE,
        TREATED,

        /** Over rows as they may be in either arm: each counts by how likely it is in the other (Li, Morgan and Zaslavsky 2018). */
        OVERLAP
    }

    /** By what controls are near. */
    public enum Distance {
        PROPENSITY,
        MAHALANOBIS
    }

    /** Which control is the nearest. */
    public enum Rule {
        NEAREST,

        /**
         * One at or below the treated unit's score before any above it, as the R package MatchIt 4.5.1 has it, which passes over some
         * scores that are exactly equal.
         */
        BELOW_FIRST
    }

    /** What is done with controls that are equally near. */
    public enum Ties {
        /** Their mean stands for them. */
        AVERAGE,

        /** The first in the data is taken. */
        FIRST
    }

    /**
     * Whether the mean of controls that are equally near stands for them; unless the study says, when they are drawn
     * with replacement.
     */
    public boolean averagesTies() {
        return ties.orElse(replace ? Ties.AVERAGE : Ties.FIRST) == Ties.AVERAGE;
    }

    /** Over whom the effect is: over the treated by matching and by entropy balancing, whatever the estimand. */
    public Estimand over() {
        return estimator == Estimator.MATCHING || estimator == Estimator.ENTROPY_BALANCING
                ? Estimand.TREATED
                : estimand;
    }

    /** Nothing is drawn. */
    @Override
    public ObservationalOptions withDraws(int draws) {
        return this;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.OUTCOME, Role.UNIT, Role.TREATMENT, Role.COVARIATES, Role.WEIGHT, Role.CLUSTER);
    }
}
