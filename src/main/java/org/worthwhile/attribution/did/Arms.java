package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.period.Starts;

/**
 * The clusters that an estimate compares, by arms: those compared with, and the treated, all as one or by when their treatment
 * begins. Their numbers decide how sure it is. Each arm's share of the variance has the factor n/(n-1), and as many degrees of
 * freedom as it has clusters, less one (Welch 1947, Biometrika 34). An arm of one treated cluster shows none of its own variance and
 * is taken to vary as those compared with (Donald and Lang 2007, Review of Economics and Statistics 89).
 *
 * @param arms of each cluster: {@link #COMPARED}, {@link #NEITHER}, or from 0 a treated one
 * @param starts of the treated arms; {@link Starts#NEVER} where all treated are one
 * @param sizes of each cluster, what its members' weights add up to
 */
record Arms(Grouping clusters, int[] arms, int[] starts, double[] sizes) {

    private static final int COMPARED = -1;
    private static final int NEITHER = -2;

    /** Of members of clusters, the treated as one arm; a cluster with a treated member is treated. */
    static Arms of(Grouping clusters, double[] weights, IntPredicate isTreated, IntPredicate isCompared) {
        int[] arms = new int[clusters.size()];
        double[] sizes = new double[arms.length];
        Arrays.fill(arms, NEITHER);
        for (int member = 0; member < clusters.codes().length; member++) {
            int cluster = clusters.codes()[member];
            sizes[cluster] += weights[member];
            if (isTreated.test(member)) {
                arms[cluster] = 0;
            } else if (isCompared.test(member) && arms[cluster] == NEITHER) {
                arms[cluster] = COMPARED;
            }
        }
        return new Arms(clusters, arms, new int[] {Starts.NEVER}, sizes);
    }

    /** The treated as one arm, the never treated as the other. */
    static Arms ofTreated(Grouping clusters, double[] weights, Starts starts) {
        return of(clusters, weights, member -> !starts.isNever(member), starts::isNever);
    }

    /**
     * The treated by the first start in their cluster. As one arm where some cluster is alone in its own and there are no two never
     * treated to take its variance from.
     */
    static Arms ofCohorts(Grouping clusters, double[] weights, Starts starts) {
        Arms together = ofTreated(clusters, weights, starts);
        int[] first = new int[clusters.size()];
        Arrays.fill(first, Starts.NEVER);
        for (int member = 0; member < clusters.codes().length; member++) {
            int cluster = clusters.codes()[member];
            first[cluster] = Math.min(first[cluster], starts.of(member));
        }
        int[] cohorts = new Starts(first).groups();
        int[] arms = IntStream.range(0, first.length)
                .map(cluster -> first[cluster] == Starts.NEVER
                        ? together.arms[cluster]
                        : Arrays.binarySearch(cohorts, first[cluster]))
                .toArray();
        Arms apart = new Arms(clusters, arms, cohorts, together.sizes);
        return apart.alone().length > 0 && together.compared() < 2 ? together : apart;
    }

    private int count(int arm) {
        return (int) IntStream.of(arms).filter(own -> own == arm).count();
    }

    int compared() {
        return count(COMPARED);
    }

    int treated() {
        return (int) IntStream.of(arms).filter(own -> own >= 0).count();
    }

    boolean hasOneTreated() {
        return treated() == 1 && compared() > 1;
    }

    /** The starts of treated arms of one cluster. */
    int[] alone() {
        return IntStream.range(0, starts.length)
                .filter(arm -> count(arm) == 1)
                .map(arm -> starts[arm])
                .toArray();
    }

    /** The start of the treated arm that a member is of; {@link Starts#NEVER} also of those not treated. */
    int startOf(int member) {
        int arm = arms[clusters.codes()[member]];
        return arm < 0 ? Starts.NEVER : starts[arm];
    }

    /** What an arm has of an estimate's variance. */
    private double variance(InfluenceEstimate estimate, int arm) {
        double[] sums = InfluenceEstimate.sums(estimate.influence(), clusters);
        double n = estimate.influence().length;
        double variance = 0;
        for (int cluster = 0; cluster < sums.length; cluster++) {
            variance += arms[cluster] == arm ? sums[cluster] * sums[cluster] / (n * n) : 0;
        }
        return variance;
    }

    /** The same with the factor n / (n - 1). */
    private double corrected(InfluenceEstimate estimate, int arm) {
        int count = count(arm);
        return count > 1 ? variance(estimate, arm) * count / (count - 1.0) : 0;
    }

    /**
     * An estimate's variance with its degrees of freedom.
     *
     * @param degreesOfFreedom 0 where no arm has two clusters
     */
    record Variance(double value, double degreesOfFreedom) {}

    /**
     * The variance of an estimate.
     *
     * @param parts of the estimate that arms of one cluster make up, by their start
     */
    Variance variance(InfluenceEstimate estimate, Map<Integer, InfluenceEstimate> parts) {
        double ofCompared = corrected(estimate, COMPARED);
        double freedom = compared() - 1;
        for (int arm = 0; arm < starts.length; arm++) {
            InfluenceEstimate part = parts.get(starts[arm]);
            if (part != null && count(arm) == 1 && compared() > 1) {
                OneTreated own = oneTreated(part, arm);
                ofCompared += own.variance();
                freedom = Math.min(freedom, own.degreesOfFreedom());
            }
        }
        double sum = ofCompared;
        double squares = ofCompared > 0 ? ofCompared * ofCompared / freedom : 0;
        for (int arm = 0; arm < starts.length; arm++) {
            double part = corrected(estimate, arm);
            sum += part;
            squares += part > 0 ? part * part / (count(arm) - 1) : 0;
        }
        return new Variance(sum, squares > 0 ? sum * sum / squares : 0);
    }

