package org.worthwhile.attribution.power;

import java.util.List;
import java.util.SplittableRandom;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * A randomised trial, of units or of whole clusters of them (Donner and Klar 2000, Design and Analysis of Cluster
 * Randomization Trials; Bloom 1995, Evaluation Review 19).
 *
 * @param share of units that are treated
 * @param deviation the outcome's standard deviation
 * @param explained the share of its variance that covariates explain
 * @param clusterSize units assigned together; 1 where each is assigned for itself
 * @param correlation of outcomes within a cluster
 */
public record TrialPlan(
        int units, double share, double deviation, double explained, int clusterSize, double correlation)
        implements Plan {

    public TrialPlan {
        Plan.require(units, share, deviation, explained);
        if (clusterSize < 1 || units / clusterSize < 4 || !(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException(
                    "a plan needs at least 4 clusters, with a correlation within them from 0 to 1");
        }
    }

    @Override
    public Plan withUnits(int number) {
        return new TrialPlan(number, share, deviation, explained, clusterSize, correlation);
    }

    private int clusters() {
        return units / clusterSize;
    }

    /** s sqrt((1 - R2) (1 + (m - 1) rho) / (n p (1 - p))). */
    @Override
    public double standardError() {
        double designEffect = 1 + (clusterSize - 1) * correlation;
        return deviation * Math.sqrt((1 - explained) * designEffect / (units * share * (1 - share)));
    }

    @Override
    public double degreesOfFreedom() {
        return clusters() - 2.0;
    }

    @Override
    public double simulatedPValue(double effect, SplittableRandom random) {
        int clusters = clusters();
        int treatedClusters = (int) Math.clamp(Math.round(share * clusters), 2, clusters - 2);
        int rows = clusters * clusterSize;
        double[] outcome = new double[rows];
        double[] treated = new double[rows];
        double own = deviation * Math.sqrt((1 - explained) * (1 - correlation));
        double shared = deviation * Math.sqrt((1 - explained) * correlation);
        for (int cluster = 0; cluster < clusters; cluster++) {
            double level = shared * random.nextGaussian();
            for (int i = 0; i < clusterSize; i++) {
                int row = cluster * clusterSize + i;
                treated[row] = cluster < treatedClusters ? 1 : 0;
                outcome[row] = effect * treated[row] + level + own * random.nextGaussian();
            }
        }
        Regression fit = Regression.fit(
                outcome,
                List.of(LinearModel.intercept(rows), new Term("treated", treated)),
                List.of(),
                LinearModel.ones(rows));
        Covariance covariance = clusterSize == 1
                ? Covariance.of(fit, Covariance.Kind.HC2, List.of())
                : Covariance.of(
                        fit,
                        Covariance.Kind.CLUSTER,
                        List.of(Grouping.of(rows, row -> Integer.toString(row / clusterSize))));
        return Inference.student(degreesOfFreedom(), 0.95).pValue(fit.coefficients()[1], covariance.standardError(1));
    }
}
