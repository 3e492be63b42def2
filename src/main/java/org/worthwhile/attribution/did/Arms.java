package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;

/**
 * The clusters that are treated and those that they are compared with, whose numbers decide how sure an estimate is. Each arm's
 * share of the variance has as many degrees of freedom as it has clusters, less one (Welch 1947, Biometrika 34); one treated
 * cluster has none, and is taken to vary as the others do (Donald and Lang 2007, Review of Economics and Statistics 89).
 *
 * @param treated by cluster; a cluster with a treated member is treated
 * @param compared by cluster, none of them treated
 */
record Arms(Grouping clusters, boolean[] treated, boolean[] compared) {

    /** With fewer clusters than this the normal distribution is too sure. */
    static final int FEW = 40;

    private static final int MANY = 100;
    private static final int MANY_IN_AN_ARM = 20;

    /** Of members of clusters. */
    static Arms of(Grouping clusters, IntPredicate isTreated, IntPredicate isCompared) {
        boolean[] treated = new boolean[clusters.size()];
        boolean[] compared = new boolean[clusters.size()];
        for (int member = 0; member < clusters.codes().length; member++) {
            treated[clusters.codes()[member]] |= isTreated.test(member);
            compared[clusters.codes()[member]] |= isCompared.test(member);
        }
        for (int cluster = 0; cluster < compared.length; cluster++) {
            compared[cluster] &= !treated[cluster];
        }
        return new Arms(clusters, treated, compared);
    }

    private static int count(boolean[] arm) {
        return (int)
                IntStream.range(0, arm.length).filter(cluster -> arm[cluster]).count();
    }

    /** What an arm has of an estimate's variance. */
    private double variance(InfluenceEstimate estimate, boolean[] arm) {
        double[] sums = InfluenceEstimate.sums(estimate.influence(), clusters);
        double n = estimate.influence().length;
        double variance = 0;
        for (int cluster = 0; cluster < sums.length; cluster++) {
            variance += arm[cluster] ? sums[cluster] * sums[cluster] / (n * n) : 0;
        }
        return variance;
    }

    /** The same with the factor n / (n - 1). */
    private double corrected(InfluenceEstimate estimate, boolean[] arm) {
        int count = count(arm);
        return count > 1 ? variance(estimate, arm) * count / (count - 1.0) : 0;
    }

    /** By what the variance of an estimate is too small for the number of clusters. */
    double correction(InfluenceEstimate estimate) {
        double plain = variance(estimate, treated) + variance(estimate, compared);
        double corrected = hasOneTreated()
                ? varianceOfOne(estimate)
                : corrected(estimate, treated) + corrected(estimate, compared);
        return plain > 0 && corrected > 0 ? corrected / plain : 1;
    }

    /** Welch's degrees of freedom of an estimate; 0 where neither arm has two clusters. */
    double degreesOfFreedom(InfluenceEstimate estimate) {
        double sum = 0;
        double squares = 0;
        for (boolean[] arm : List.of(treated, compared)) {
            double part = corrected(estimate, arm);
            sum += part;
            squares += part > 0 ? part * part / (count(arm) - 1) : 0;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** Whether clusters are so many, in both arms, that a joint test may take their covariance as known. */
    boolean areMany() {
        return clusters.size() >= MANY && Math.min(count(treated), count(compared)) >= MANY_IN_AN_ARM;
    }

    private boolean hasOneTreated() {
        return count(treated) == 1 && count(compared) > 1;
    }

    /** The variance of one treated cluster less the mean of the others, all varying alike. */
    private double varianceOfOne(InfluenceEstimate estimate) {
        int others = count(compared);
        return variance(estimate, compared) * others * (others + 1.0) / (others - 1.0);
    }

    /** The finding where clusters are few; empty where they are many, or too few for any error. */
    Optional<Finding> finding(InfluenceEstimate estimate, double level) {
        int others = count(compared);
        if (hasOneTreated()) {
            return Optional.of(Inference.student(others - 1.0, level)
                    .finding(estimate.estimate(), Math.sqrt(varianceOfOne(estimate))));
        }
        double freedom = degreesOfFreedom(estimate);
        return count(treated) + others < FEW && freedom >= 1
                ? Optional.of(Inference.student(freedom, level)
                        .finding(estimate.estimate(), estimate.standardError(clusters)))
                : Optional.empty();
    }

    /** How the finding was computed, as a sentence; empty where clusters are many. */
    Optional<String> convention() {
        int others = count(compared);
        if (hasOneTreated()) {
            return Optional.of("With one treated unit or cluster the headline's standard error takes it to vary as the "
                    + others + " others do, with Student's t of " + (others - 1) + " degrees of freedom.");
        }
        return count(treated) + others < FEW
                ? Optional.of(
                        "With fewer than " + FEW
                                + " units or clusters the headline's interval and test are Student's t with Welch's degrees of freedom.")
                : Optional.empty();
    }

    /** The covariance of estimates, each with its arms, corrected for the number of clusters. */
    static double[][] covariance(List<InfluenceEstimate> estimates, List<Arms> arms, Grouping clusters) {
        double[][] covariance = InfluenceEstimate.covariance(estimates, clusters);
        double[] roots = IntStream.range(0, estimates.size())
                .mapToDouble(i -> Math.sqrt(arms.get(i).correction(estimates.get(i))))
                .toArray();
        for (int i = 0; i < roots.length; i++) {
            for (int j = 0; j < roots.length; j++) {
                covariance[i][j] *= roots[i] * roots[j];
            }
        }
        return covariance;
    }

    /** The fewest degrees of freedom of several estimates, each with its arms; 0 without any. */
    static double fewest(List<InfluenceEstimate> estimates, List<Arms> arms) {
        return IntStream.range(0, estimates.size())
                .mapToDouble(i -> arms.get(i).degreesOfFreedom(estimates.get(i)))
                .min()
                .orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arms arms
                && clusters.equals(arms.clusters)
                && Arrays.equals(treated, arms.treated)
                && Arrays.equals(compared, arms.compared);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(treated);
    }
}
