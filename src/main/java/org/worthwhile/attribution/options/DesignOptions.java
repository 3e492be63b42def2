package org.worthwhile.attribution.options;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.estimation.Covariance;

/** The options of a study: a record of the kind that its design has, whose components bear the names of the study file. */
public interface DesignOptions {

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

    /** A column that an option names and no role does; empty for most. */
    default Optional<String> column() {
        return Optional.empty();
    }

    /** The same options, with another number of draws where anything is drawn at random. */
    DesignOptions withDraws(int draws);

    /** A constant as studies and results write it: {@code not-yet-treated} where it is {@code NOT_YET_TREATED} in the code. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
