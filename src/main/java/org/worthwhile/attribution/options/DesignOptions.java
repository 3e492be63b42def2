package org.worthwhile.attribution.options;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;

/** The options of a study, of the kind that its design has. */
public sealed interface DesignOptions
        permits TrialOptions,
                DifferenceOptions,
                SyntheticOptions,
                SeriesOptions,
                DiscontinuityOptions,
                InstrumentOptions,
                ObservationalOptions,
                PanelOptions,
                CausesOptions {

    /** The confidence level of intervals, unless a study gives another. */
    double LEVEL = 0.95;

    /** The seed of whatever is drawn, unless a study gives another. */
    long SEED = 1;

    /** The confidence level of intervals. */
    double level();

    /** How the covariance of coefficients is estimated; empty for the design's own way. */
    default Optional<Covariance.Kind> variance() {
        return Optional.empty();
    }

    /** The roles whose columns the design uses with these options; it refuses every other. */
    Set<Role> roles();

    /** The options of a study that gives none. */
    static DesignOptions usual(Design design) {
        return switch (design) {
            case RANDOMISED_TRIAL -> TrialOptions.DEFAULTS;
            case DIFFERENCE_IN_DIFFERENCES -> DifferenceOptions.DEFAULTS;
            case SYNTHETIC_CONTROL -> SyntheticOptions.DEFAULTS;
            case INTERRUPTED_TIME_SERIES -> SeriesOptions.DEFAULTS;
            case REGRESSION_DISCONTINUITY -> DiscontinuityOptions.DEFAULTS;
            case INSTRUMENTAL_VARIABLE -> InstrumentOptions.DEFAULTS;
            case OBSERVATIONAL -> ObservationalOptions.DEFAULTS;
            case PANEL_REGRESSION -> PanelOptions.DEFAULTS;
            case MANY_CAUSES -> CausesOptions.DEFAULTS;
        };
    }

    /** The same options, with another number of draws where anything is drawn at random. */
    DesignOptions withDraws(int draws);

    /** A constant as studies and results write it: {@code not-yet-treated} where it is {@code NOT_YET_TREATED} in the code. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
