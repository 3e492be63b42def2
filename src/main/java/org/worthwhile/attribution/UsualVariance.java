package org.worthwhile.attribution;

import java.util.List;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Regression;

/**
 * The covariance of a regression whose study names none. Clustered one way it is the bias-reduced one with its degrees of freedom
 * whatever the number of clusters, since how many of them are treated decides as much as how many there are (MacKinnon and Webb
 * 2017, Journal of Applied Econometrics 32); where clusters are so many that this is out of reach, the usual one.
 */
public final class UsualVariance {

    /** Multiplications within some seconds. */
    private static final double MOST_WORK = 4e9;

    /** With more rows than these, degrees of freedom by row are as good as rows less parameters. */
    private static final int MOST_ROWS = 20_000;

    private UsualVariance() {}

    /**
     * The kind.
     *
     * @param otherwise where there are no clusters
     */
    public static Covariance.Kind kind(Regression regression, List<Grouping> clusters, Covariance.Kind otherwise) {
        if (clusters.isEmpty()) {
            return otherwise;
        }
        boolean reducible = clusters.size() == 1
                && regression.hasClusterLeverage()
                && regression.workOfClusterLeverage(clusters.getFirst()) <= MOST_WORK;
        return reducible ? Covariance.Kind.CR2 : Covariance.Kind.CLUSTER;
    }

    /** The covariance of a kind, where no other is asked for. */
    static Covariance of(
            Regression regression, Covariance.Kind kind, List<Grouping> clusters, Covariance.TwoWay twoWay) {
        return kind == Covariance.Kind.HC2 && regression.rows() <= MOST_ROWS
                ? Covariance.ofRows(regression)
                : Covariance.of(regression, kind, clusters, twoWay);
    }
}