    /** The variance of an estimate that all treated make up, of which one alone makes up the whole. */
    Variance variance(InfluenceEstimate estimate) {
        int[] alone = alone();
        return variance(estimate, alone.length == 1 && starts.length == 1 ? Map.of(alone[0], estimate) : Map.of());
    }

    /** Welch's degrees of freedom of an estimate; 0 where neither arm has two clusters. */
    double degreesOfFreedom(InfluenceEstimate estimate) {
        return variance(estimate).degreesOfFreedom();
    }

    /** By what the variance of an estimate is too small for the number of clusters. */
    double correction(InfluenceEstimate estimate) {
        double plain = InfluenceEstimate.covariance(estimate, estimate, clusters);
        double value = variance(estimate).value();
        return plain > 0 && value > 0 ? value / plain : 1;
    }

    /** The finding by Student's t; empty where there are too few clusters for any error. */
    Optional<Finding> finding(InfluenceEstimate estimate, Map<Integer, InfluenceEstimate> parts, double level) {
        Variance variance = variance(estimate, parts);
        return variance.degreesOfFreedom() > 0
                ? Optional.of(Inference.student(variance.degreesOfFreedom(), level)
                        .finding(estimate.estimate(), Math.sqrt(variance.value())))
                : Optional.empty();
    }

    /** What each of those compared with would show in place of the one treated cluster, and of its size. */
    OneTreated oneTreated(InfluenceEstimate estimate) {
        int arm = IntStream.of(arms).filter(own -> own >= 0).findFirst().orElseThrow();
        return oneTreated(estimate, arm);
    }

    private double[] sizesOf(int arm) {
        return IntStream.range(0, arms.length)
                .filter(cluster -> arms[cluster] == arm)
                .mapToDouble(cluster -> sizes[cluster])
                .toArray();
    }

    /** By the mean changes of those compared with: what they have of an estimate, over their share in it. */
    private OneTreated oneTreated(InfluenceEstimate estimate, int arm) {
        double[] sums = InfluenceEstimate.sums(estimate.influence(), clusters);
        double[] compared = sizesOf(COMPARED);
        double factor = DoubleStream.of(compared).sum() / estimate.influence().length;
        double[] changes = IntStream.range(0, arms.length)
                .filter(cluster -> arms[cluster] == COMPARED)
                .mapToDouble(cluster -> -factor * sums[cluster] / sizes[cluster])
                .toArray();
        return OneTreated.of(estimate.estimate(), changes, compared, sizesOf(arm)[0]);
    }

    /** How the finding is computed, as a sentence. */
    String convention() {
        if (hasOneTreated()) {
            return "With one treated unit or cluster the headline's standard error takes it to vary as the "
                    + compared() + " others do" + bySize() + ", with Student's t of " + (compared() - 1)
                    + " degrees of freedom.";
        }
        return "Intervals and tests use Student's t with Welch's degrees of freedom, from " + treated()
                + " treated units or"
                + " clusters and " + compared() + " others; the variance of each arm has the factor n/(n-1)"
                + (alone().length > 0
                        ? ", and a cohort of one is taken to vary as the others do" + bySize() + "."
                        : ".");
    }

    private String bySize() {
        return SizeVariance.differ(sizesOf(COMPARED))
                ? " once they are brought to its size, by how the variance among them falls with size (Ferman and Pinto)"
                : "";
    }

    /**
     * The covariance of estimates that all have these arms, each arm's part with the factor n / (n - 1), so that the variance of any sum
     * of the estimates is that of the sum's own influence.
     */
    double[][] covariance(List<InfluenceEstimate> estimates) {
        double[][] sums = estimates.stream()
                .map(estimate -> InfluenceEstimate.sums(estimate.influence(), clusters))
                .toArray(double[][]::new);
        double[][] covariance = new double[sums.length][sums.length];
        for (int cluster = 0; cluster < arms.length; cluster++) {
            double count = count(arms[cluster]);
            double factor = arms[cluster] == NEITHER || count < 2 ? 0 : count / (count - 1);
            for (int i = 0; i < sums.length; i++) {
                double n = estimates.get(i).influence().length;
                for (int j = 0; j < sums.length; j++) {
                    covariance[i][j] += factor * sums[i][cluster] * sums[j][cluster] / (n * n);
                }
            }
        }
        return covariance;
    }

    /** The fewest degrees of freedom of several estimates that all have these arms. */
    double fewest(List<InfluenceEstimate> estimates) {
        return fewest(estimates, Collections.nCopies(estimates.size(), this));
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
        return other instanceof Arms same
                && clusters.equals(same.clusters)
                && Arrays.equals(arms, same.arms)
                && Arrays.equals(starts, same.starts)
                && Arrays.equals(sizes, same.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(arms);
    }
}
