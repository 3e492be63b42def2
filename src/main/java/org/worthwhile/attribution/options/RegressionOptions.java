package org.worthwhile.attribution.options;

import java.util.Optional;
import java.util.OptionalInt;
import org.worthwhile.attribution.estimation.Covariance;

/** What a study may ask of a design that is a regression. */
public interface RegressionOptions {

    /** Draws of the wild cluster bootstrap, unless a study gives another number. */
    int BOOTSTRAP_DRAWS = 9_999;

    /** How the interval and the test of the effect are computed. */
    enum Inference {
        /** By Student's t, and by the wild cluster bootstrap where there are so few clusters that it is too sure. */
        BY_CLUSTERS,
        STUDENT,
        WILD_BOOTSTRAP,
        /** By the normal distribution, without factors for the number of units: as much of the literature published. */
        LARGE_SAMPLE
    }

    /** The confidence level of intervals. */
    double level();

    /** How the covariance of coefficients is estimated; empty for the design's own way. */
    Optional<Covariance.Kind> variance();

    /** With which numbers of clusters two-way clustering corrects for their being few. */
    Covariance.TwoWay twoWay();

    /** How the interval and the test of the effect are computed. */
    Inference inference();

    /** How often to resample or permute; empty for what the purpose asks for. */
    OptionalInt draws();

    /** From which what is drawn follows. */
    long seed();

    /** The greatest distance in steps of time at which errors are taken to be alike; empty to choose it from the data. */
    default OptionalInt lag() {
        return OptionalInt.empty();
    }

    /** How often the wild cluster bootstrap draws: as the study says, or as is usual. */
    default int bootstrapDraws() {
        return draws().orElse(BOOTSTRAP_DRAWS);
    }
}
