package org.worthwhile.synthesis;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which estimates depend on one another, as they share a trial, a sample or a district.
 *
 * @param clusters the rows of each; a study that shares nothing is one of its own
 * @param studies in all
 */
record Dependence(List<int[]> clusters, int studies) {

    static Dependence of(List<IncludedStudy> studies) {
        return new Dependence(ClusterRobust.clusters(studies), studies.size());
    }

    boolean isAny() {
        return clusters.size() < studies;
    }

    /** Clusters where estimates depend on one another. */
    OptionalInt count() {
        return isAny() ? OptionalInt.of(clusters.size()) : OptionalInt.empty();
    }

    /** The coefficients of a fit, with errors that hold whatever the estimates of one cluster share. */
    List<PooledEffect> coefficients(RandomEffectsFit fit, double level) {
        return isAny() ? ClusterRobust.of(fit, clusters, level) : fit.coefficients();
    }
}
